import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openZoneLine } from '#adapters/sms/open-zone/open-zone-line.ts';
import type { OpenZoneBook, OpenZoneFile, OpenZoneState } from '#ports/open-zone.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { anSms, keepsTheLine, type Peer } from './line-contract.ts';

/** The book in memory: what the store's own keeps is shown in the store's tests. */
function bookInMemory() {
  const files = new Map<string, OpenZoneFile & { state: OpenZoneState }>();
  const stateOf = (fileId: string, state: OpenZoneState) => {
    const file = files.get(fileId);
    if (file) files.set(fileId, { ...file, state });
  };
  const book: OpenZoneBook = {
    recipients: async (keys) =>
      new Map(
        keys.map((key, place) => [key, { name: `Åse Nr ${place}`, region: place % 2 === 0 ? 'Nord og Øst' : 'Sør' }]),
      ),
    begin: async (file) => void files.set(file.fileId, { ...file, state: 'writing' }),
    written: async (fileId) => stateOf(fileId, 'written'),
    filesOf: async (keys) =>
      new Map(
        [...files.values()].flatMap(({ fileId, state, rows }) =>
          rows.filter(({ key }) => keys.includes(key)).map(({ key }) => [key, { fileId, state }] as const),
        ),
      ),
    reconcile: async () => ({ reports: [], leftOver: 0 }),
    over: async (at) => [...files.values()].filter(({ expiresAt }) => expiresAt <= at).map(({ fileId }) => fileId),
    expired: async (fileId) => stateOf(fileId, 'expired'),
  };
  return { book, files };
}

async function open(): Promise<
  Peer & { readonly folder: string; readonly advance: (ms: number) => void } & ReturnType<typeof bookInMemory> & {
      readonly sweep: () => Promise<number>;
    }
> {
  const folder = await temporaryFolder();
  const memory = bookInMemory();
  let now = 0;
  const line = openZoneLine({ folder, book: memory.book, daysToLive: 7, now: () => now });
  return {
    ...memory,
    folder,
    line,
    sweep: line.sweep,
    advance: (ms) => {
      now += ms;
    },
    arrived: async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.xlsx'));
      const read = names.map(async (name) => {
        const { sheets } = await readXlsx(await readFile(join(folder, name)));
        const text = await readFile(join(folder, name.replace('.xlsx', '.txt')), 'utf8');
        return (sheets[0]?.rows ?? []).slice(1).map((row) => ({ to: String(row[1]), text }));
      });
      return (await Promise.all(read)).flat();
    },
    canAsk: true,
    close: async () => {},
  };
}

keepsTheLine('the open zone’s files', open);

describe('a file for the open zone', () => {
  it('holds name and mobile and nothing else, one a region and text, and its name tells nobody', async () => {
    const peer = await open();
    await peer.line.gateway.send([anSms('Hei'), anSms('Hei'), anSms('Hei')]);
    const names = (await readdir(peer.folder)).filter((name) => name.endsWith('.xlsx')).sort();

    expect(names).toHaveLength(2);
    for (const name of names) {
      const { sheets } = await readXlsx(await readFile(join(peer.folder, name)));
      expect(sheets[0]?.rows[0]).toEqual(['Namn', 'Mobil']);
      expect(sheets[0]?.rows.every((row) => row.length === 2)).toBe(true);
      expect(name).toMatch(/^[0-9a-f]{8}-\d+-(nord-og-ost|sor)\.xlsx$/);
    }
    expect([...peer.files.values()].map(({ rows }) => rows.length)).toEqual([2, 1]);
  });

  it('has no cell that a spreadsheet takes for a formula, and is known again by what stands in it', async () => {
    const { book, files, folder } = await open();
    const recipients = async (keys: readonly string[]) =>
      new Map(keys.map((key) => [key, { name: '=HYPERLINK("http://x")', region: 'Nord' }]));
    const line = openZoneLine({ folder, book: { ...book, recipients }, daysToLive: 7, now: () => 0 });
    await line.gateway.send([anSms()]);

    const [name = ''] = (await readdir(folder)).filter((each) => each.endsWith('.xlsx'));
    const { sheets } = await readXlsx(await readFile(join(folder, name)));
    expect(sheets[0]?.rows[1]?.[0]).toBe(`'=HYPERLINK("http://x")`);
    expect([...files.values()].flatMap(({ rows }) => rows.map((row) => row.name))).toEqual([sheets[0]?.rows[1]?.[0]]);
  });

  it('is gone when its days are over', async () => {
    const peer = await open();
    await peer.line.gateway.send([anSms()]);
    void peer.advance(7 * 86_400_000 - 1);
    expect(await peer.sweep()).toBe(0);
    void peer.advance(1);

    expect(await peer.sweep()).toBe(1);
    expect(await readdir(peer.folder)).toEqual([]);
  });

  it('does not carry personal texts: they would be a file each', async () => {
    const peer = await open();
    const receipts = await peer.line.gateway.send(Array.from({ length: 9 }, (_, n) => anSms(`Hei nr. ${n}`)));

    expect(new Set(receipts.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
    expect(await readdir(peer.folder)).toEqual([]);
  });

  it('that was begun and never written is not taken, and one that is there is', async () => {
    const peer = await open();
    const [lost] = [anSms()];
    await peer.book.begin({
      fileId: 'x',
      batch: 'x',
      region: '',
      rows: [{ key: lost.key, name: 'A', to: lost.to }],
      at: 0,
      expiresAt: 1,
    });

    expect((await peer.line.gateway.ask([lost.key])).get(lost.key)).toEqual({ answer: 'not-taken' });
  });
});

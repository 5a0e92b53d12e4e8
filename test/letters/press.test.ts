import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { letterPress } from '#letters/press.ts';
import type { PressedLetter, PressJob } from '#ports/letter-press.ts';
import { aJob, facts, standardText } from './jobs.ts';

const press = letterPress();
const folder = mkdtempSync(join(tmpdir(), 'letters-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function made(job: PressJob): Promise<PressedLetter> {
  const [letter] = await press.press([job]);
  if (letter?.outcome !== 'pressed') throw new Error('not pressed');
  return letter;
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const tool = (name: string, pdf: Uint8Array, ...words: string[]): string => {
  const path = join(folder, `${hash(pdf)}.pdf`);
  writeFileSync(path, pdf);
  return execFileSync(name, name === 'pdftotext' ? [...words, path, '-'] : [...words, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
};
const textOf = (pdf: Uint8Array) => tool('pdftotext', pdf, '-layout');
/** A part of the first page in millimetres, at Poppler's 72 dots an inch. */
const box = ({ x, y, wide, high }: Readonly<Record<'x' | 'y' | 'wide' | 'high', number>>): string[] =>
  Object.entries({ x, y, W: wide, H: high })
    .flatMap(([flag, at]) => [`-${flag}`, String(Math.round((at * 72) / 25.4))])
    .concat('-l', '1');
const mm = (points: string | undefined) => (Number(points) * 25.4) / 72;

describe('a letter', () => {
  it('is the same bytes for the same job, also after others were made', async () => {
    const one = await made(aJob());
    await press.press([1, 2, 3].map((n) => aJob({ key: `other-${n}`, on: day(`2026-09-1${n}`) })));

    expect(hash((await made(aJob())).pdf)).toBe(hash(one.pdf));
    expect(await letterPress().press([aJob()])).toEqual([{ outcome: 'pressed', ...one }]);
    expect(hash((await made(aJob({ on: day('2026-09-11') }))).pdf)).not.toBe(hash(one.pdf));
  });

  it('has the reply form as a page of its own; a guardian’s copy has none', async () => {
    const copy = aJob({
      key: 'copy',
      piece: { ...aJob().piece, addressee: 'guardian-1', isCopy: true, names: [{ first: 'Mona', last: 'Testdal' }] },
    });

    expect([
      (await made(aJob())).pages,
      (await made(aJob({ replyKey: null }))).pages,
      (await made(copy)).pages,
    ]).toEqual([2, 1, 1]);
  });

  it('that cannot be printed is told, and the others are made', async () => {
    const youth = { ...facts.youth, name: { first: '测试', last: 'Testdal' } };

    expect(
      (await press.press([aJob({ key: 'a', facts: { youth } }), aJob({ key: 'b' })])).map(({ key, outcome }) => [
        key,
        outcome,
      ]),
    ).toEqual([
      ['a', 'unprintable'],
      ['b', 'pressed'],
    ]);
  });
});

describe.skipIf(!hasPoppler)('a letter, looked at', () => {
  it('has its address in the window: 20 mm from the left, 45 mm from the top, above 85 mm', async () => {
    const boxes = tool('pdftotext', (await made(aJob())).pdf, '-bbox', '-l', '1');
    const place = (word: string) => {
      const [, xMin, yMin, yMax] =
        new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="[\\d.]+" yMax="([\\d.]+)">${word}<`).exec(boxes) ?? [];
      return { left: mm(xMin), top: mm(yMin), bottom: mm(yMax) };
    };

    expect(place('Ánne-Øydis').left).toBeCloseTo(20, 0);
    expect(place('Ánne-Øydis').top).toBeGreaterThan(44);
    expect(place('Ánne-Øydis').top).toBeLessThan(48);
    expect(place('6001').bottom).toBeLessThan(85);
  });

  it('with the longest address there may be shows all of it in the window, each line unbroken', async () => {
    const lines = ['c/o Førsteamanuensis Ragnhild Østensjø-Ba', 'Bruksenhet H0201, oppgang B, bakgården 12'];
    const more = ['Gammelgarden, Øvre Sørumsandåsen gard 123', 'Kongsvegen på Øvre Sørumsandåsen nr 1234 B'];
    const names = [
      { first: 'Aleksander-Maximilian', last: 'Čáhcesuolu' },
      { first: 'Guttorm-Ŋuorjjo', last: 'Guttormsgaard' },
    ];
    const address = { lines: [...lines, ...more], postcode: '6001', place: 'Ålesund' };
    const { pdf } = await made(aJob({ piece: { ...aJob().piece, isCopy: true, names, address } }));

    const window = tool('pdftotext', pdf, '-layout', ...box({ x: 18, y: 44, wide: 74, high: 40 }))
      .trim()
      .split('\n');

    expect(window.map((line) => line.trim())).toEqual([
      ...['Aleksander-Maximilian Čáhcesuolu', 'Guttorm-Ŋuorjjo Guttormsgaard'],
      ...[...lines, ...more, '6001 Ålesund'],
    ]);
  });

  it('is tagged for accessibility by the standard it claims', async () => {
    const { pdf } = await made(aJob());
    const tags = tool('pdfinfo', pdf, '-struct');

    expect(tool('pdfinfo', pdf)).toMatch(/Tagged: +yes/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1');
    expect(tool('pdfinfo', pdf)).toMatch(/CreationDate: +Thu Sep 10 00:00:00 2026/);
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Figure']) expect(tags).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
  });

  it.each(['nb', 'nn', 'en'] as const)(
    'says in %s what the template says, with nothing left to fill in',
    async (language) => {
      const text = textOf((await made(aJob({ language, text: standardText(language) }))).pdf);

      for (const said of [
        'Ánne-Øydis',
        'Čáhcesuolu',
        'Ærlig',
        '68 05 12 34',
        '24',
        'Kari Rådgivar',
        '7KQF-2M9T',
        'ANE0-0000',
      ])
        expect(text).toContain(said);
      expect(text).not.toMatch(/[{}]|undefined/);
    },
  );

  it('sets a template’s and a name’s signs as text and nothing more', async () => {
    const name = { first: '#include("x")', last: '*Stjerne* $x$ @a <b>' };
    const text = textOf(
      (await made(aJob({ facts: { youth: { ...facts.youth, name } }, piece: { ...aJob().piece, names: [name] } }))).pdf,
    );

    expect(text).toContain('#include("x") *Stjerne* $x$ @a <b>');
  });

  it('to guardians is called a copy, names them all, and says why they get it', async () => {
    const names = [
      { first: 'Mona', last: 'Testdal' },
      { first: 'Finn', last: 'Prøve' },
    ];
    const text = textOf(
      (await made(aJob({ piece: { ...aJob().piece, addressee: 'guardians-1-2', isCopy: true, names } }))).pdf,
    );

    expect(text).toContain('Kopi til føresette');
    expect(text).toMatch(/Mona Testdal\s+\S*\s*Finn Prøve/);
    expect(text).toContain('foreldreansvar for Ánne-Øydis Čáhcesuolu Ærlig');
    expect(text).not.toContain('ANE0-0000');
  });
});

describe.skipIf(!hasPoppler)('a print batch', () => {
  it('has a control sheet with units, sheets, the first and the last in front, and the same bytes again', async () => {
    const letters = (
      await Promise.all(
        ['6001', '6100', '8000'].map((code) => made(aJob({ key: code, returnKey: `7KQF2M9TXW3B${code}` }))),
      )
    ).map((letter, index) => ({
      ...letter,
      unit: index < 2 ? 'OT Nordvik' : 'OT Breidsund',
      postcode: letter.key,
    }));
    const sheet = {
      language: 'nn',
      county: 'Vestfjord fylkeskommune',
      batch: 'bunke-1',
      on: day('2026-09-10'),
    } as const;

    const batch = await press.bind(letters, sheet);

    expect(tool('pdfinfo', batch)).toMatch(/Pages: +7/);
    const front = tool('pdftotext', batch, '-layout', '-l', '1');
    expect(front).toMatch(/Brev +3/);
    expect(front).toMatch(/Ark +6/);
    expect(front).toContain('1: OT Nordvik, 6001');
    expect(front).toContain('3: OT Breidsund, 8000');
    expect(front).toMatch(/OT Nordvik +2 +4 +1 +2 +6001 – 6100/);
    expect(front).not.toContain('Čáhcesuolu');
    const pages = textOf(batch).split('\f');
    const keys = pages.map((page) => /7KQF-2M9T-XW3B-(\d{4})\s*$/.exec(page)?.[1] ?? '');
    expect(keys).toEqual(['', '6001', '6001', '6100', '6100', '8000', '8000', '']);
    expect(pages[3]).toContain('Čáhcesuolu');
    expect(hash(await press.bind(letters, sheet))).toBe(hash(batch));
  });

  it('is bound where there is no qpdf, too', async () => {
    const letters = [{ ...(await made(aJob())), unit: 'OT Nordvik', postcode: '6001' }];
    const sheet = { language: 'nn', county: 'Vestfjord', batch: 'bunke-2', on: day('2026-09-10') } as const;
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    const batch = await press.bind(letters, sheet).finally(() => Object.assign(process.env, { PATH: path }));

    expect(tool('pdfinfo', batch)).toMatch(/Pages: +3/);
    expect(textOf(batch)).toContain('OT Nordvik');
  });
});

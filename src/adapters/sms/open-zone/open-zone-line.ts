import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsxStream } from 'hucre/xlsx';
import { safeCell } from '#domain/list-file/list-table.ts';
import type { OpenZoneBook, OpenZoneFile, OpenZoneRow } from '#ports/open-zone.ts';
import type { Sms, SmsReceipt, SmsStanding } from '#ports/sms-gateway.ts';
import type { SmsLine } from '#ports/sms-line.ts';
import { heldToBatch } from '../batch.ts';

export interface OpenZoneOptions {
  /** Where the files are fetched from; outside this machine's data. */
  readonly folder: string;
  readonly book: OpenZoneBook;
  /** A file lives so long. */
  readonly daysToLive: number;
  readonly now: () => number;
}

const batchSize = 1_000;
/** A file has one text for all; more texts than this are personal ones, and those cannot be carried so. */
const mostTexts = 8;
const dayMs = 86_400_000;
const sweepEveryMs = 3_600_000;

/**
 * Files for the SMS program of the open zone: one workbook a region with name and mobile and nothing else, and the text beside it. Each
 * is counted, booked before it is written, and gone after its days. What became of it comes back in a file of its own.
 */
export function openZoneLine(options: OpenZoneOptions): SmsLine & { readonly sweep: () => Promise<number> } {
  const { book, folder, now } = options;
  let sweeping: NodeJS.Timeout | undefined;
  const sweep = async (): Promise<number> => {
    const over = await book.over(now());
    for (const fileId of over) {
      for (const ending of ['xlsx', 'txt']) await rm(join(folder, `${fileId}.${ending}`), { force: true });
      await book.expired(fileId, now());
    }
    return over.length;
  };
  return {
    gateway: {
      name: 'open-zone',
      batchSize,
      send: async (messages) => {
        heldToBatch(messages, batchSize);
        return messages.length === 0 ? [] : send(options, messages);
      },
      ask: (keys) => ask(options, keys),
    },
    readCallback: () => ({ ok: false, faults: [{ code: 'sms.noCallbacks', place: '', found: '' }] }),
    listen: () => {
      clearInterval(sweeping);
      // A folder or database that is away for a moment is swept the next time.
      sweeping = setInterval(() => void sweep().catch(() => undefined), sweepEveryMs).unref();
    },
    close: async () => clearInterval(sweeping),
    sweep,
  };
}

async function send(options: OpenZoneOptions, messages: readonly Sms[]): Promise<readonly SmsReceipt[]> {
  const { book, folder, now, daysToLive } = options;
  const texts = [...new Set(messages.map(({ text }) => text))];
  if (texts.length > mostTexts) return messages.map(({ key }) => ({ key, outcome: 'refused', why: 'too many texts' }));
  const recipients = await book.recipients(messages.map(({ key }) => key));
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  const batch = randomUUID().slice(0, 8);
  const receipts = new Map<string, SmsReceipt>();
  for (const { region, text, rows } of groups(messages, recipients)) {
    const fileId = `${batch}-${receipts.size + 1}-${slug(region)}`;
    const file = { fileId, batch, region, rows, at: now(), expiresAt: now() + daysToLive * dayMs };
    const outcome = await write(options, file, text).then(
      () => ({ outcome: 'accepted', reference: fileId }) as const,
      () => ({ outcome: 'unclear' }) as const,
    );
    for (const { key } of rows) receipts.set(key, { key, ...outcome });
  }
  return messages.map(({ key }) => receipts.get(key) ?? { key, outcome: 'refused', why: 'nobody has this key' });
}

/** By region and text; a message whose recipient is not known is in none. */
function groups(messages: readonly Sms[], recipients: Awaited<ReturnType<OpenZoneBook['recipients']>>) {
  const found = new Map<string, { readonly region: string; readonly text: string; readonly rows: OpenZoneRow[] }>();
  for (const { key, to, text } of messages) {
    const recipient = recipients.get(key);
    if (!recipient) continue;
    const { name, region } = recipient;
    const group = found.get(JSON.stringify([region, text])) ?? { region, text, rows: [] };
    // As it stands in the file, so that what comes back by name is known again.
    group.rows.push({ key, name: safeCell(name), to });
    found.set(JSON.stringify([region, text]), group);
  }
  return [...found.values()];
}

/** Booked, written under another name, then given its own: a file that is there is whole. */
async function write({ folder, book }: OpenZoneOptions, file: OpenZoneFile, text: string): Promise<void> {
  await book.begin(file);
  const rows = [['Namn', 'Mobil'], ...file.rows.map(({ name, to }) => [name, to])];
  const bytes = new Uint8Array(await new Response(writeXlsxStream(rows, { name: 'SMS' })).arrayBuffer());
  await writeFile(join(folder, `${file.fileId}.txt`), text, { mode: 0o640 });
  const whole = join(folder, `${file.fileId}.xlsx`);
  await writeFile(`${whole}.part`, bytes, { mode: 0o640 });
  await rename(`${whole}.part`, whole);
  await book.written(file.fileId);
}

async function ask(
  { folder, book }: OpenZoneOptions,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SmsStanding>> {
  const files = await book.filesOf(keys);
  const standings = new Map<string, SmsStanding>();
  for (const key of keys) {
    const file = files.get(key);
    const isThere =
      file !== undefined && (file.state !== 'writing' || (await isFile(join(folder, `${file.fileId}.xlsx`))));
    standings.set(key, isThere ? { answer: 'taken', reference: file.fileId } : { answer: 'not-taken' });
  }
  return standings;
}

const isFile = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const slug = (region: string): string =>
  region
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'utan-region';

import type { Fault, Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { SmsFile, SmsRow } from '#domain/sms/sms-file.ts';
import { shown } from '../fault.ts';
import { fileKind } from '../file-kind.ts';
import { defaultLimits, sizeRefusal } from '../limits.ts';
import { readPhone } from '../phone.ts';
import { type Cell, cellText, type Sheet } from '../table/cell.ts';
import { readCsv } from '../table/read-csv.ts';
import { readWorkbook } from '../table/read-workbook.ts';

type Column = 'name' | 'number' | 'state' | 'answer' | 'id';
/** Headings as SMS programs write them, in small letters without signs. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['navn', 'namn', 'name', 'mottaker', 'mottakar', 'recipient'],
  number: [
    'mobil',
    'mobilnr',
    'mobilnummer',
    'nummer',
    'telefon',
    'tlf',
    'avsender',
    'avsendar',
    'fra',
    'fraa',
    'mobile',
    'number',
    'phone',
    'from',
    'sender',
    'msisdn',
  ],
  state: ['status', 'levering', 'leveringsstatus', 'tilstand', 'state', 'delivery', 'deliverystatus'],
  answer: ['svar', 'svartekst', 'melding', 'meldingstekst', 'tekst', 'reply', 'answer', 'message', 'text', 'sms'],
  id: ['id', 'meldingsid', 'meldingid', 'messageid', 'ref', 'referanse', 'reference'],
};
const stateWords: Readonly<Record<NonNullable<SmsRow['state']>, readonly string[]>> = {
  delivered: ['levert', 'delivered', 'delivrd', 'ok', 'mottatt', 'motteken'],
  failed: [
    'feilet',
    'feila',
    'ikkelevert',
    'ikkjelevert',
    'failed',
    'undeliv',
    'undelivered',
    'rejectd',
    'rejected',
    'avvist',
    'barred',
    'feil',
    'error',
  ],
  expired: ['utlopt', 'utgatt', 'utgaatt', 'expired'],
  buffered: ['sendt', 'sent', 'iko', 'ventar', 'venter', 'pending', 'buffered', 'accepted', 'akseptert'],
};

/** Reads XLSX or CSV; every row that cannot be used is told, and none is used by half. */
export async function readSmsFile(bytes: Uint8Array): Promise<Outcome<SmsFile>> {
  const tooLarge = sizeRefusal(bytes.length);
  if (tooLarge) return refused(tooLarge);
  const sheet = await firstSheet(bytes);
  if (!sheet.ok) return sheet;
  const { rows } = sheet.value;
  const at = rows.findIndex((row) => columnsOf(row.map(cellText)).has('number'));
  const columns = columnsOf((rows[at] ?? []).map(cellText));
  if (at < 0 || !(columns.has('state') || columns.has('answer'))) return refused({ code: 'sms.file.noColumns' });
  const read: SmsRow[] = [];
  const faults: Fault[] = [];
  for (const [offset, cells] of rows.slice(at + 1).entries()) {
    if (cells.every((cell) => cellText(cell).trim() === '')) continue;
    const row = rowIn(cells, columns, at + offset + 2);
    if ('found' in row) faults.push(row);
    else read.push(row);
  }
  return accepted({ rows: read, faults });
}

function rowIn(cells: readonly Cell[], columns: ReadonlyMap<Column, number>, row: number): SmsRow | Fault {
  const text = (column: Column) => cellText(cells[columns.get(column) ?? -1]).trim();
  const number = readPhone(text('number'));
  if (!number.ok) return { code: 'sms.file.number', place: String(row), found: shown(text('number')) };
  const state = stateOf(text('state'));
  if (state === undefined) return { code: 'sms.file.state', place: String(row), found: shown(text('state')) };
  return { row, name: text('name'), number: number.number, state, answer: text('answer') || null, id: text('id') };
}

async function firstSheet(bytes: Uint8Array): Promise<Outcome<Sheet>> {
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'json') return refused({ code: 'sms.file.noColumns' });
  if (kind.value === 'text') {
    const read = readCsv(bytes, defaultLimits);
    return read.ok ? accepted(read.value.sheet) : read;
  }
  const book = await readWorkbook(bytes, defaultLimits);
  if (!book.ok) return book;
  const [sheet] = book.value;
  return sheet ? accepted(sheet) : refused({ code: 'sms.file.noColumns' });
}

function columnsOf(row: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const [place, text] of row.entries())
    for (const column of ['name', 'number', 'state', 'answer', 'id'] as const)
      if (!found.has(column) && headings[column].includes(plain(text))) found.set(column, place);
  return found;
}

/** Null where nothing is said; undefined where it is not understood. */
function stateOf(text: string): SmsRow['state'] | undefined {
  const word = plain(text);
  if (word === '') return null;
  return (['delivered', 'failed', 'expired', 'buffered'] as const).find((state) => stateWords[state].includes(word));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll(/[^a-z0-9]/g, '');

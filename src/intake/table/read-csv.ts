import { CsvError, type Options, parse } from 'csv-parse/sync';
import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { Limits } from '../limits.ts';
import { type Sheet, textCell } from './cell.ts';
import { decodeText } from './decode-text.ts';

export type Delimiter = ';' | ',' | '\t' | '|';

export interface ReadCsv {
  readonly sheet: Sheet;
  readonly delimiter: Delimiter;
  readonly encoding: string;
}

/** Reads a text file of rows; every line of the file is a row, so that row numbers are those a spreadsheet shows. */
export function readCsv(bytes: Uint8Array, limits: Limits): Outcome<ReadCsv> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const told = /^sep=([;,\t|])\r?\n/i.exec(decoded.value.text);
  const delimiter = asDelimiter(told?.[1]) ?? likelyDelimiter(decoded.value.text);
  const parsed = parseRecords(told ? decoded.value.text.replace(told[0], '\n') : decoded.value.text, delimiter);
  if (!parsed.ok) return parsed;
  const records = parsed.value;
  const wide = records.findIndex((record) => record.length > limits.columns);
  if (wide >= 0) {
    const columns = records[wide]?.length ?? 0;
    return refused({ code: 'intake.table.tooManyColumns', facts: { columns, limit: limits.columns, row: wide + 1 } });
  }
  if (records.length > limits.rows) {
    return refused({ code: 'intake.table.tooManyRows', facts: { rows: records.length, limit: limits.rows } });
  }
  const rows = records.map((record) => record.map(textCell));
  const sheet: Sheet = { name: '', hidden: false, rows, mayShift: true, merges: [], hiddenRows: [] };
  return accepted({ sheet, delimiter, encoding: decoded.value.encoding });
}

function parseRecords(text: string, delimiter: Delimiter): Outcome<string[][]> {
  const options: Options = { delimiter, relax_column_count: true, skip_empty_lines: false };
  try {
    return accepted(parse(text, options));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote inside a field that did not begin with one is a nickname, not a broken file.
    if (/OPENING_QUOTE/.test(error.code)) return parseRelaxed(text, options);
    return refused({ code: 'intake.csv.quote', facts: { line: openQuoteLine(text, delimiter) } });
  }
}

function parseRelaxed(text: string, options: Options): Outcome<string[][]> {
  try {
    return accepted(parse(text, { ...options, relax_quotes: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused({ code: 'intake.csv.quote', facts: { line: Number(error.lines ?? 0) } });
  }
}

/** The line of the quote that is never closed, or is closed by the quote of a later field. */
function openQuoteLine(text: string, delimiter: Delimiter): number {
  let [line, opened, atStart] = [1, 0, true];
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    if (sign === '\n') line += 1;
    if (opened === 0) {
      if (sign === '"' && atStart) opened = line;
      atStart = sign === delimiter || sign === '\n';
    } else if (sign === '"') {
      const next = text[place + 1];
      if (next === '"') place += 1;
      else if (next === delimiter || next === '\r' || next === '\n' || next === undefined) opened = 0;
      else return opened;
    }
  }
  return opened;
}

const delimiters = [';', '\t', ',', '|'] as const satisfies readonly Delimiter[];
const asDelimiter = (sign: string | undefined): Delimiter | undefined => delimiters.find((known) => known === sign);

/** The sign that most lines of the beginning agree on; semicolon first, since a comma also stands inside names. */
function likelyDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/, 30)
    .filter((line) => line.trim() !== '');
  const score = (sign: Delimiter): number => lines.filter((line) => line.includes(sign)).length;
  return delimiters.reduce((best, sign) => (score(sign) > score(best) ? sign : best));
}

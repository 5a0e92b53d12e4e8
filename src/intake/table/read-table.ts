import type { Outcome, Refusal } from '#domain/outcome.ts';
import { accepted, assertNever, refused } from '#domain/outcome.ts';
import type { Note, PlacedFault } from '../fault.ts';
import { fileKind } from '../file-kind.ts';
import { defaultLimits, type Limits, sizeRefusal } from '../limits.ts';
import { namedOtherwise } from '../named-otherwise.ts';
import type { Sheet } from './cell.ts';
import { type ChosenSheet, chooseSheet } from './choose-sheet.ts';
import type { GivenColumns } from './column-field.ts';
import { doubledHeadings } from './doubled-headings.ts';
import type { Heading, HeadingRow } from './find-heading.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { sortRows, type TableRow } from './sort-rows.ts';

export interface TableOptions {
  /** The file's name, told when it promises another format: what a file is, its bytes tell. */
  readonly name: string;
  /** Name or 1-based number of the sheet; needed when more than one has a list. */
  readonly sheet?: string;
  readonly columns?: GivenColumns;
  readonly limits?: Limits;
}

export interface Table {
  readonly ok: true;
  readonly format: 'xlsx' | 'csv';
  readonly sheet: string;
  /** 1-based. */
  readonly headingRow: number;
  readonly headings: readonly Heading[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly Note[];
  /** Rows that could not be read as rows; they are not among `rows`. */
  readonly faults: readonly PlacedFault[];
  /** Why a person should look before the list is used, for example rows the sender had filtered away. */
  readonly doubts: readonly Refusal[];
  readonly declaredCount?: number;
}

export type TableReading = Table | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Reads a list of people from XLSX or CSV bytes: whole, or refused with the reason. Never throws on what the bytes hold. */
export async function readTable(bytes: Uint8Array, options: TableOptions): Promise<TableReading> {
  const limits = options.limits ?? defaultLimits;
  const opened = await openSheets(bytes, limits);
  if (!opened.ok) return opened;
  const chosen = chooseSheet(opened.value.sheets, options.sheet, options.columns ?? {});
  if (!chosen.ok) return chosen;
  const table = asTable(opened.value, chosen.value);
  return table.ok ? { ...table, notes: [...namedOtherwise(options.name, table.format), ...table.notes] } : table;
}

interface Opened {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
}

async function openSheets(bytes: Uint8Array, limits: Limits): Promise<Outcome<Opened>> {
  const tooLarge = sizeRefusal(bytes.length, limits);
  if (tooLarge) return refused(tooLarge);
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  switch (kind.value) {
    case 'workbook': {
      const workbook = await readWorkbook(bytes, limits);
      return workbook.ok ? accepted({ format: 'xlsx', sheets: workbook.value, notes: [] }) : workbook;
    }
    case 'text': {
      const csv = readCsv(bytes, limits);
      if (!csv.ok) return csv;
      const { sheet, encoding } = csv.value;
      const notes = encoding === 'windows-1252' ? [{ code: 'intake.note.windows1252' }] : [];
      return accepted({ format: 'csv', sheets: [sheet], notes });
    }
    case 'json':
      return refused({ code: 'intake.file.jsonNotTable' });
    default:
      return assertNever(kind.value);
  }
}

function asTable(opened: Opened, { sheet, heading, notes }: ChosenSheet): TableReading {
  const sorted = sortRows(sheet, heading);
  const doubled = doubledHeadings(heading, sorted.rows);
  if (!doubled.ok) return doubled;
  if (sorted.rows.length + sorted.faults.length === 0)
    return { ok: false, refusals: [{ code: 'intake.table.noRows' }] };
  const read = new Set(sorted.rows.map(({ row }) => row));
  const hiddenRows = sheet.hiddenRows.filter((row) => read.has(row));
  return {
    ok: true,
    format: opened.format,
    sheet: sheet.name,
    headingRow: heading.row,
    headings: heading.headings,
    rows: sorted.rows,
    notes: [...opened.notes, ...notes, ...doubled.value, ...sorted.notes],
    faults: sorted.faults,
    doubts: [
      ...(hiddenRows.length === 0
        ? []
        : [{ code: 'intake.approve.hiddenRows', facts: { rows: hiddenRows.length, first: hiddenRows[0] ?? 0 } }]),
      ...cutOff(sheet, heading, sorted.rows),
    ],
    ...(sorted.declaredCount !== undefined && { declaredCount: sorted.declaredCount }),
  };
}

/** A text file whose last person has fewer cells than all before, who have as many as the headings: it may have been cut on its way. */
function cutOff({ rows, mayShift }: Sheet, heading: HeadingRow, people: readonly TableRow[]): readonly Refusal[] {
  const last = people.at(-1);
  if (!mayShift || last?.row !== rows.length || people.length < 2) return [];
  const cells = (row: number): number => rows[row - 1]?.length ?? 0;
  const columns = cells(heading.row);
  if (cells(last.row) >= columns || people.slice(0, -1).some(({ row }) => cells(row) < columns)) return [];
  return [{ code: 'intake.approve.cutOff', facts: { row: last.row, cells: cells(last.row), columns } }];
}

import { type Note, type PlacedFault, shown } from '../fault.ts';
import { type Cell, cellText, type Sheet } from './cell.ts';
import { hasContent } from './choose-sheet.ts';
import type { HeadingRow } from './find-heading.ts';

export interface TableRow {
  /** 1-based, as the file counts, heading row included. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface SortedRows {
  readonly rows: readonly TableRow[];
  readonly notes: readonly Note[];
  readonly faults: readonly PlacedFault[];
  /** From a line such as `Totalt 198` above or below the list. */
  readonly declaredCount?: number;
}

/** Tells the rows of people from what stands around and between them: totals, repeated headings, titles, footers. */
export function sortRows(sheet: Sheet, heading: HeadingRow): SortedRows {
  const notes: Note[] = [];
  const faults: PlacedFault[] = [];
  const rows: TableRow[] = [];
  const counts = sheet.rows.slice(0, heading.row - 1).map(countIn);
  const { cells, merged } = fillMerged(sheet, heading);
  if (merged > 0) notes.push({ code: 'intake.note.mergedCells', facts: { cells: merged } });
  const seen = layout(sheet, heading);
  for (const [offset, content] of cells.entries()) {
    const row = heading.row + offset + 1;
    const found = whatIs(content, seen);
    if (found === 'person') rows.push({ row, cells: content });
    else if (found === 'tooWide')
      faults.push({
        code: 'intake.row.tooManyCells',
        place: String(row),
        row,
        found: shown(cellText(content.at(-1))),
        facts: { columns: seen.width },
      });
    else if (found !== 'empty') notes.push({ code: `intake.note.${found}`, row });
    if (found === 'totalsRow') counts.push(countIn(content));
  }
  const declared = new Set(counts.filter((count) => count !== undefined));
  const [declaredCount] = declared.size === 1 ? declared : [];
  return { rows, notes, faults, ...(declaredCount !== undefined && { declaredCount }) };
}

interface Layout {
  readonly width: number;
  readonly mayShift: boolean;
  readonly texts: readonly string[];
  readonly idColumns: ReadonlySet<number>;
}

function layout(sheet: Sheet, { row, headings }: HeadingRow): Layout {
  const texts: string[] = [];
  for (const { column, text } of headings) texts[column] = text.toLowerCase();
  const idColumns = new Set(headings.filter(({ field }) => field === 'nationalId').map(({ column }) => column));
  return { width: sheet.rows[row - 1]?.length ?? 0, mayShift: sheet.mayShift, texts, idColumns };
}

type RowKind = 'person' | 'empty' | 'repeatedHeading' | 'totalsRow' | 'textRow' | 'tooWide';

function whatIs(content: readonly Cell[], { width, mayShift, texts, idColumns }: Layout): RowKind {
  if (!hasContent(content)) return 'empty';
  const filled = content.flatMap((cell, column) => (cell.kind === 'empty' ? [] : [column]));
  const isHeading = (column: number): boolean => cellText(content[column]).toLowerCase() === texts[column];
  if (
    filled.length > 1 &&
    filled.slice(0, 2).some(isHeading) &&
    filled.filter(isHeading).length >= Math.max(2, filled.length - 1)
  ) {
    return 'repeatedHeading';
  }
  const hasId = [...idColumns].some((column) => /\d{6}/.test(cellText(content[column])));
  if (!hasId && totals.test(cellText(content[filled[0] ?? 0]))) return 'totalsRow';
  if (!hasId && filled.length === 1 && width >= 3) return 'textRow';
  return mayShift && filled.some((column) => column >= width) ? 'tooWide' : 'person';
}

const totals = /^(sum(mert?)?|totalt?|i alt|til ?sam(men|an)|antall?|tal på|count|number of)\b/i;

/** The one whole number in a totals line; undefined when it is no totals line or has several. */
function countIn(content: readonly Cell[]): number | undefined {
  const texts = content.map(cellText).filter((text) => text !== '');
  if (!totals.test(texts[0] ?? '')) return undefined;
  const numbers = texts.flatMap((text) => text.match(/(?<![\d.,])\d{1,6}(?![\d.,])/g) ?? []);
  return numbers.length === 1 ? Number(numbers[0]) : undefined;
}

/** A merged cell speaks for every row it covers; what is merged sideways is a title and stays where it is. */
function fillMerged(
  sheet: Sheet,
  heading: HeadingRow,
): { readonly cells: readonly (readonly Cell[])[]; readonly merged: number } {
  const downward = sheet.merges.filter(({ top, bottom }) => top >= heading.row && bottom > top);
  const cells = sheet.rows.slice(heading.row);
  if (downward.length === 0) return { cells, merged: 0 };
  const copy = cells.map((row) => [...row]);
  let merged = 0;
  for (const { top, left, bottom } of downward) {
    const origin = sheet.rows[top]?.[left];
    if (!origin || origin.kind === 'empty') continue;
    merged += 1;
    for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length - 1); row += 1) {
      const target = copy[row - heading.row];
      if (!target || !hasContent(target)) continue;
      while (target.length < left) target.push({ kind: 'empty' });
      target[left] = origin;
    }
  }
  return { cells: copy, merged };
}

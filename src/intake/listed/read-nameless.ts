import { columnLetter } from '../fault.ts';
import { fileKind } from '../file-kind.ts';
import { defaultLimits } from '../limits.ts';
import { cellText, type Sheet } from '../table/cell.ts';
import type { ColumnField } from '../table/column-field.ts';
import type { Heading, HeadingRow } from '../table/find-heading.ts';
import { readCsv } from '../table/read-csv.ts';
import { readWorkbook } from '../table/read-workbook.ts';
import { recogniseHeading } from '../table/recognise-heading.ts';
import { sortRows, type TableRow } from '../table/sort-rows.ts';

/** What may stand in place of surname and number: together they still tell people apart. */
const telling: ReadonlySet<ColumnField> = new Set(['firstName', 'born', 'mobile', 'phone', 'email', 'street']);

/**
 * Reads a list that has neither surname nor number: first names with birth dates or phones. No transfer list may be so,
 * but a list to compare with may. Undefined when its first filled row does not name two such columns.
 */
export async function readNameless(
  bytes: Uint8Array,
): Promise<{ readonly rows: readonly TableRow[]; readonly headings: readonly Heading[] } | undefined> {
  const kind = fileKind(bytes);
  if (!kind.ok || kind.value === 'json') return undefined;
  const sheet = kind.value === 'text' ? textSheet(bytes) : await firstSheet(bytes);
  const heading = sheet && firstHeading(sheet);
  return heading && { rows: sortRows(sheet, heading).rows, headings: heading.headings };
}

function textSheet(bytes: Uint8Array): Sheet | undefined {
  const csv = readCsv(bytes, defaultLimits);
  return csv.ok ? csv.value.sheet : undefined;
}

async function firstSheet(bytes: Uint8Array): Promise<Sheet | undefined> {
  const workbook = await readWorkbook(bytes, defaultLimits);
  return workbook.ok ? workbook.value.find(({ hidden }) => !hidden) : undefined;
}

function firstHeading(sheet: Sheet): HeadingRow | undefined {
  const at = sheet.rows.findIndex((row) => row.some(({ kind }) => kind !== 'empty'));
  const headings = (sheet.rows[at] ?? []).flatMap((cell, column): Heading[] => {
    const text = cellText(cell);
    const field = recogniseHeading(text);
    return text === '' ? [] : [{ column, letter: columnLetter(column), text, ...(field && { field }) }];
  });
  const fields = new Set(headings.flatMap(({ field }) => field ?? []));
  const enough = [...fields].filter((field) => telling.has(field)).length > 1;
  return enough ? { row: at + 1, headings, fields } : undefined;
}

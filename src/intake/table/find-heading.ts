import { columnLetter } from '../fault.ts';
import type { Sheet } from './cell.ts';
import { cellText } from './cell.ts';
import type { ColumnField, GivenColumns } from './column-field.ts';
import { recogniseHeading } from './recognise-heading.ts';

export interface Heading {
  /** Zero-based. */
  readonly column: number;
  readonly letter: string;
  readonly text: string;
  readonly field?: ColumnField;
}

export interface HeadingRow {
  /** 1-based. */
  readonly row: number;
  readonly headings: readonly Heading[];
  /** Which person fields it names; a row that names neither an id nor a name is no heading of people. */
  readonly fields: ReadonlySet<ColumnField>;
}

const searched = 60;
const naming: readonly ColumnField[] = ['nationalId', 'fullName', 'surnameFirst', 'lastName'];

/** Finds the row that names the columns: the one with most known headings, below whatever titles stand above it. */
export function findHeading(sheet: Sheet, given: GivenColumns = {}): HeadingRow | undefined {
  const top = { ...sheet, merges: sheet.merges.filter((merge) => merge.top < searched).slice(0, 500) };
  const candidates = sheet.rows
    .slice(0, searched)
    .map((_, place) => headingAt(top, place, given))
    .filter((found) => naming.some((field) => found.fields.has(field)));
  return candidates.reduce<HeadingRow | undefined>(
    (best, next) => (best && best.fields.size >= next.fields.size ? best : next),
    undefined,
  );
}

function headingAt(sheet: Sheet, place: number, given: GivenColumns): HeadingRow {
  const width = sheet.rows[place]?.length ?? 0;
  const headings = Array.from({ length: width }, (_, column): Heading => {
    const text = textAt(sheet, place, column);
    const group = place > 0 ? textAt(sheet, place - 1, column, 'only-merged') : '';
    const together = group === '' || group === text ? undefined : recogniseHeading(`${group} ${text}`, given);
    const field = text === '' ? undefined : (together ?? recogniseHeading(text, given));
    return {
      column,
      letter: columnLetter(column),
      text: together ? `${group} ${text}` : text,
      ...(field && { field }),
    };
  }).filter(({ text }) => text !== '');
  return { row: place + 1, headings, fields: new Set(headings.flatMap(({ field }) => field ?? [])) };
}

/** What stands over a column: the cell's own text, else that of the merged area it belongs to. */
function textAt(sheet: Sheet, row: number, column: number, only?: 'only-merged'): string {
  const area = sheet.merges.find(
    (merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right,
  );
  if (area) return cellText(sheet.rows[area.top]?.[area.left]);
  return only ? '' : cellText(sheet.rows[row]?.[column]);
}

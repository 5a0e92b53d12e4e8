import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { Note } from '../fault.ts';
import { cellText } from './cell.ts';
import type { ColumnField } from './column-field.ts';
import type { Heading, HeadingRow } from './find-heading.ts';
import type { TableRow } from './sort-rows.ts';

/**
 * Two columns with one heading: fine where a person may have several (phones), or where they never contradict each
 * other; otherwise nobody can know which is meant, and the list is refused with both columns and the first row named.
 */
export function doubledHeadings(heading: HeadingRow, rows: readonly TableRow[]): Outcome<readonly Note[]> {
  const known = heading.headings.filter(hasField);
  const fields = new Set(known.map(({ field }) => field));
  const notes: Note[] = [];
  for (const field of fields) {
    const [first, ...others] = known.filter((column) => column.field === field);
    if (first === undefined || others.length === 0 || mayBeSeveral(field)) continue;
    for (const other of others) {
      const against = rows.find(({ cells }) =>
        contradicts(cellText(cells[first.column]), cellText(cells[other.column])),
      );
      const facts = { heading: other.text, used: place(first), unused: place(other), row: against?.row ?? 0 };
      if (against && first.text.toLowerCase() === other.text.toLowerCase()) {
        return refused({ code: 'intake.table.doubledHeading', facts });
      }
      if (against) notes.push({ code: 'intake.note.secondColumn', column: place(other), facts });
    }
  }
  return accepted(notes);
}

function hasField(heading: Heading): heading is Heading & { readonly field: ColumnField } {
  return heading.field !== undefined;
}

const mayBeSeveral = (field: ColumnField): boolean => /(^|\.)(mobile|phone|email)$/.test(field);
const contradicts = (one: string, other: string): boolean =>
  one !== '' && other !== '' && one.toLowerCase() !== other.toLowerCase();
const place = ({ letter, text }: Heading): string => `${letter} ${text}`;

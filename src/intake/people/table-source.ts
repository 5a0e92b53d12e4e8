import type { Refusal } from '#domain/outcome.ts';
import { transferCodes } from '#domain/person/youth-record.ts';
import type { Note } from '../fault.ts';
import { cellText } from '../table/cell.ts';
import { type ColumnField, guardianSlots } from '../table/column-field.ts';
import type { Heading } from '../table/find-heading.ts';
import type { Table } from '../table/read-table.ts';
import type { TableRow } from '../table/sort-rows.ts';
import { carriedFields } from './carried-fields.ts';
import type { PeopleSource } from './people-source.ts';
import type { Purpose } from './read-record.ts';
import type { SourceColumns } from './source-row.ts';

type KnownHeading = Heading & { readonly field: ColumnField };

/** A table as people's rows; refused when it has no columns for who the people are. */
export function tableSource(
  table: Table,
  purpose: Purpose,
): PeopleSource | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const { known, notes } = usedHeadings(table);
  const fields = new Set(known.map(({ field }) => field));
  const missing = missingColumns(fields, purpose);
  if (missing.length > 0) {
    const facts = { missing, headings: table.headings.map(({ text }) => text.slice(0, 40)).slice(0, 30) };
    return { ok: false, refusals: [{ code: 'intake.table.missingColumns', facts }] };
  }
  return {
    ok: true,
    format: table.format,
    columns: columnsOf(known),
    rows: table.rows,
    faults: table.faults,
    notes: [...table.notes, ...notes],
    doubts: table.doubts,
    carries: carriedFields(fields),
    ...(table.declaredCount !== undefined && { declaredCount: table.declaredCount }),
  };
}

function missingColumns(fields: ReadonlySet<ColumnField>, purpose: Purpose): readonly string[] {
  const named = fields.has('fullName') || fields.has('surnameFirst') || fields.has('lastName');
  if (purpose === 'compare') return named || fields.has('nationalId') ? [] : ['nationalId', 'name'];
  return [...(fields.has('nationalId') ? [] : ['nationalId']), ...(named ? [] : ['name'])];
}

/** Leaves out columns nobody knows, and a `Kode` or `Status` that holds something else than transfer codes. */
function usedHeadings(table: Table): { readonly known: readonly KnownHeading[]; readonly notes: readonly Note[] } {
  const known = table.headings.filter((heading): heading is KnownHeading => heading.field !== undefined);
  const otherCodes = known.filter(
    (heading) =>
      heading.field === 'transferCode' && loose.test(heading.text) && !table.rows.some((row) => isCode(row, heading)),
  );
  const used = known.filter((heading) => !otherCodes.includes(heading));
  const unused = table.headings.filter((heading) => !used.some(({ column }) => column === heading.column));
  if (unused.length === 0) return { known: used, notes: [] };
  const columns = unused.map(({ letter, text }) => `${letter} ${text.slice(0, 40)}`);
  return { known: used, notes: [{ code: 'intake.note.unusedColumns', facts: { columns: columns.slice(0, 30) } }] };
}

const loose = /^\W*(kode|status|statuskode|code)\W*$/i;

function isCode({ cells }: TableRow, { column }: Heading): boolean {
  const text = cellText(cells[column]).toUpperCase();
  return transferCodes.some((code) => code === text) || /^(OT|EL)[A-Z]{2}(_IM|_FEIL)?$/.test(text);
}

function columnsOf(known: readonly KnownHeading[]): SourceColumns {
  const byField = new Map<ColumnField, { readonly at: number; readonly column: string }[]>();
  for (const { field, column: at, letter, text } of known) {
    const same = byField.get(field) ?? [];
    byField.set(field, [...same, { at, column: `${letter} ${text}` }]);
  }
  return {
    byField,
    guardians: guardianSlots.filter((slot) => known.some(({ field }) => field.startsWith(`guardian${slot}.`))),
    placeOf: (row, column) => (column === undefined ? String(row) : `${column.split(' ', 1)[0]}${row}`),
  };
}

import { type Day, parseDay } from '#domain/calendar/day.ts';
import type { ListedPerson } from '#domain/cross-check/person.ts';
import type { Outcome, Refusal } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { numberInTwo } from '../people/number-in-two.ts';
import { daysIn } from '../people/read-day.ts';
import { splitPhones } from '../phone.ts';
import { type Cell, cellText } from '../table/cell.ts';
import type { ColumnField, GivenColumns } from '../table/column-field.ts';
import { readTable, type Table } from '../table/read-table.ts';
import type { TableRow } from '../table/sort-rows.ts';
import { readNameless } from './read-nameless.ts';

export interface ListedOptions {
  readonly sheet?: string;
  readonly columns?: GivenColumns;
}

type Filled = ReadonlyMap<ColumnField, readonly Cell[]>;

/**
 * Reads the rows of a list to compare with, as they are written: a number with a fault, a day that cannot be, a phone
 * nobody can dial never costs a row. Rows are numbered as in the file, the heading row counted; a list of headings alone has none.
 */
export async function readListed(
  bytes: Uint8Array,
  name: string,
  options: ListedOptions = {},
): Promise<Outcome<ListedPerson[]>> {
  const read = await readListedTable(bytes, name, options);
  return read.ok ? accepted([...read.people]) : refused(...read.refusals);
}

export type ListedTable =
  | (Pick<Table, 'ok' | 'format' | 'headings' | 'faults' | 'notes' | 'doubts'> & {
      readonly people: readonly ListedPerson[];
      /** When each person started and ended what the list is about, in the order of the people. */
      readonly days: readonly { readonly startedOn: Day | null; readonly endedOn: Day | null }[];
    })
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The same with what else was found on the way: days, faults with their places, and what to look at. */
export async function readListedTable(bytes: Uint8Array, name: string, options: ListedOptions): Promise<ListedTable> {
  const table = await readTable(bytes, { name, ...options });
  if (table.ok) return asTable(table);
  const none = { ok: true, format: 'csv', sheet: '', headingRow: 1, notes: [], faults: [], doubts: [] } as const;
  if (table.refusals.every(({ code }) => code === 'intake.table.noRows'))
    return asTable({ ...none, headings: [], rows: [] });
  const nameless = table.refusals.some(({ code }) => code === 'intake.table.noHeading')
    ? await readNameless(bytes)
    : undefined;
  return nameless ? asTable({ ...none, ...nameless }) : table;
}

function asTable({ rows, headings, format, faults, notes, doubts }: Table): ListedTable {
  const columns = headings.flatMap(({ column, field }) => (field ? [{ column, field }] : []));
  const filled = rows.map((row) => ({ row: row.row, cells: filledCells(row, columns) }));
  return {
    ...{ ok: true, format, headings, faults, notes, doubts },
    people: filled.map(({ row, cells }) => asListed(row, cells)),
    days: filled.map(({ cells }) => ({ startedOn: dayIn(cells, 'courseFrom'), endedOn: dayIn(cells, 'courseTo') })),
  };
}

function dayIn(filled: Filled, field: 'courseFrom' | 'courseTo'): Day | null {
  const cell = filled.get(field)?.[0];
  return (cell && daysIn(cell)[0]) ?? null;
}

function filledCells({ cells }: TableRow, columns: readonly { column: number; field: ColumnField }[]): Filled {
  const filled = new Map<ColumnField, Cell[]>();
  for (const { column, field } of columns) {
    const cell = cells[column];
    if (cell === undefined || cell.kind === 'empty' || cell.kind === 'unreadable') continue;
    const others = filled.get(field);
    if (others) others.push(cell);
    else filled.set(field, [cell]);
  }
  return filled;
}

function asListed(row: number, filled: Filled): ListedPerson {
  const text = (...fields: ColumnField[]) =>
    fields.map((field) => cellText(filled.get(field)?.[0])).find(Boolean) ?? '';
  const bornCell = filled.get('born')?.[0];
  const bornText = cellText(bornCell).replaceAll(/\s/g, '');
  // Some systems write the whole number in the column for the birth date, others split it.
  const number = numberInTwo(text('nationalId'), bornCell) ?? text('nationalId');
  const nationalId = number || (/^\d{11}$/.test(bornText) ? bornText : '');
  const birthDate = bornCell && birthDateIn(bornCell);
  const fullName = text('fullName') || (text('surnameFirst') && withComma(text('surnameFirst')));
  const street = (['street', 'street2', 'street3'] as const)
    .map((field) => text(field))
    .filter(Boolean)
    .join(', ');
  const phones = ([...(filled.get('mobile') ?? []), ...(filled.get('phone') ?? [])] as const).flatMap((cell) =>
    splitPhones(cellText(cell)),
  );
  const facts = {
    nationalId,
    fullName,
    firstName: text('firstName'),
    middleName: text('middleName'),
    lastName: text('lastName'),
    address: street,
    postcode: text('postcode', 'postcodeAndPlace'),
    municipality: text('municipalityName', 'municipality', 'municipalityNumber'),
    email: text('email').replace(/^mailto:/i, ''),
  };
  const written = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== ''));
  return { row, ...written, ...(birthDate && { birthDate }), ...(phones.length > 0 && { phones }) };
}

/** `Hansen Kari Marie` under a heading that says the surname comes first. */
const withComma = (text: string): string => (text.includes(',') ? text : text.replace(/^(\S+)\s+/, '$1, '));

/** The day, or the one that is left when a month over twelve shows that day and month changed places. */
function birthDateIn(cell: Cell): Day | undefined {
  const [found] = daysIn(cell);
  if (found !== undefined) return found;
  const text = cellText(cell);
  const iso = /^(\d{4})\D(\d{1,2})\D(\d{1,2})/.exec(text);
  const norwegian = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})/.exec(text);
  const [year, month, inMonth] = iso ? [iso[1], iso[3], iso[2]] : [norwegian?.[3], norwegian?.[1], norwegian?.[2]];
  return parseDay(`${year}-${month?.padStart(2, '0')}-${inMonth?.padStart(2, '0')}`);
}

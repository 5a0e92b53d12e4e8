import type { Day } from '#domain/calendar/day.ts';
import type { ListedPerson } from '#domain/cross-check/person.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';
import type { GivenColumns } from '../table/column-field.ts';
import { givenColumns } from '../table/given-columns.ts';
import { readListedTable } from './read-listed.ts';

/** One row of a list to cross-check, with when it says the person started and ended. */
export interface CheckRow extends ListedPerson {
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
}

export type CheckListReading =
  | {
      readonly ok: true;
      readonly format: string;
      readonly rows: readonly CheckRow[];
      readonly hasStartColumn: boolean;
      /** Rows that could not be read as rows, each with its place. */
      readonly faults: readonly Fault[];
      /** What a person should know before the list is trusted: other sheets, hidden rows, columns read twice. */
      readonly notes: readonly Refusal[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Words for the days of a start and an end that transfer lists do not have; a column map given by a person goes before them. */
const ownColumns: GivenColumns = {
  ...Object.fromEntries(
    [
      'Kontraktsdato Kontraktstart Kontraktsstart Lærekontraktstart Kontraktfra Kontrakt.fra Kontrakt.start Fra Fradato Fra.dato',
      'Oppstart Starta Startet Begynte Byrja Begynt Inntaksdato Startdag Contract.date Contract.start Started From From.date',
    ].flatMap((words) => words.split(' ').map((word) => [word.replaceAll('.', ' '), 'courseFrom'] as const)),
  ),
  ...Object.fromEntries(
    [
      'Til',
      'Tildato',
      'Til dato',
      'Kontraktslutt',
      'Kontrakt til',
      'Until',
      'To',
      'Sluttdag',
      'Avsluttet',
      'Avslutta',
    ].map((word) => [word, 'courseTo'] as const),
  ),
};

/** Reads a list to cross-check: whole, or refused with the place named. `columns` are headings with the field each of them is. */
export async function readCheckList(
  bytes: Uint8Array,
  name: string,
  columns: Readonly<Record<string, string>> = {},
): Promise<CheckListReading> {
  const given = givenColumns(columns);
  if (!given.ok) return given;
  const read = await readListedTable(bytes, name, { columns: { ...ownColumns, ...given.value } });
  if (!read.ok) return read;
  const { people, days, headings, format, faults, notes, doubts } = read;
  return {
    ...{ ok: true, format, faults },
    rows: people.map((person, at) => ({ ...person, ...(days[at] ?? { startedOn: null, endedOn: null }) })),
    hasStartColumn: headings.some(({ field }) => field === 'courseFrom'),
    notes: [
      ...notes.map(({ code, facts, row, column }) => ({ code, facts: { ...facts, ...at(row, column) } })),
      ...doubts,
    ],
  };
}

const at = (row: number | undefined, column: string | undefined) => ({
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
});

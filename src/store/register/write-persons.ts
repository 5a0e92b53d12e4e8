import { sql, type Transaction } from 'kysely';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { type numberRow, personRow } from './person-rows.ts';
import { openRecord } from './stored-record.ts';

export interface WrittenPerson {
  readonly personId: string;
  readonly record: YouthRecord;
  readonly writtenBy: string | null;
}

/** Writes new records over persons that are there, in one statement. */
export async function rewritePersons(
  tx: Transaction<Tables>,
  sealing: Sealing,
  persons: readonly WrittenPerson[],
): Promise<void> {
  if (persons.length === 0) return;
  const rows = persons.map(({ personId, record, writtenBy }) => personRow(personId, record, writtenBy, sealing));
  // The record is JSON within JSON: `#>> '{}'` gives its text back.
  await sql`
    update person set id_kind = new.id_kind, name = new.name, sort_name = new.sort_name, search_name = new.search_name,
      born_on = new.born_on, protection = new.protection, mobile = new.mobile, record = (new.record #>> '{}')::jsonb,
      written_by = new.written_by
    from jsonb_populate_recordset(null::person, ${JSON.stringify(rows)}::jsonb) as new
    where person.person_id = new.person_id`.execute(tx);
}

/** Numbers that are the same but were read anew: their kind, or the birth day they carry. */
export async function rewriteNumbers(
  tx: Transaction<Tables>,
  numbers: readonly ReturnType<typeof numberRow>[],
): Promise<void> {
  if (numbers.length === 0) return;
  await sql`
    update person_number set number_sealed = new.number_sealed, kind = new.kind
    from jsonb_populate_recordset(null::person_number, ${JSON.stringify(numbers)}::jsonb) as new
    where person_number.number_index = new.number_index`.execute(tx);
}

/** Persons by one of their numbers, as they are known now. */
export async function personsByKey(
  tx: Transaction<Tables>,
  sealing: Sealing,
  keys: readonly string[],
): Promise<ReadonlyMap<string, WrittenPerson>> {
  const rows = await tx
    .selectFrom('person_number as asked')
    .innerJoin('person', 'person.person_id', 'asked.person_id')
    .innerJoin('person_number as held', (join) =>
      join.onRef('held.person_id', '=', 'person.person_id').on('held.current', '=', true),
    )
    .select(['asked.number_index', 'person.person_id', 'record', 'written_by', 'held.number_sealed'])
    .where('asked.number_index', 'in', sql<string>`(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.number_index,
      {
        personId: row.person_id,
        record: openRecord(row.record, row.number_sealed, sealing),
        writtenBy: row.written_by,
      },
    ]),
  );
}

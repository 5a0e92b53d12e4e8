import type { Day } from '#domain/calendar/day.ts';
import type { AddressProtection } from '#domain/person/youth-record.ts';
import type { Person, Register } from '#ports/register.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';
import { knownIn } from './known.ts';
import { openRecord } from './stored-record.ts';

/** The register on our database. */
export const register = (db: Database, sealing: Sealing): Register => ({
  keyOf: ({ text }) => sealing.blindIndex(text),
  knownFor: (runId) => knownIn(db, sealing, runId),
  findPerson: async ({ text }) => {
    const row = await db
      .selectFrom('person_number')
      .select('person_id')
      .where('number_index', '=', sealing.blindIndex(text))
      .executeTakeFirst();
    return row?.person_id;
  },
  readPerson: async (personId) => {
    const row = await people(db).where('person.person_id', '=', personId).executeTakeFirst();
    return row && asPerson(row, sealing);
  },
  readPersonOf: async (caseId) => {
    const row = await people(db)
      .innerJoin('youth_case', 'youth_case.person_id', 'person.person_id')
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    return row && asPerson(row, sealing);
  },
});

const people = (db: Database) =>
  db
    .selectFrom('person')
    .leftJoin('person_number', (join) =>
      join.onRef('person_number.person_id', '=', 'person.person_id').on('person_number.current', '=', true),
    )
    .select([
      'person.person_id',
      'person.name',
      'person.born_on',
      'person.protection',
      'person.mobile',
      'person.record',
      'person_number.number_sealed',
    ]);

interface PersonRow {
  readonly person_id: string;
  readonly name: string;
  readonly born_on: string | null;
  readonly protection: string;
  readonly mobile: string | null;
  readonly record: unknown;
  readonly number_sealed: string | null;
}

const asPerson = (row: PersonRow, sealing: Sealing): Person => ({
  personId: row.person_id,
  name: row.name,
  // `as`: a `date` column gives days, and only `personRow` writes the protection.
  born: row.born_on as Day | null,
  protection: row.protection as AddressProtection,
  mobile: row.mobile,
  record: openRecord(row.record, row.number_sealed, sealing),
});

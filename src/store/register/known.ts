import type { Transaction } from 'kysely';
import type { Mended } from '#domain/person/mended-contact.ts';
import type { TransferCode } from '#domain/person/youth-record.ts';
import type { KnownInRun } from '#ports/register.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { openRecord } from './stored-record.ts';

/** All youths of a run. The transfer code is the case's: a person may be in two runs, with a code in each. */
export async function knownIn(
  db: Database | Transaction<Tables>,
  sealing: Sealing,
  runId: string,
): Promise<readonly KnownInRun[]> {
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .innerJoin('person_number', (join) =>
      join.onRef('person_number.person_id', '=', 'person.person_id').on('person_number.current', '=', true),
    )
    .select([
      'case_id',
      'youth_case.person_id',
      'on_list',
      'transfer_code',
      'number_index',
      'number_sealed',
      'record',
      'mended',
    ])
    .where('run_id', '=', runId)
    .execute();
  const older = await olderNumbers(db, runId);
  return rows.map((row) => {
    const { transferCode: _, ...record } = openRecord(row.record, row.number_sealed, sealing);
    // `as`: the column holds transfer codes only.
    const transferCode = row.transfer_code as TransferCode | null;
    return {
      caseId: row.case_id,
      personId: row.person_id,
      key: row.number_index,
      olderKeys: older.get(row.person_id) ?? [],
      onList: row.on_list,
      record: { ...record, ...(transferCode && { transferCode }) },
      // `as`: only mending by hand writes the column.
      ...(row.mended === null ? {} : { mended: row.mended as Mended }),
    };
  });
}

async function olderNumbers(
  db: Database | Transaction<Tables>,
  runId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('person_number')
    .innerJoin('youth_case', 'youth_case.person_id', 'person_number.person_id')
    .select(['person_number.person_id', 'number_index'])
    .where('run_id', '=', runId)
    .where('current', '=', false)
    .execute();
  const byPerson = new Map<string, string[]>();
  for (const { person_id, number_index } of rows)
    byPerson.set(person_id, [...(byPerson.get(person_id) ?? []), number_index]);
  return byPerson;
}

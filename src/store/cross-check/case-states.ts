import { sql, type Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { caseFileIn } from '../cases.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';

/** What a code is proposed from: the case file as it stands, its last step, and the birth date. */
export interface CaseState {
  readonly personId: string;
  readonly born: Day | null;
  readonly sequence: number;
  readonly file: CaseFile;
}

export async function caseStates(
  db: Database | Transaction<Tables>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseState>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'youth/' || youth_case.case_id`))
    .select(['case_id', 'person_id', 'born_on', 'standing.sequence', 'input', 'snapshot'])
    .where('case_id', 'in', among(caseIds))
    .execute();
  return new Map(
    rows.map(({ case_id, person_id, born_on, sequence, ...standing }) => [
      case_id,
      { personId: person_id, born: born_on as Day | null, sequence, file: caseFileIn(standing) },
    ]),
  );
}

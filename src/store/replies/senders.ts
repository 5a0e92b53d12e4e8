import { type Expression, type SqlBool, sql } from 'kysely';
import type { Candidate } from '#domain/reply/sender.ts';
import type { Database } from '../open.ts';

/** Youths of a run whose own or whose guardian's number this is. A number may be in both: then both are found. */
export async function byNumber(db: Database, runId: string, number: string): Promise<readonly Candidate[]> {
  const own = JSON.stringify([number]);
  const rows = await inRun(db, runId)
    .select([
      sql<boolean>`coalesce(record -> 'mobiles' @> ${own}::jsonb or record -> 'phones' @> ${own}::jsonb, false)`.as(
        'own',
      ),
      guardianHas('mobiles', own).as('mobile'),
      guardianHas('phones', own).as('phone'),
    ])
    .where(
      sql<boolean>`record -> 'mobiles' @> ${own}::jsonb or record -> 'phones' @> ${own}::jsonb
        or ${guardianHas('mobiles', own)} or ${guardianHas('phones', own)}`,
    )
    .execute();
  return rows.flatMap(({ case_id, own: isOwn, mobile, phone }) => both(case_id, isOwn, mobile || phone, 'phone'));
}

/** Youths of a run whose own or whose guardian's e-mail address this is. */
export async function byEmail(db: Database, runId: string, email: string): Promise<readonly Candidate[]> {
  const address = email.toLowerCase();
  const guardians = sql<boolean>`exists (select 1 from jsonb_array_elements(coalesce(record -> 'guardians', '[]'::jsonb)) as guardian
    where lower(guardian ->> 'email') = ${address})`;
  const rows = await inRun(db, runId)
    .select([sql<boolean>`coalesce(lower(record ->> 'email') = ${address}, false)`.as('own'), guardians.as('guardian')])
    .where(sql<boolean>`lower(record ->> 'email') = ${address} or ${guardians}`)
    .execute();
  return rows.flatMap(({ case_id, own, guardian }) => both(case_id, own, guardian, 'email'));
}

const inRun = (db: Database, runId: string) =>
  db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select('case_id')
    .where('run_id', '=', runId);

const guardianHas = (field: 'mobiles' | 'phones', numbers: string) =>
  sql<boolean>`coalesce(record -> 'guardians' @> jsonb_build_array(jsonb_build_object(${sql.lit(field)}::text, ${numbers}::jsonb)), false)`;

function both(caseId: string, own: boolean, guardian: boolean, by: Candidate['by']): readonly Candidate[] {
  return [
    ...(own ? [{ caseId, as: 'youth', by } as const] : []),
    ...(guardian ? [{ caseId, as: 'guardian', by } as const] : []),
  ];
}

/** A reply that may be this youth's has come after that moment and is not set aside: nothing more goes to them by itself. */
export const hasRepliedSince = (caseId: Expression<string>, moment: Expression<number>): Expression<SqlBool> =>
  sql<boolean>`exists (select 1 from inbound_candidate join inbound using (inbound_id)
    where inbound_candidate.case_id = ${caseId} and inbound.received_at >= ${moment} and inbound.state <> 'set-aside')`;

import type { Actor } from '#domain/access/actor.ts';
import { type CaseId, caseId } from '#domain/ids.ts';
import { among } from './among.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { ofRun } from './youth-filter.ts';

/** What some youths are called and where they belong, as far as the reader may see them; by name. */
export async function namedCases(
  { db }: Asking,
  { actor, runId, ids }: { readonly actor: Actor; readonly runId: string; readonly ids: readonly string[] },
): Promise<readonly { readonly caseId: CaseId; readonly name: string; readonly unit: string }[]> {
  const seen = await db
    .selectFrom('youth_case')
    .select('case_id')
    .where(ofRun(runId))
    .where(within(reachOf(actor)))
    .where('case_id', 'in', among(ids))
    .execute();
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select(['youth_case.case_id', 'person.name', 'unit.name as unit'])
    .where('youth_case.case_id', 'in', among(seen.map(({ case_id }) => case_id)))
    .orderBy('youth_case.sort_name')
    .execute();
  return rows.map(({ case_id, name, unit }) => ({ caseId: caseId(case_id), name, unit: unit ?? '' }));
}

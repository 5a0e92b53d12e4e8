import { type ExpressionBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import { commandsOfLists } from './ledger.ts';

/** What the rows of a case say beside the register: whose it is, where it stands, and which intake wrote the person last. */
export interface StandingCase {
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
  readonly writtenBy: string | null;
  readonly sequence: number;
}

export async function standingCases(
  tx: Transaction<Tables>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StandingCase>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'youth/' || youth_case.case_id`))
    .select(['case_id', 'unit_id', 'caseworker_id', 'written_by', 'standing.sequence'])
    .where('case_id', 'in', among(caseIds))
    .execute();
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        unitId: row.unit_id,
        caseworkerId: row.caseworker_id,
        writtenBy: row.written_by,
        sequence: row.sequence,
      },
    ]),
  );
}

/** Those whose unit or caseworker a person has set: a list does not move them. */
export async function assignedByHand(
  tx: Transaction<Tables>,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('journal')
    .select('subject')
    .distinct()
    .where('event_type', '=', 'case.assigned')
    .where(notByAList)
    .where('subject', 'in', among(caseIds.map((caseId) => `youth/${caseId}`)))
    .execute();
  return new Set(rows.map(({ subject }) => subject.slice('youth/'.length)));
}

/** Cases with a step or a note since they stood at that number. What lists have told them is no edit, nor is that time has passed. */
export async function editedSince(
  tx: Transaction<Tables>,
  cases: readonly { readonly caseId: string; readonly sequence: number }[],
): Promise<ReadonlySet<string>> {
  const stood = new Map(cases.map(({ caseId, sequence }) => [caseId, sequence]));
  const ids = [...stood.keys()];
  const steps = await tx
    .selectFrom('journal')
    .select(['subject', 'sequence'])
    .where('subject', 'in', among(ids.map((caseId) => `youth/${caseId}`)))
    .where('sequence', '>', 0)
    .where('event_type', '<>', 'deadline.passed')
    .where(notByAList)
    .execute();
  const notes = await tx.selectFrom('note').select('case_id').distinct().where('case_id', 'in', among(ids)).execute();
  const stepped = steps
    .map(({ subject, sequence }) => ({ caseId: subject.slice('youth/'.length), sequence }))
    .filter(({ caseId, sequence }) => sequence > (stood.get(caseId) ?? 0));
  return new Set([...stepped.map(({ caseId }) => caseId), ...notes.map(({ case_id }) => case_id)]);
}

const notByAList = (where: ExpressionBuilder<Tables, 'journal'>) =>
  where.or([where('command_id', 'is', null), where('command_id', 'not like', `${commandsOfLists}%`)]);

export async function setOnList(tx: Transaction<Tables>, caseIds: readonly string[], isOn: boolean): Promise<void> {
  if (caseIds.length > 0)
    await tx.updateTable('youth_case').set({ on_list: isOn }).where('case_id', 'in', among(caseIds)).execute();
}

export async function setSchools(
  tx: Transaction<Tables>,
  rows: readonly { readonly case_id: string; readonly school: string | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update youth_case set school = new.school
    from jsonb_populate_recordset(null::youth_case, ${JSON.stringify(rows)}::jsonb) as new
    where youth_case.case_id = new.case_id`.execute(tx);
}

/** Any number of values in one parameter. */
export const among = (values: readonly string[]) =>
  sql<string>`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

import { sql, type Transaction } from 'kysely';
import type { Happening } from '#domain/standing.ts';
import { insertMany } from '../insert-many.ts';
import { joinPersons, type PersonLedger, partPersons } from '../register/join-persons.ts';
import type { Tables } from '../schema.ts';

/** A step by which another case's history came to this one, or went back. */
interface MergeStep extends Happening {
  readonly mergeId: string;
  readonly away: string;
  readonly before?: unknown;
  readonly now: unknown;
}

/** So far apart that no case has as many steps. */
const room = 1_000_000;

/**
 * Makes two cases' rows one, in the step's own transaction: the case that goes is in no list and no number from this moment, its
 * contacts count as the kept one's, and both numbers lead to one person. The journals of both stay as they are.
 */
export async function mergeRows(tx: Transaction<Tables>, kept: string, event: Happening): Promise<void> {
  // `as`: only `case.merged` comes here.
  const { mergeId, away, before, now, at, doer } = event as MergeStep;
  const [keptRow, awayRow] = [await caseRow(tx, kept), await caseRow(tx, away)];
  if (!keptRow || !awayRow) throw new Error(`a merge of cases that are not both there: ${mergeId}`);
  const { offset } = await tx
    .selectFrom('person_merge')
    .select((where) => sql<number>`(${where.fn.countAll()} + 1) * ${sql.lit(room)}`.as('offset'))
    .where('kept_case', '=', kept)
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('youth_case').where('case_id', '=', away).execute();
  await tx
    .updateTable('contact')
    .set((where) => ({ case_id: kept, sequence: where('sequence', '-', Number(offset)) }))
    .where('case_id', '=', away)
    .execute();
  const ledger = await joinPersons(tx, keptRow.person_id, awayRow.person_id);
  await insertMany(tx, 'person_merge', [
    {
      merge_id: mergeId,
      run_id: keptRow.run_id,
      kept_case: kept,
      away_case: away,
      kept_person: keptRow.person_id,
      away_person: awayRow.person_id,
      before: JSON.stringify(before),
      now: JSON.stringify(now),
      away_row: JSON.stringify(awayRow),
      ledger: JSON.stringify(ledger),
      contact_offset: Number(offset),
      recorded_at: at,
      by_staff: doer.by,
    },
  ]);
  await tx
    .deleteFrom('likely_double')
    .where((where) => where.or([where('one_case', '=', away), where('other_case', '=', away)]))
    .execute();
}

/** Takes a merge back: the case that went has its row, its contacts and its person again. */
export async function partRows(tx: Transaction<Tables>, kept: string, event: Happening): Promise<void> {
  // `as`: only `case.parted` comes here.
  const { mergeId, away, at, doer } = event as MergeStep;
  const merge = await tx
    .selectFrom('person_merge')
    .selectAll()
    .where('merge_id', '=', mergeId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (!merge) return;
  // `as`: `mergeRows` above put both there.
  await partPersons(tx, merge.kept_person, merge.away_person, merge.ledger as PersonLedger);
  const row = merge.away_row as Awaited<ReturnType<typeof caseRow>>;
  if (row) await insertMany(tx, 'youth_case', [row]);
  const least = -merge.contact_offset;
  await tx
    .updateTable('contact')
    .set((where) => ({ case_id: away, sequence: where('sequence', '+', merge.contact_offset) }))
    .where('case_id', '=', kept)
    .where('sequence', '>', least)
    .where('sequence', '<', least + room)
    .where('sequence', '<=', 0)
    .execute();
  await tx
    .updateTable('person_merge')
    .set({ undone_at: at, undone_by: doer.by })
    .where('merge_id', '=', mergeId)
    .execute();
}

/** Without what the database mirrors from the person by itself. */
async function caseRow(tx: Transaction<Tables>, caseId: string) {
  const row = await tx
    .selectFrom('youth_case')
    .selectAll()
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { sort_name: _, born_on: __, is_protected: ___, has_mobile: ____, ...own } = row;
  return own;
}

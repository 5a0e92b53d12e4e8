import type { Actor } from '#domain/access/actor.ts';
import { mayCrossCheck } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import type { CheckListKind } from '#domain/cross-check/list-kind.ts';
import type { PlannedCohort } from '#domain/plan/plan.ts';
import type { CheckCounts, CheckListHead, CheckListsAnswer } from './answers/cross-check.ts';
import { countsOf, pairsOf } from './cross-check-counts.ts';
import { dayAt } from './intakes.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking, Tabled } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { isClosed } from './run.ts';
import { namesOf } from './staff-names.ts';

/** The lists of a run with their numbers, the newest first. */
export async function crossCheckLists(
  asking: Asking,
  plans: PlanBook,
  { actor, runId, today }: { readonly actor: Actor; readonly runId: string; readonly today: Day },
): Promise<CheckListsAnswer> {
  const { db } = asking;
  const cohorts = (await plans.inForce(runId))?.plan.cohorts ?? [];
  const rows = mayCrossCheck(actor) ? await listRows(db).where('run_id', '=', runId).execute() : [];
  const counts = await countsOf(
    db,
    actor,
    rows.map(({ list_id }) => list_id),
  );
  const nameOf = await namesOf(
    db,
    rows.map(({ received_by }) => received_by),
  );
  return {
    today,
    lists: rows.map((row) => listHead(row, cohorts, nameOf(row.received_by), counts.get(row.list_id))),
    windows: cohorts.map(({ id, title, from, to }) => ({ id, title, from, to })),
    mayReceive: mayCrossCheck(actor) && !(await isClosed(db, runId)),
    atRisk: await lettersAtRisk(db, actor, runId),
  };
}

export type ListRow = Awaited<ReturnType<ReturnType<typeof listRows>['execute']>>[number];

export const listRows = (db: Tabled) =>
  db
    .selectFrom('cross_check_list')
    .select([
      ...(['list_id', 'run_id', 'kind', 'title', 'file_name', 'format', 'cohort', 'window_from', 'window_to'] as const),
      ...(['received_at', 'received_by', 'matched_at', 'register_size', 'remarks'] as const),
    ])
    .orderBy('received_at', 'desc')
    .orderBy('list_id');

export function listHead(
  row: ListRow,
  cohorts: readonly PlannedCohort[],
  by: string | undefined,
  counts: CheckCounts | undefined,
): CheckListHead {
  const [from, to] = [parseDay(row.window_from ?? ''), parseDay(row.window_to ?? '')];
  if (!counts) throw new Error('a list without numbers');
  return {
    listId: row.list_id,
    // `as`: the desk gives only kinds there are.
    kind: row.kind as CheckListKind,
    title: row.title ?? undefined,
    file: row.file_name,
    format: row.format,
    received: dayAt(row.received_at),
    by,
    matched: dayAt(row.matched_at),
    registerSize: row.register_size,
    window: from && to && { from, to, title: cohorts.find(({ id }) => id === row.cohort)?.title },
    counts,
  };
}

/** Those who did not apply, have no OT code yet, and stand on a list: a letter sent before the cross-check would reach them. */
export async function lettersAtRisk(db: Tabled, actor: Actor, runId: string): Promise<number> {
  const row = await pairsOf(db, within(reachOf(actor)))
    .where('youth_case.run_id', '=', runId)
    .where('transfer_code', '=', 'OSON')
    .where('status_code', 'is', null)
    .where('state', '=', 'waiting')
    .select((where) => where.fn.count<number>('pair.case_id').distinct().as('n'))
    .executeTakeFirst();
  return row?.n ?? 0;
}

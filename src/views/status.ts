import type { RunId } from '#domain/ids.ts';
import type { Words } from '#domain/plan/template.ts';
import type { RunHead } from './answers/run.ts';
import type { Opening } from './answers/runs.ts';
import { checklist } from './checklist.ts';
import { progressOf } from './pace.ts';
import { phaseStates } from './phase-rows.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { runHead } from './run.ts';
import { tasksOf } from './task-rows.ts';

/** A run in numbers, for whoever keeps it going; no person is in it. */
export interface RunStatus {
  readonly head: RunHead;
  readonly phases: readonly {
    readonly phaseId: string;
    readonly number: number;
    readonly title: Words;
    readonly state: string;
    readonly done: number;
    readonly total: number;
  }[];
  /** By status code, those without one under null; the most first. */
  readonly codes: readonly { readonly code: string | null; readonly count: number }[];
  /** How far the engine is behind the rows. */
  readonly opening: Opening;
  /** Orders that are not settled yet. */
  readonly unsettled: number;
}

export async function status(asking: Asking, plans: PlanBook, runId: RunId): Promise<RunStatus | undefined> {
  const { db } = asking;
  const head = await runHead(asking, runId);
  const plan = (await plans.inForce(runId))?.plan;
  if (!head || !plan) return undefined;
  const list = checklist(plan, await tasksOf(db, runId));
  const stateOf = await phaseStates(db, runId);
  const codes = await db
    .selectFrom('youth_case')
    .select((where) => ['status_code as code', where.fn.countAll<number>().as('count')])
    .where('run_id', '=', runId)
    .groupBy('status_code')
    .orderBy('count', 'desc')
    .execute();
  const orders = await db
    .selectFrom('orders')
    .innerJoin('standing', 'standing.subject', 'orders.subject')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where('standing.run_id', '=', runId)
    .where('orders.state', '<>', 'settled')
    .executeTakeFirst();
  return {
    head,
    phases: plan.phases.map((phase) => ({
      phaseId: phase.id,
      number: phase.number,
      title: phase.title,
      state: stateOf(phase.id),
      ...progressOf(list.ofPhase(phase)),
    })),
    codes,
    opening: await opening(asking, runId),
    unsettled: orders?.n ?? 0,
  };
}

/** How many of the run's cases the engine we are with has opened. */
export async function opening({ db }: Asking, runId: RunId): Promise<Opening> {
  const row = await db
    .selectFrom('standing')
    .select((where) => [
      where.fn.countAll<number>().as('cases'),
      where.fn
        .countAll<number>()
        .filterWhere('engine', '=', (from) => from.selectFrom('engine_mark').select('engine_mark.engine').limit(1))
        .as('opened'),
    ])
    .where('run_id', '=', runId)
    .where('kind', '=', 'youth')
    .executeTakeFirst();
  return { cases: row?.cases ?? 0, opened: row?.opened ?? 0 };
}

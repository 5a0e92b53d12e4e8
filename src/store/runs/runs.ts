import type { PlanInputs } from '#domain/plan/roll-forward.ts';
import type { PlanVersion, Runs } from '#ports/runs.ts';
import type { Database } from '../open.ts';
import { clockIn } from './clock-in.ts';
import { runRows } from './run-rows.ts';
import { startRun, writeTasks } from './start-run.ts';

/** Runs on our database. `now` is the real clock. */
export const runs = (db: Database, now: () => number): Runs => ({
  start: (run) => startRun(db, run),
  planInForce: async (runId) => {
    const run = await db.selectFrom('run').select('plan_version').where('run_id', '=', runId).executeTakeFirst();
    return run && planVersion(db, runId, run.plan_version);
  },
  planVersion: (runId, version) => planVersion(db, runId, version),
  keepPlan: (next) => keepPlan(db, next),
  addTasks: async (runId, version) => {
    const found = await planVersion(db, runId, version);
    return found ? db.transaction().execute((tx) => writeTasks(tx, runId, found.plan)) : [];
  },
  dependants: async (runId, taskId) => {
    const rows = await db
      .selectFrom('task_dependency')
      .select('task_id')
      .where('run_id', '=', runId)
      .where('waits_for', '=', taskId)
      .execute();
    return rows.map(({ task_id }) => task_id);
  },
  rows: (runId) => runRows(db, runId),
  clock: async (runId) => {
    const run = await db
      .selectFrom('run')
      .select(['rehearsal_now', 'rehearsal_set_at'])
      .where('run_id', '=', runId)
      .executeTakeFirst();
    return clockIn(run, now());
  },
});

async function planVersion(db: Database, runId: string, version: number): Promise<PlanVersion | undefined> {
  const row = await db
    .selectFrom('plan')
    .innerJoin('run', 'run.run_id', 'plan.run_id')
    .select(['plan.plan', 'plan.changes', 'plan.completions', 'run.inputs'])
    .where('plan.run_id', '=', runId)
    .where('plan.version', '=', version)
    .executeTakeFirst();
  if (!row) return undefined;
  // `as`: `startRun` and `keepPlan` put these columns there.
  const inputs = { ...(row.inputs as PlanInputs), changes: row.changes, completions: row.completions } as PlanInputs;
  return { runId, version, plan: row.plan as PlanVersion['plan'], inputs };
}

async function keepPlan(
  db: Database,
  { runId, plan, completions, at, by, key }: Parameters<Runs['keepPlan']>[0],
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('run').select('run_id').where('run_id', '=', runId).forUpdate().execute();
    const versions = await tx.selectFrom('plan').select(['version', 'kept_as']).where('run_id', '=', runId).execute();
    const earlier = versions.find(({ kept_as }) => kept_as === key);
    if (earlier) return earlier.version;
    const version = Math.max(0, ...versions.map((row) => row.version)) + 1;
    await tx
      .insertInto('plan')
      .values({
        run_id: runId,
        version,
        plan: JSON.stringify(plan),
        changes: JSON.stringify(plan.changes),
        completions: JSON.stringify(completions),
        recorded_at: at,
        by_staff: by,
        kept_as: key,
      })
      .execute();
    return version;
  });
}

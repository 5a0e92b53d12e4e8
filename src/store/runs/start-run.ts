import type { Transaction } from 'kysely';
import type { TaskFile, YearFile } from '#domain/run/files.ts';
import { addedTaskFiles, phaseFile } from '#domain/run/from-plan.ts';
import type { NewRun } from '#ports/runs.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import { standingRow } from '../standing-row.ts';

/** Writes a run whole: its plan, its phases and tasks, and where each of them stands. */
export async function startRun(db: Database, run: NewRun): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { runId, plan, inputs, at, by } = run;
    await tx.insertInto('run').values(runRow(run)).execute();
    await tx
      .insertInto('plan')
      .values({
        run_id: runId,
        version: 1,
        plan: JSON.stringify(plan),
        changes: JSON.stringify(inputs.changes ?? []),
        completions: JSON.stringify(inputs.completions ?? {}),
        recorded_at: at,
        by_staff: by,
        kept_as: null,
      })
      .execute();
    await writePhases(tx, run);
    await writeTasks(tx, runId, plan);
    const year: YearFile = {
      runId,
      planVersion: 1,
      completions: inputs.completions ?? {},
      closedAt: null,
      deadlines: {},
    };
    await tx
      .insertInto('standing')
      .values(standingRow('year', `year/${runId}`, runId, year))
      .execute();
    await tx.insertInto('journal').values(startedRow(run)).execute();
  });
}

function runRow({ runId, title, inputs, plan, rehearsalNow, realNow, at, by }: NewRun) {
  return {
    run_id: runId,
    school_year: inputs.schoolYear,
    title,
    template_id: plan.template.id,
    template_version: plan.template.version,
    state: 'running',
    plan_version: 1,
    rehearsal_now: rehearsalNow,
    rehearsal_set_at: rehearsalNow === null ? null : realNow,
    clock_shift: rehearsalNow === null ? 0 : rehearsalNow - realNow,
    inputs: JSON.stringify({ ...inputs, changes: [], completions: {} }),
    created_at: at,
    created_by: by,
  };
}

async function writePhases(tx: Transaction<Tables>, { runId, plan }: NewRun): Promise<void> {
  const files = plan.phases.map((phase) => phaseFile(runId, plan, phase));
  const rows = files.map((file, index) => ({
    run_id: runId,
    phase_id: file.phaseId,
    position: index + 1,
    state: 'planned',
    opens_at: file.opensAt,
    closes_at: file.closesAt,
    closed_at: null,
  }));
  if (rows.length > 0) await tx.insertInto('phase').values(rows).execute();
  await insertMany(
    tx,
    'standing',
    files.map((file) => standingRow('phase', `phase/${runId}/${file.phaseId}`, runId, file)),
  );
}

/** Rows for the tasks of a plan that have none yet; gives their subjects. */
export async function writeTasks(
  tx: Transaction<Tables>,
  runId: string,
  plan: NewRun['plan'],
): Promise<readonly string[]> {
  const states = await tx.selectFrom('task').select(['task_id', 'state']).where('run_id', '=', runId).execute();
  const known = new Map(states.map(({ task_id, state }) => [task_id, state]));
  const tasks = addedTaskFiles(runId, plan, known);
  const rows = tasks.map(({ task, instance, file }, index) => ({
    run_id: runId,
    task_id: file.taskId,
    phase_id: file.phaseId,
    definition: task.key,
    position: known.size + index,
    task_group: task.group,
    unit_id: instance.unit ?? null,
    staff_id: file.staffId,
    role: task.role,
    required: task.required,
    kind: file.kind,
    state: file.openBefore.length > 0 ? 'waiting' : 'ready',
    timeliness: 'onTime',
    due_on: file.dueOn,
    done_at: null,
    done_by: null,
    skip_reason: null,
  }));
  await insertMany(tx, 'task', rows);
  await insertMany(
    tx,
    'task_dependency',
    tasks.flatMap(({ file }) =>
      file.waitsFor.map((before) => ({ run_id: runId, task_id: file.taskId, waits_for: before })),
    ),
  );
  const subjectOf = (file: TaskFile) => `task/${runId}/${file.taskId}`;
  await insertMany(
    tx,
    'standing',
    tasks.map(({ file }) => standingRow('task', subjectOf(file), runId, file)),
  );
  return tasks.map(({ file }) => subjectOf(file));
}

function startedRow({ runId, at, by, inputs }: NewRun) {
  const event = { type: 'year.started', at, doer: { by }, schoolYear: inputs.schoolYear };
  return {
    subject: `year/${runId}`,
    sequence: 0,
    run_id: runId,
    event_type: event.type,
    event: JSON.stringify(event),
    by_staff: by,
    on_behalf_of: null,
    effective_on: null,
    recorded_at: at,
    command_id: null,
    fingerprint: '',
  };
}

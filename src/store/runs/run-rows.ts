import type { RunRows } from '#ports/runs.ts';
import type { Database } from '../open.ts';

/** Phases and tasks of a run as they are now, in the order of the sheet. */
export async function runRows(db: Database, runId: string): Promise<RunRows> {
  const phases = await db
    .selectFrom('phase')
    .select(['phase_id as phaseId', 'opens_at as opensAt', 'closes_at as closesAt'])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute();
  const tasks = await db
    .selectFrom('task')
    .select([
      'task_id as taskId',
      'phase_id as phaseId',
      'definition',
      'due_on as dueOn',
      'staff_id as staffId',
      'state',
      'required',
    ])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute();
  return { phases, tasks };
}

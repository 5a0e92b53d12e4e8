import { type Day, type Instant, instant, parseDay } from '#domain/calendar/day.ts';
import { type PhaseId, phaseId, type TaskId, taskId } from '#domain/ids.ts';
import type { Tabled } from './ports.ts';

export const taskStates = ['waiting', 'ready', 'done', 'skipped', 'expired'] as const;
export type TaskState = (typeof taskStates)[number];

/** One task of a run as it stands: for one person, one unit or the county. */
export interface TaskNow {
  readonly taskId: TaskId;
  readonly phaseId: PhaseId;
  /** Key of the plan's task. */
  readonly definition: string;
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly role: string;
  readonly required: boolean;
  readonly kind: string;
  readonly state: TaskState;
  readonly due: Day | undefined;
  readonly doneAt: Instant | undefined;
  readonly doneBy: string | null;
  readonly skipReason: string | null;
}

/** Every task of a run, in the order of the sheet. */
export async function tasksOf(db: Tabled, runId: string): Promise<readonly TaskNow[]> {
  const rows = await db
    .selectFrom('task')
    .select([
      'task_id',
      'phase_id',
      'definition',
      'unit_id',
      'staff_id',
      'role',
      'required',
      'kind',
      'state',
      'due_on',
      'done_at',
      'done_by',
      'skip_reason',
    ])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    taskId: taskId(row.task_id),
    phaseId: phaseId(row.phase_id),
    definition: row.definition,
    unitId: row.unit_id,
    staffId: row.staff_id,
    role: row.role,
    required: row.required,
    kind: row.kind,
    // `as`: the column follows the task's machine, whose states these are.
    state: row.state as TaskState,
    due: parseDay(row.due_on ?? ''),
    doneAt: row.done_at === null ? undefined : instant(row.done_at),
    doneBy: row.done_by,
    skipReason: row.skip_reason,
  }));
}

export const isOpen = ({ state }: TaskNow): boolean => state === 'waiting' || state === 'ready';

export function grouped<K, T>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

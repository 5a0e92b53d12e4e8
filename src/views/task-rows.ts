import { sql } from 'kysely';
import { type Day, type Instant, instant } from '#domain/calendar/day.ts';
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

/** Every task of a run, in the order of the sheet. They come as one value: a thousand rows of a dozen columns cost more to unpack. */
export async function tasksOf(db: Tabled, runId: string): Promise<readonly TaskNow[]> {
  const row = await db
    .selectFrom('task')
    .select(
      sql<
        readonly Packed[] | null
      >`json_agg(json_build_array(task_id, phase_id, definition, unit_id, staff_id, role, required,
        kind, state, due_on, done_at, done_by, skip_reason) order by position)`.as('all'),
    )
    .where('run_id', '=', runId)
    .executeTakeFirst();
  return (row?.all ?? []).map(unpacked);
}

type Packed = readonly [
  taskId: string,
  phaseId: string,
  definition: string,
  unitId: string | null,
  staffId: string | null,
  role: string,
  required: boolean,
  kind: string,
  state: string,
  due: string | null,
  doneAt: number | null,
  doneBy: string | null,
  skipReason: string | null,
];

function unpacked(packed: Packed): TaskNow {
  const [task, phase, definition, unitId, staffId, role, required, kind, state, due, doneAt, doneBy, skipReason] =
    packed;
  return {
    taskId: taskId(task),
    phaseId: phaseId(phase),
    definition,
    unitId,
    staffId,
    role,
    required,
    kind,
    // `as` twice: the columns follow the task's machine, whose states these are, and a `date` column holds days.
    state: state as TaskState,
    due: (due as Day | null) ?? undefined,
    doneAt: doneAt === null ? undefined : instant(doneAt),
    doneBy,
    skipReason,
  };
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

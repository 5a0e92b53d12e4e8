import type { Day } from '../calendar/day.ts';
import { type Answered, isAnswered } from '../plan/condition.ts';
import type { Plan, PlannedPhase, PlannedTask } from '../plan/plan.ts';
import { phaseSpan } from '../plan/plan-dates.ts';
import type { TaskKind } from '../plan/template.ts';

/** What is left of a condition, summed by whose it is; what belongs to nobody is only in the county's sum. */
export interface Left {
  readonly condition: string;
  readonly staffId: string | null;
  readonly unitId: string | null;
  readonly track: string | null;
  readonly n: number;
}

/** Of a task that closes itself: which question, of which track, and the day from which an empty answer means done. */
export interface Asked {
  readonly condition: Answered;
  readonly track: string | null;
  readonly from: Day;
}

/** Whose part of a task it is; a person's that was given to nobody is about the youths that are nobody's. */
export type Part =
  | { readonly whose: 'everybody' }
  | { readonly whose: 'person'; readonly staffId: string | null }
  | { readonly whose: 'unit'; readonly unitId: string | null };
export const everybody: Part = { whose: 'everybody' };

/** The tasks of a plan that the register answers for, by key. */
export function askedOf(plan: Plan): ReadonlyMap<string, Asked> {
  return new Map(
    plan.phases.flatMap((phase) =>
      phase.tasks.flatMap((task) => {
        const asked = askedFor(plan, phase, task);
        return asked ? [[task.key, asked] as const] : [];
      }),
    ),
  );
}

function askedFor(plan: Plan, phase: PlannedPhase, { kind, track, window }: PlannedTask): Asked | undefined {
  if (kind.by === 'person' || !isAnswered(kind.condition)) return undefined;
  const opens = phase.windows.find(({ id }) => id === window)?.opens.day ?? phaseSpan(plan, phase).from;
  // What the system has done is done, whatever the day.
  return { condition: kind.condition, track: track ?? null, from: kind.by === 'system' ? plan.span.from : opens };
}

/** A person may tick it: as the plan says, and where the register has no answer yet. */
export const isForHands = (kind: TaskKind): boolean =>
  kind.by === 'person' || kind.byHand === true || !isAnswered(kind.condition);

/** The part a row of a task is, by the id of the instance: it stays the same when the task is given to somebody else. */
export function partOf({ taskId, staffId, unitId }: Pick<TaskStand, 'taskId' | 'staffId' | 'unitId'>): Part {
  if (taskId.includes('@staff:')) return { whose: 'person', staffId };
  return taskId.includes('@unit:') ? { whose: 'unit', unitId } : everybody;
}

/** How many are left of what was asked, for one part. */
export const leftOf = ({ condition, track }: Omit<Asked, 'from'>, part: Part, all: readonly Left[]): number =>
  all
    .filter((left) => left.condition === condition && (track === null || left.track === track) && isTheirs(left, part))
    .reduce((sum, { n }) => sum + n, 0);

function isTheirs(left: Left, part: Part): boolean {
  if (part.whose === 'everybody') return true;
  return part.whose === 'person' ? left.staffId === part.staffId : left.unitId === part.unitId;
}

/** A task as it stands, as far as the register may turn it. */
export interface TaskStand {
  readonly taskId: string;
  readonly staffId: string | null;
  readonly unitId: string | null;
  /** Key of the plan's task. */
  readonly definition: string;
  readonly state: string;
  readonly doneBy: string | null;
}

export interface Turn {
  readonly taskId: string;
  readonly type: 'condition.met' | 'condition.broken';
  readonly condition: Answered;
  readonly count: number;
}

/** It can be done now: what it waits for is settled, and its window is open, so that there was something to do. */
const mayClose = ({ state }: TaskStand, { from }: Asked, today: Day): boolean => state === 'ready' && today >= from;
/** Only what the register closed, the register opens; what a person ticked or left out stays. */
const mayOpen = ({ state, doneBy }: TaskStand): boolean => state === 'done' && doneBy === null;

/** What must be asked to know how these tasks stand. */
export const toAsk = (
  tasks: readonly TaskStand[],
  asked: ReadonlyMap<string, Asked>,
  today: Day,
): readonly Answered[] => [
  ...new Set(
    tasks.flatMap((task) => {
      const question = asked.get(task.definition);
      return question && (mayClose(task, question, today) || mayOpen(task)) ? [question.condition] : [];
    }),
  ),
];

/** The tasks that stand otherwise than the register says. */
export function turnsOf(
  tasks: readonly TaskStand[],
  asked: ReadonlyMap<string, Asked>,
  left: readonly Left[],
  today: Day,
): readonly Turn[] {
  return tasks.flatMap((task): readonly Turn[] => {
    const question = asked.get(task.definition);
    if (!question) return [];
    const { condition } = question;
    const count = leftOf(question, partOf(task), left);
    if (mayClose(task, question, today) && count === 0)
      return [{ taskId: task.taskId, type: 'condition.met', condition, count }];
    return mayOpen(task) && count > 0 ? [{ taskId: task.taskId, type: 'condition.broken', condition, count }] : [];
  });
}

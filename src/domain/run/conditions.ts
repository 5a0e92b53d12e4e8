import type { Day } from '../calendar/day.ts';
import type { Condition } from '../plan/condition.ts';
import type { Plan, PlannedPhase, PlannedTask } from '../plan/plan.ts';
import { phaseSpan } from '../plan/plan-dates.ts';
import type { TaskKind } from '../plan/template.ts';

/** What is left of a condition, summed by whose it is; what belongs to nobody is only in the county's sum. */
export interface Left {
  readonly condition: string;
  readonly staffId: string | null;
  readonly unitId: string | null;
  readonly track: string | null;
  /** The plan's window it belongs to; null for what belongs to none. */
  readonly window: string | null;
  readonly n: number;
}

/** Of a task that closes itself: which question, and the part of the plan it is about. */
export interface Question {
  readonly condition: Condition;
  readonly track: string | null;
  readonly window: string | null;
}
export interface Asked extends Question {
  /** The day from which an empty answer means done. */
  readonly from: Day;
  /** The last day on which it opens again; null where that is always. */
  readonly until: Day | null;
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
  if (kind.by === 'person') return undefined;
  const { condition } = kind;
  const span = phaseSpan(plan, phase);
  const opens = phase.windows.find(({ id }) => id === window)?.opens.day ?? span.from;
  return {
    ...{ condition, track: track ?? null, window: window ?? null },
    // What the system has done is done, whatever the day.
    from: kind.by === 'system' ? plan.span.from : opens,
    // Days alone make a case stale: what becomes so after the cleaning is next year's.
    until: condition === 'no-stale-case-in-own-list' ? span.to : null,
  };
}

/** A person may tick it, as the plan says. */
export const isForHands = (kind: TaskKind): boolean => kind.by === 'person' || kind.byHand === true;

/** The part a row of a task is, by the id of the instance: it stays the same when the task is given to somebody else. */
export function partOf({ taskId, staffId, unitId }: Pick<TaskStand, 'taskId' | 'staffId' | 'unitId'>): Part {
  if (taskId.includes('@staff:')) return { whose: 'person', staffId };
  return taskId.includes('@unit:') ? { whose: 'unit', unitId } : everybody;
}

/** How many are left of what was asked, for one part. */
export const leftOf = (question: Question, part: Part, all: readonly Left[]): number =>
  all.filter((left) => isAbout(left, question) && isTheirs(left, part)).reduce((sum, { n }) => sum + n, 0);

const isAbout = (left: Left, { condition, track, window }: Question): boolean =>
  left.condition === condition &&
  (track === null || left.track === track) &&
  (window === null || left.window === null || left.window === window);

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
  readonly condition: Condition;
  readonly count: number;
}

/** It can be done now: what it waits for is settled, and its window is open, so that there was something to do. */
const mayClose = ({ state }: TaskStand, { from }: Asked, today: Day): boolean => state === 'ready' && today >= from;
/** Only what the register closed, the register opens; what a person ticked or left out stays. */
const mayOpen = ({ state, doneBy }: TaskStand, { until }: Asked, today: Day): boolean =>
  state === 'done' && doneBy === null && (until === null || today <= until);

/** What must be asked to know how these tasks stand. */
export const toAsk = (
  tasks: readonly TaskStand[],
  asked: ReadonlyMap<string, Asked>,
  today: Day,
): readonly Condition[] => [
  ...new Set(
    tasks.flatMap((task) => {
      const question = asked.get(task.definition);
      return question && (mayClose(task, question, today) || mayOpen(task, question, today))
        ? [question.condition]
        : [];
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
    return mayOpen(task, question, today) && count > 0
      ? [{ taskId: task.taskId, type: 'condition.broken', condition, count }]
      : [];
  });
}

import { daysBetween } from '../calendar/arithmetic.ts';
import type { Day } from '../calendar/day.ts';
import type { StaffId, TaskId } from '../ids.ts';
import type { Plan, PlannedTask, TaskInstance } from './plan.ts';
import { datesOf, everyTask } from './plan-dates.ts';
import type { Role } from './role.ts';

/** One thing that is not the same in two plans. */
export type Difference =
  | {
      readonly kind: 'date';
      readonly key: string;
      readonly from: Day;
      readonly to: Day;
      /** Later is positive. */
      readonly days: number;
      readonly forecast: boolean;
    }
  /** The same day, but no longer a forecast; or a forecast again. */
  | { readonly kind: 'certainty'; readonly key: string; readonly day: Day; readonly forecast: boolean }
  | { readonly kind: 'task-added' | 'task-removed'; readonly key: string; readonly instances: readonly TaskId[] }
  | { readonly kind: 'task-skipped' | 'task-back'; readonly key: string; readonly instances: readonly TaskId[] }
  | { readonly kind: 'role'; readonly key: string; readonly from: Role; readonly to: Role }
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly instance: TaskId;
      readonly from: StaffId | undefined;
      readonly to: StaffId | undefined;
    };

/** What differs from the first plan to the second: dates in calendar order, then tasks, then who. */
export function whatMoves(before: Plan, after: Plan): readonly Difference[] {
  return [...dateMoves(before, after), ...taskMoves(before, after), ...whoMoves(before, after)];
}

function dateMoves(before: Plan, after: Plan): readonly Difference[] {
  const old = datesOf(before);
  return [...datesOf(after).values()]
    .flatMap(({ key, day, forecast }): readonly (Difference & { readonly on: Day })[] => {
      const was = old.get(key);
      if (!was) return [];
      if (was.day !== day)
        return [{ kind: 'date', key, from: was.day, to: day, days: daysBetween(was.day, day), forecast, on: day }];
      return was.forecast === forecast ? [] : [{ kind: 'certainty', key, day, forecast, on: day }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on: _, ...difference }) => difference);
}

function taskMoves(before: Plan, after: Plan): readonly Difference[] {
  const [old, now] = [instancesById(before), instancesById(after)];
  const left = (id: TaskId, plan: Instances) => plan.get(id)?.instance.skipped !== undefined;
  const both = [...now.keys()].filter((id) => old.has(id));
  return [
    ...byTask(
      'task-added',
      now,
      [...now.keys()].filter((id) => !old.has(id)),
    ),
    ...byTask(
      'task-removed',
      old,
      [...old.keys()].filter((id) => !now.has(id)),
    ),
    ...byTask(
      'task-skipped',
      now,
      both.filter((id) => left(id, now) && !left(id, old)),
    ),
    ...byTask(
      'task-back',
      now,
      both.filter((id) => !left(id, now) && left(id, old)),
    ),
  ];
}

type Instances = ReadonlyMap<TaskId, { readonly task: PlannedTask; readonly instance: TaskInstance }>;
type TaskMove = 'task-added' | 'task-removed' | 'task-skipped' | 'task-back';

const instancesById = (plan: Plan): Instances => new Map(everyTask(plan).map((one) => [one.instance.id, one]));

function byTask(kind: TaskMove, plan: Instances, ids: readonly TaskId[]): readonly Difference[] {
  const found = new Map<string, TaskId[]>();
  for (const id of ids) {
    const key = plan.get(id)?.task.key ?? id;
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return [...found].map(([key, instances]) => ({ kind, key, instances }));
}

function whoMoves(before: Plan, after: Plan): readonly Difference[] {
  const old = instancesById(before);
  const oldTasks = new Map(before.phases.flatMap((phase) => phase.tasks).map((task) => [task.key, task]));
  const tasks = after.phases.flatMap((phase) => phase.tasks);
  return [
    ...tasks.flatMap((task): readonly Difference[] => {
      const was = oldTasks.get(task.key);
      return was && was.role !== task.role ? [{ kind: 'role', key: task.key, from: was.role, to: task.role }] : [];
    }),
    ...everyTask(after).flatMap(({ task, instance }): readonly Difference[] => {
      const was = old.get(instance.id);
      if (!was || was.instance.staff === instance.staff) return [];
      return [{ kind: 'person', key: task.key, instance: instance.id, from: was.instance.staff, to: instance.staff }];
    }),
  ];
}

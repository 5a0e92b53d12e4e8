import type { TaskId } from '../ids.ts';
import type { Plan, PlannedTask, TaskInstance } from './plan.ts';

/**
 * The task instances one waits for: where both are one for each person (or each unit), only that person's (that unit's);
 * otherwise all instances. What is skipped is not waited for.
 */
export function waitsFor(plan: Plan, task: PlannedTask, instance: TaskInstance): readonly TaskId[] {
  const tasks = plan.phases.flatMap((phase) => phase.tasks);
  return task.dependsOn.flatMap((key) => {
    const first = tasks.find((other) => other.key === key);
    if (!first) return [];
    const own = first.multiplicity === task.multiplicity ? idFor(first, task, instance) : undefined;
    return first.instances
      .filter((other) => other.skipped === undefined && (own === undefined || other.id === own))
      .map((other) => other.id);
  });
}

/** The same `@staff:` or `@unit:` ending on the other task's key; undefined where no such instance exists. */
function idFor(first: PlannedTask, task: PlannedTask, instance: TaskInstance): TaskId | undefined {
  const id = first.key + instance.id.slice(task.key.length);
  return first.instances.find((other) => other.id === id)?.id;
}

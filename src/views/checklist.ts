import { type PhaseId, taskId } from '#domain/ids.ts';
import type { Plan, PlannedPhase, PlannedTask } from '#domain/plan/plan.ts';
import type { TaskRef } from './answers/pace.ts';
import { grouped, isOpen, type TaskNow } from './task-rows.ts';

/** A task of the plan with its rows: one, or one for each person or unit. */
export interface Listed {
  readonly planned: PlannedTask;
  readonly rows: readonly TaskNow[];
}

/** A run's plan and rows laid together. */
export interface Checklist {
  readonly plan: Plan;
  readonly rows: readonly TaskNow[];
  /** The tasks of a phase that have rows, in the order of the sheet. */
  readonly ofPhase: (phase: PlannedPhase) => readonly Listed[];
  /** What a task that cannot start yet waits for; empty for every other. */
  readonly waitsFor: (row: TaskNow) => readonly TaskRef[];
  readonly refOf: (row: TaskNow) => TaskRef | undefined;
}

export function checklist(plan: Plan, rows: readonly TaskNow[]): Checklist {
  const byDefinition = grouped(rows, ({ definition }) => definition);
  const planned = new Map(plan.phases.flatMap(({ tasks }) => tasks).map((task) => [task.key, task]));
  return {
    plan,
    rows,
    ofPhase: ({ tasks }) =>
      tasks.flatMap((task) => {
        const own = byDefinition.get(task.key) ?? [];
        return own.length === 0 ? [] : [{ planned: task, rows: own }];
      }),
    waitsFor: (row) =>
      row.state !== 'waiting'
        ? []
        : (planned.get(row.definition)?.dependsOn ?? []).flatMap((key) => {
            const before = planned.get(key);
            return before && stillOpen(before, byDefinition.get(key) ?? [], row) ? [refTo(before)] : [];
          }),
    refOf: (row) => {
      const task = planned.get(row.definition);
      return task && { taskId: row.taskId, phaseId: row.phaseId, title: task.title };
    },
  };
}

/** One's own unit's or own earlier task where there is one, else all of them: as `from-plan.ts` ties them. */
function stillOpen({ multiplicity }: PlannedTask, before: readonly TaskNow[], after: TaskNow): boolean {
  const own = before.filter(
    ({ unitId, staffId }) =>
      (after.staffId !== null && staffId === after.staffId) || (after.unitId !== null && unitId === after.unitId),
  );
  return (multiplicity !== 'once' && own.length > 0 ? own : before).some(isOpen);
}

/** A task of the plan by its key, which is the id of its line whether one does it or many. */
export const refTo = (planned: PlannedTask): TaskRef => ({
  taskId: taskId(planned.key),
  phaseId: planned.phase,
  title: planned.title,
});

export const phaseOf = (plan: Plan, id: PhaseId | string): PlannedPhase | undefined =>
  plan.phases.find((phase) => phase.id === id);

import { addDays } from '../calendar/arithmetic.ts';
import type { ClockTime } from '../calendar/clock-time.ts';
import type { Day } from '../calendar/day.ts';
import { instantAt } from '../calendar/oslo-clock.ts';
import { addWorkingDays } from '../calendar/working-day.ts';
import type { Plan, PlannedPhase, PlannedTask, TaskInstance } from '../plan/plan.ts';
import { phaseSpan } from '../plan/plan-dates.ts';
import { isForHands } from './conditions.ts';
import type { PhaseFile, TaskFile } from './files.ts';

/** A task's reminders begin this many working days before it is due. */
const soon = 3;
// `as`: a time on the clock, written as the type wants it.
const midnight = '00:00' as ClockTime;

/** The moments that follow from a due day: when it is near, and the first moment after it. */
export const momentsOf = (dueOn: Day) => ({
  dueSoonAt: instantAt(addWorkingDays(dueOn, -soon), midnight),
  overdueAt: instantAt(addDays(dueOn, 1), midnight),
});

/** The moments of a phase: from its first window's first day to the end of its last window's last. */
export function momentsOfPhase(plan: Plan, phase: PlannedPhase) {
  const { from, to } = phaseSpan(plan, phase);
  const { dueSoonAt, overdueAt } = momentsOf(to);
  return { opensAt: instantAt(from, midnight), dueSoonAt, closesAt: overdueAt };
}

/** What a phase's machine begins from. */
export function phaseFile(runId: string, plan: Plan, phase: PlannedPhase): PhaseFile {
  const { opensAt, dueSoonAt, closesAt } = momentsOfPhase(plan, phase);
  const names = (when: 'before' | 'after') => phase.counters.filter((c) => c.when === when).map((c) => c.count);
  return {
    runId,
    phaseId: phase.id,
    opensAt,
    closesAt,
    closedAt: null,
    countsBefore: names('before'),
    countsAfter: names('after'),
    deadlines: { opens: opensAt, dueSoon: dueSoonAt, closes: closesAt },
  };
}

/** A task instance with what its machine begins from. */
export interface PlannedInstance {
  readonly task: PlannedTask;
  readonly instance: TaskInstance;
  readonly file: TaskFile;
}

/** Every task of a phase that is to be done in this run. */
export const taskFiles = (runId: string, plan: Plan, phase: PlannedPhase): readonly PlannedInstance[] =>
  phase.tasks.flatMap((task) =>
    task.instances
      .filter(({ skipped }) => skipped === undefined)
      .map((instance) => ({ task, instance, file: taskFile(runId, plan, task, instance) })),
  );

/** Tasks of a plan that a run does not have yet; what they wait for may be settled already. `known`: the state of each task it has. */
export const addedTaskFiles = (
  runId: string,
  plan: Plan,
  known: ReadonlyMap<string, string>,
): readonly PlannedInstance[] => {
  const isOpen = (id: string): boolean => !settledStates.includes(known.get(id) ?? '');
  return plan.phases
    .flatMap((phase) => taskFiles(runId, plan, phase))
    .filter(({ file }) => !known.has(file.taskId))
    .map((added) => ({ ...added, file: { ...added.file, openBefore: added.file.waitsFor.filter(isOpen) } }));
};

const settledStates: readonly string[] = ['done', 'skipped', 'expired'];

function taskFile(runId: string, plan: Plan, task: PlannedTask, instance: TaskInstance): TaskFile {
  const { dueSoonAt, overdueAt } = momentsOf(task.due.day);
  const waitsFor = task.dependsOn.flatMap((key) => before(plan, key, instance));
  return {
    runId,
    phaseId: task.phase,
    taskId: instance.id,
    required: task.required,
    kind: kinds[task.kind.by],
    byHand: isForHands(task.kind),
    dueOn: task.due.day,
    waitsFor,
    openBefore: waitsFor,
    doneAt: null,
    doneBy: null,
    skipReason: null,
    staffId: instance.staff ?? null,
    deadlines: { dueSoon: dueSoonAt, overdue: overdueAt },
    rested: {},
  };
}

const kinds = { person: 'manual', system: 'system', data: 'condition' } as const;

/** One's own unit's or own earlier task where there is one; otherwise all of them. */
function before(plan: Plan, key: string, after: TaskInstance): readonly string[] {
  const found = plan.phases.flatMap(({ tasks }) => tasks).find((task) => task.key === key);
  const open = (found?.instances ?? []).filter(({ skipped }) => skipped === undefined);
  const own = open.filter(
    ({ unit, staff }) =>
      (after.staff !== undefined && staff === after.staff) || (after.unit !== undefined && unit === after.unit),
  );
  const isMultiplied = found?.multiplicity !== 'once';
  return (isMultiplied && own.length > 0 ? own : open).map(({ id }) => id);
}

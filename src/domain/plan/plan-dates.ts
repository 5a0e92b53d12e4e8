import type { Span } from '../calendar/school-year.ts';
import type { Plan, PlannedDate, PlannedPhase, PlannedTask, TaskInstance } from './plan.ts';

/** Every date of a plan by its key: tasks, ends of windows, anchors, reporting days. */
export function datesOf(plan: Pick<Plan, 'phases' | 'anchors' | 'reportingDays'>): ReadonlyMap<string, PlannedDate> {
  const dates = [
    ...plan.anchors.map((anchor) => anchor.date),
    ...plan.reportingDays.map((one) => one.date),
    ...plan.phases.flatMap((phase) => [
      ...phase.windows.flatMap((window) => [window.opens, window.closes]),
      ...phase.tasks.map((task) => task.due),
    ]),
  ];
  return new Map(dates.map((date) => [date.key, date]));
}

/** From the first window's opening to the last one's close; a phase without windows has its tasks' dates, else the plan's span. */
export function phaseSpan(plan: Plan, phase: PlannedPhase): Span {
  const days = (
    phase.windows.length > 0
      ? phase.windows.flatMap((window) => [window.opens.day, window.closes.day])
      : phase.tasks.map((task) => task.due.day)
  ).sort();
  return { from: days[0] ?? plan.span.from, to: days.at(-1) ?? plan.span.to };
}

/** Every task instance of a plan with the task it belongs to, in the order of the sheet. */
export const everyTask = (plan: Plan): readonly { readonly task: PlannedTask; readonly instance: TaskInstance }[] =>
  plan.phases.flatMap((phase) => phase.tasks.flatMap((task) => task.instances.map((instance) => ({ task, instance }))));

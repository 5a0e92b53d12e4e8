import type { Day } from '../calendar/day.ts';
import { instantAt } from '../calendar/oslo-clock.ts';
import type { Plan } from '../plan/plan.ts';
import { callingHours } from './call-rules.ts';

/** When a drive is held, by the plan: its window, and the reporting day it works towards. */
export interface DriveDates {
  readonly window: string | null;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly reportOn: Day;
}

/** The plan's window that is on, or comes next; the last one when all are over. Undefined for a plan without a phone drive. */
export function driveDates(plan: Plan, today: Day): DriveDates | undefined {
  const windows = plan.phases.find(({ id }) => id === 'phone')?.windows ?? [];
  const window = windows.find(({ closes }) => closes.day >= today) ?? windows.at(-1);
  if (!window) return undefined;
  const closesOn = window.closes.day;
  return { window: window.id, opensOn: window.opens.day, closesOn, reportOn: reportDay(plan, closesOn) };
}

/** The first reporting day on or after a day; the day itself where the plan has none. */
export const reportDay = (plan: Plan, on: Day): Day =>
  plan.reportingDays.map(({ date }) => date.day).find((day) => day >= on) ?? on;

/** A drive opens when calling begins, and closes when it ends. */
export const momentsOfDrive = ({ opensOn, closesOn }: Pick<DriveDates, 'opensOn' | 'closesOn'>) => ({
  opensAt: instantAt(opensOn, callingHours.from) as number,
  closesAt: instantAt(closesOn, callingHours.to) as number,
});

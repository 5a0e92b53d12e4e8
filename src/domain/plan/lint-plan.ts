import { addDays } from '../calendar/arithmetic.ts';
import type { Day } from '../calendar/day.ts';
import { holidayOn } from '../calendar/holiday.ts';
import { isWithin, startYear } from '../calendar/school-year.ts';
import { weekday, weekdays } from '../calendar/week.ts';
import { dayOff, moveToWorkingDay } from '../calendar/working-day.ts';
import type { Finding, Lint } from './finding.ts';
import { lintOrder } from './lint-order.ts';
import type { Plan, PlannedCohort, PlannedDate } from './plan.ts';
import { datesOf } from './plan-dates.ts';
import { writtenYear, yearsLater } from './written-year.ts';

/** Everything wrong with a dated plan: the faults of the sheet (process.md F1–F7) and what rolling found. None when it is clean. */
export function lintPlan(plan: Plan, known: Lint = {}): readonly Finding[] {
  const leftOut = new Set(
    plan.phases.flatMap((phase) => phase.tasks).flatMap((task) => (task.skipped ? [task.key] : [])),
  );
  // What could not be found is told once, where it was looked for; what hangs on it is right or wrong when that is mended.
  const dates = [...datesOf(plan).values()].filter((date) => !leftOut.has(date.key) && !date.lost);
  const deadlines = deadlinesOf(plan);
  const asked = dates.filter((date) => deadlines.has(date.key) && date.move === 'undeclared' && dayOff(date.day));
  return [
    ...plan.findings,
    ...outsideTheYear(plan, dates),
    ...dates.flatMap(wrongWeekday),
    ...lintOrder(plan, known),
    ...causesOf(asked).map(onDayOff),
    ...plan.cohorts.flatMap((cohort) => [...notRolled(cohort), ...endsBeforeItBegins(cohort, plan.span.to)]),
    ...plan.phases.flatMap((phase): readonly Finding[] =>
      phase.tasks.length > 0 && phase.windows.length > 0
        ? []
        : [{ id: 'empty-phase', severity: 'error', where: phase.id, dates: [], facts: { lacks: lacking(phase) } }],
    ),
  ];
}

const lacking = (phase: Plan['phases'][number]): string => (phase.tasks.length > 0 ? 'windows' : 'tasks');

/** F1: a date outside the school year and the spring before it. */
function outsideTheYear(plan: Plan, dates: readonly PlannedDate[]): readonly Finding[] {
  const outside = causesOf(dates.filter((date) => !isWithin(date.day, plan.span)));
  if (outside.length === 0) return [];
  const years = startYear(plan.schoolYear) - writtenYear(outside.map((date) => date.day));
  return outside.map((date) => {
    const rolled = yearsLater(date.day, years);
    const proposal = isWithin(rolled, plan.span) ? rolled : date.day < plan.span.from ? plan.span.from : plan.span.to;
    const { from, to } = plan.span;
    return {
      id: 'F1',
      severity: 'error',
      where: date.key,
      dates: [date.day, proposal],
      facts: { day: date.day, from, to, schoolYear: plan.schoolYear },
      proposal,
    };
  });
}

/** Without those that only follow another of them: mending the one mends the rest. */
function causesOf(dates: readonly PlannedDate[]): readonly PlannedDate[] {
  const keys = new Set(dates.map((date) => date.key));
  return dates.filter((date) => date.hangsOn === undefined || !keys.has(date.hangsOn));
}

/** F2: a weekday was typed and the calendar has another. The nearest day with the typed name is proposed. */
function wrongWeekday(date: PlannedDate): readonly Finding[] {
  const typed = date.typedWeekday;
  const day = date.moved?.from ?? date.day;
  const real = weekday(day);
  if (typed === undefined || typed === real) return [];
  const apart = (weekdays.indexOf(typed) - weekdays.indexOf(real) + 7) % 7;
  const proposal = addDays(day, apart > 3 ? apart - 7 : apart);
  const facts = { day, typed, weekday: real };
  return [{ id: 'F2', severity: 'error', where: date.key, dates: [day, proposal], facts, proposal }];
}

/** What somebody must have done by: when windows open, and what hangs in between, may be any day. */
const deadlinesOf = (plan: Plan): ReadonlySet<string> =>
  new Set([
    ...plan.reportingDays.map((one) => one.date.key),
    ...plan.phases.flatMap((phase) => [
      ...phase.windows.map((window) => window.closes.key),
      ...phase.tasks.map((task) => task.due.key),
    ]),
  ]);

/** F6: a deadline on a day off, and nothing said about what to do then. */
function onDayOff(date: PlannedDate): Finding {
  const previous = moveToWorkingDay(date.day, 'previous');
  const next = moveToWorkingDay(date.day, 'next');
  const name = holidayOn(date.day) ?? weekday(date.day);
  const facts = { day: date.day, because: name, previous, next };
  return { id: 'F6', severity: 'error', where: date.key, dates: [date.day, previous, next], facts, proposal: previous };
}

/** A cohort nobody can be in. One whose beginning was not to be found stands on the plan's last day, and is told of already. */
function endsBeforeItBegins({ id, from, to }: PlannedCohort, lastDay: Day): readonly Finding[] {
  if (to >= from || from === lastDay) return [];
  const facts = { opensDay: from, closesDay: to };
  return [{ id: 'window-backwards', severity: 'error', where: id, dates: [to, from], facts, proposal: from }];
}

/** F7: a cohort window left behind in another year. */
function notRolled(cohort: PlannedCohort): readonly Finding[] {
  const { from, to, wanted } = cohort;
  if (from === wanted.from && to === wanted.to) return [];
  return [
    {
      id: 'F7',
      severity: 'error',
      where: cohort.id,
      dates: [from, to, wanted.from, wanted.to],
      facts: { from, to, wantedFrom: wanted.from, wantedTo: wanted.to },
      proposal: `${wanted.from}/${wanted.to}`,
    },
  ];
}

import type { ClockTime } from '../calendar/clock-time.ts';
import type { Day } from '../calendar/day.ts';
import type { SchoolYear, Span } from '../calendar/school-year.ts';
import type { Weekday } from '../calendar/week.ts';
import type { PhaseId, StaffId, TaskId, UnitId } from '../ids.ts';
import type { PlanChange } from './change.ts';
import type { Finding } from './finding.ts';
import type { Role } from './role.ts';
import type {
  Area,
  Choice,
  Counter,
  Move,
  Multiplicity,
  OrderRule,
  Reference,
  TaskGroup,
  TaskKind,
  Track,
  Words,
} from './template.ts';

/** One date of a plan, and how it came to be that day. */
export interface PlannedDate {
  /** `<phase>.<task>`, `<phase>.<window>.opens|closes`, id of an anchor or reporting day. */
  readonly key: string;
  readonly day: Day;
  /** It hangs on something that has not happened yet (F8). */
  readonly forecast: boolean;
  readonly move: Move | 'undeclared';
  /** The day the rule gave first, and why it is not that day. */
  readonly moved?: { readonly from: Day; readonly because: 'weekend' | 'holiday'; readonly to: 'previous' | 'next' };
  readonly time?: ClockTime;
  /** Key of the date or completion event it is counted from. */
  readonly hangsOn?: string;
  /** A weekday that was typed beside the date (F2). */
  readonly typedWeekday?: Weekday;
  /** Somebody set this day by hand after the plan was rolled. */
  readonly setByHand?: boolean;
  /** No day was to be found, here or in what it hangs on: a finding says why, and the plan's last day stands in its place. */
  readonly lost?: true;
}

/** One task to do for one person, one unit or the county. */
export interface TaskInstance {
  readonly id: TaskId;
  readonly unit?: UnitId;
  /** The one who answers for it; absent when everybody with the role (in the unit) shares it, or nobody has the role. */
  readonly staff?: StaffId;
  /** Left out of this run, and why. */
  readonly skipped?: string;
}

export interface PlannedTask {
  /** `<phase>.<task>`: what others depend on. */
  readonly key: string;
  readonly phase: PhaseId;
  readonly group: TaskGroup;
  readonly title: Words;
  readonly note?: Words;
  readonly role: Role;
  readonly multiplicity: Multiplicity;
  readonly dependsOn: readonly string[];
  readonly required: boolean;
  readonly kind: TaskKind;
  readonly doneIn?: Area;
  readonly due: PlannedDate;
  readonly track?: string;
  readonly window?: string;
  readonly choices?: readonly Choice[];
  readonly references: readonly Reference[];
  /** The whole task is left out of this run, and why. */
  readonly skipped?: string;
  readonly instances: readonly TaskInstance[];
}

export interface PlannedWindow {
  readonly id: string;
  readonly title?: Words;
  readonly track?: string;
  readonly opens: PlannedDate;
  readonly closes: PlannedDate;
}

export interface PlannedPhase {
  readonly id: PhaseId;
  /** 1–7, left to right on the board. */
  readonly number: number;
  readonly title: Words;
  readonly what: Words;
  readonly owner: Role;
  readonly participants: readonly Role[];
  readonly place: Words;
  readonly references: readonly Reference[];
  /** The phase is open from the first to the last; none only in a plan that lint refuses. */
  readonly windows: readonly PlannedWindow[];
  readonly counters: readonly Counter[];
  readonly tasks: readonly PlannedTask[];
}

export interface PlannedAnchor {
  readonly id: string;
  readonly title: Words;
  readonly date: PlannedDate;
  /** Keys of the tasks whose completion it is; empty for a plain date. */
  readonly completionOf: readonly string[];
}

export interface PlannedReportingDay {
  readonly id: string;
  readonly title: Words;
  readonly date: PlannedDate;
}

export interface PlannedCohort {
  readonly id: string;
  readonly title: Words;
  readonly from: Day;
  readonly to: Day;
  /** What the window should be in this year; differs from the window only in an old sheet (F7). */
  readonly wanted: Span;
}

/** A dated plan for one school year: plain JSON, no persons but opaque staff ids. */
export interface Plan {
  readonly template: { readonly id: string; readonly version: number; readonly title: Words };
  readonly schoolYear: SchoolYear;
  readonly span: Span;
  readonly tracks: readonly Track[];
  readonly phases: readonly PlannedPhase[];
  readonly anchors: readonly PlannedAnchor[];
  readonly reportingDays: readonly PlannedReportingDay[];
  readonly cohorts: readonly PlannedCohort[];
  readonly order: readonly OrderRule[];
  /** What was changed by hand, oldest first; rolling again with the same list gives the same plan. */
  readonly changes: readonly PlanChange[];
  /** What rolling found on its way: roles nobody has, anchors nobody knows. `lintPlan` gives these and more. */
  readonly findings: readonly Finding[];
}

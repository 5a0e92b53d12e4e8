import type { Day } from '#domain/calendar/day.ts';
import type { PhaseId, UnitId } from '#domain/ids.ts';
import type { Role } from '#domain/plan/role.ts';
import type { Words } from '#domain/plan/template.ts';
import type { Pace, PaceReason, TaskRef } from './pace.ts';
import type { YouthFilter } from './youths.ts';

/** One stretch of days in which a phase is worked on. */
export interface PhaseWindow {
  readonly from: Day;
  readonly to: Day;
  /** True while an anchor has not happened yet, so that the dates are a forecast. */
  readonly forecast: boolean;
  readonly track?: Words;
}

/** A number and the list behind it: the page links the one to the other. */
export interface Counter {
  readonly label: Words;
  /** Undefined until the phase has come so far. */
  readonly count: number | undefined;
  /** True when it is still being counted, false when frozen. */
  readonly live: boolean;
  readonly list?: YouthFilter;
}

export interface NextDeadline extends TaskRef {
  readonly due: Day;
}

export interface YearPhase {
  readonly phaseId: PhaseId;
  readonly number: number;
  readonly short: Words;
  readonly what: Words;
  /** In order; the first is the one the progress belongs to. */
  readonly windows: readonly PhaseWindow[];
  readonly roles: readonly Role[];
  readonly owner: string | undefined;
  readonly pace: Pace;
  readonly reasons: readonly PaceReason[];
  readonly done: number;
  readonly total: number;
  readonly next: NextDeadline | undefined;
  readonly before: Counter | undefined;
  readonly after: Counter | undefined;
}

/** A day on which numbers go to the Directorate. */
export interface ReportingDay {
  readonly on: Day;
  readonly title: Words;
}

export interface YearAnswer {
  readonly schoolYear: string;
  readonly today: Day;
  /** What the year line spans. */
  readonly from: Day;
  readonly to: Day;
  readonly phases: readonly YearPhase[];
  readonly reports: readonly ReportingDay[];
  readonly youths: number;
  readonly unknown: number;
  readonly late: number;
  readonly atRisk: number;
  /** Set when the reader sees one unit's numbers and not the county's. */
  readonly unit?: { readonly unitId: UnitId; readonly name: string };
}

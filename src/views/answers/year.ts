import type { Day } from '#domain/calendar/day.ts';
import type { PhaseId, UnitId } from '#domain/ids.ts';
import type { Standing, StandingReason, TaskRef } from './standing.ts';
import type { Title } from './title.ts';
import type { YouthFilter } from './youths.ts';

/** One stretch of days in which a phase is worked on. */
export interface PhaseWindow {
  readonly from: Day;
  readonly to: Day;
  /** True while an anchor has not happened yet, so that the dates are a forecast. */
  readonly forecast: boolean;
  readonly track?: Title;
}

/** A number and the list behind it: the page links the one to the other. */
export interface Counter {
  readonly label: Title;
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
  readonly short: Title;
  readonly what: Title;
  /** In order; the first is the one the progress belongs to. */
  readonly windows: readonly PhaseWindow[];
  readonly roles: readonly string[];
  readonly owner: string | undefined;
  readonly standing: Standing;
  readonly reasons: readonly StandingReason[];
  readonly done: number;
  readonly total: number;
  readonly next: NextDeadline | undefined;
  readonly before: Counter | undefined;
  readonly after: Counter | undefined;
}

/** A day on which numbers go to the Directorate. */
export interface ReportingDay {
  readonly on: Day;
  readonly title: Title;
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

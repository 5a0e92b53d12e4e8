import type { Day } from '#domain/calendar/day.ts';
import type { RunId } from '#domain/ids.ts';

/** What every page shows of the run it stands in. */
export interface RunHead {
  readonly runId: RunId;
  /** `2026-2027` */
  readonly schoolYear: string;
  readonly county: string;
  /** The run's own day: the real one, or the rehearsal's. */
  readonly today: Day;
  readonly rehearsal: boolean;
  /** First and last day the rehearsal may be taken to. */
  readonly from: Day;
  readonly to: Day;
}

import type { Day } from '../calendar/day.ts';
import type { Facts } from '../outcome.ts';

/** F1–F7 are the faults of the paper sheet (process.md); the others are what makes a plan impossible to run. */
export const findingIds = [
  'F1',
  'F2',
  'F3',
  'F4',
  'F5',
  'F6',
  'F7',
  'order',
  'window-backwards',
  'unknown-role',
  'unknown-anchor',
  'unknown-task',
  'unknown-track',
  'unknown-code',
  'shared-code',
  'circular',
  'empty-phase',
  'duplicate-id',
  'no-such-day',
  'no-person',
  'lost-change',
] as const;
export type FindingId = (typeof findingIds)[number];

/** Something wrong in a plan, without words: those are in `src/texts/*\/plan.json` under the id. */
export interface Finding {
  readonly id: FindingId;
  readonly severity: 'error' | 'warning';
  /** Key of the date, task, phase or cohort. */
  readonly where: string;
  /** The dates that disagree, first the one found. */
  readonly dates: readonly Day[];
  readonly facts: Facts;
  /** What would mend it, where a day or a key can be proposed. */
  readonly proposal?: string;
}

/** What is known beside the plan itself. */
export interface Lint {
  /** People who would get a letter in vain (F5), where somebody has counted. */
  readonly atRisk?: number;
}

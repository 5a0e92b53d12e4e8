import type { Day } from '#domain/calendar/day.ts';
import type { CaseId, RunId, StaffId } from '#domain/ids.ts';
import type { Stale, StaleKind } from '#domain/youth/stale.ts';
import type { Choice } from './youths.ts';

export interface CleaningFilter {
  /** Left out: the reader's own. */
  readonly caseworker?: StaffId | 'none' | 'all';
  readonly stale?: StaleKind;
  /** Days without contact after which it is stale. */
  readonly days?: number;
  readonly page?: number;
}

export interface CleaningRow {
  readonly caseId: CaseId;
  readonly name: string;
  readonly age: number | undefined;
  readonly unit: string;
  readonly code: string | undefined;
  readonly since: Day | undefined;
  readonly stale: readonly Stale[];
  /** The same youth's case in the year that is shown, where VIGO has sent them again. */
  readonly now: CaseId | undefined;
}

export interface CleaningAnswer {
  readonly today: Day;
  readonly filter: CleaningFilter;
  readonly days: number;
  /** The year before; undefined where there is only one. */
  readonly earlier: { readonly runId: RunId; readonly schoolYear: string } | undefined;
  readonly caseworkers: readonly Choice<StaffId>[];
  /** Those still open, by what is stale; one may be counted under several. */
  readonly counts: Readonly<Record<StaleKind, number>>;
  /** Still open and nothing stale. */
  readonly fresh: number;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly CleaningRow[];
}

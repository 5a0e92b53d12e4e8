import type { Day } from '#domain/calendar/day.ts';
import type { CaseId, UnitId } from '#domain/ids.ts';
import type { LeavingFile, LeavingGap } from '#domain/youth/leaving.ts';
import type { Choice } from './youths.ts';

/** What a list of early leavers is narrowed by. */
export interface LeaverFilter {
  readonly gap?: LeavingGap | 'any' | 'none';
  readonly unit?: UnitId;
  readonly page?: number;
}

export interface LeaverRow {
  readonly caseId: CaseId;
  readonly name: string;
  readonly unit: string;
  readonly school: string | undefined;
  readonly leftOn: Day | undefined;
  readonly gaps: readonly LeavingGap[];
  /** Since the break, or since the youth came where nobody has told the day. */
  readonly days: number;
  readonly remindedOn: Day | undefined;
  readonly protected: boolean;
}

export interface EarlyLeaversAnswer {
  readonly today: Day;
  readonly filter: LeaverFilter;
  readonly counts: readonly { readonly gap: LeavingGap | 'any' | 'none'; readonly n: number }[];
  readonly units: readonly Choice<UnitId>[];
  readonly total: number;
  readonly hidden: number;
  readonly page: number;
  readonly pageSize: number;
  /** The longest gap first. */
  readonly rows: readonly LeaverRow[];
}

/** How one youth left, with what a reminder to the school may say. */
export interface LeavingAnswer {
  readonly today: Day;
  readonly caseId: CaseId;
  readonly name: string;
  readonly unit: string;
  readonly protected: boolean;
  readonly since: Day;
  readonly leaving: LeavingFile;
  readonly gaps: readonly LeavingGap[];
  readonly school: string | undefined;
  /** No more than the school needs to know whom it is about; undefined for a protected person: that is told by voice. */
  readonly reminder: { readonly initials: string; readonly bornIn: string | undefined } | undefined;
  readonly mayNote: boolean;
}

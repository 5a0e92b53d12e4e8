import type { Day, Instant } from '#domain/calendar/day.ts';
import type { CaseId } from '#domain/ids.ts';
import type { WhichStands } from '#domain/youth/merge.ts';

/** One of two youths who may be one person. */
export interface DoubleYouth {
  readonly caseId: CaseId;
  readonly name: string;
  readonly born: Day | undefined;
  readonly numberKind: string | undefined;
  readonly unit: string;
  readonly caseworker: string | undefined;
  readonly transfer: string | undefined;
  readonly code: string | undefined;
  readonly codeOn: Day | undefined;
  readonly contacts: number;
}

export interface DoublePair {
  readonly one: DoubleYouth;
  readonly other: DoubleYouth;
  readonly band: 'certain' | 'possible';
  readonly score: number;
  readonly agrees: readonly string[];
  readonly disagrees: readonly string[];
  readonly remarks: readonly string[];
  /** Which status would stand, with the first as the kept case. */
  readonly status: WhichStands;
  readonly mayDecide: boolean;
}

/** Two cases that were made one. */
export interface MergeShown {
  readonly mergeId: string;
  readonly caseId: CaseId;
  readonly name: string;
  readonly at: Instant;
  readonly by: string | undefined;
  readonly mayUndo: boolean;
}

/** Somebody who may stand in another county's register too. */
export interface AcrossCounties {
  readonly caseId: CaseId;
  readonly name: string;
  readonly unit: string;
  readonly code: string | undefined;
  /** Coded as moved, or lives outside the county by the list without being coded so. */
  readonly why: 'coded-moved' | 'lives-elsewhere';
  readonly municipality: string | undefined;
}

export interface DoublesAnswer {
  readonly today: Day;
  readonly searched: { readonly at: Instant; readonly youths: number } | undefined;
  readonly pairs: readonly DoublePair[];
  readonly merges: readonly MergeShown[];
  readonly across: readonly AcrossCounties[];
  readonly hidden: number;
  readonly maySearch: boolean;
}

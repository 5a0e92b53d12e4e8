import type { Day } from '#domain/calendar/day.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import type { CheckListKind } from '#domain/cross-check/list-kind.ts';
import type { ComparedField } from '#domain/cross-check/person.ts';
import type { Proposal } from '#domain/cross-check/proposal.ts';
import type { CaseId } from '#domain/ids.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';
import type { Words } from '#domain/plan/template.ts';

/** Where a pair stands. */
export const pairStates = [
  'waiting',
  'undecided',
  'accepted',
  'taken-back',
  'overtaken',
  'refused',
  'nothing',
  'not-same',
] as const;
export type PairState = (typeof pairStates)[number];

/** What a page of a list may show: pairs by where they stand, pairs that are cases of their own, or rows without a match. */
export const checkShows = [...pairStates, 'special', 'none', 'outside'] as const;
export type CheckShow = (typeof checkShows)[number];

/** Each number is the length of the list of its name; `rows` and `matched` are the whole and what is found of it. */
export type CheckCounts = Readonly<Record<CheckShow | 'rows' | 'matched', number>>;

export interface CheckListHead {
  readonly listId: string;
  readonly kind: CheckListKind;
  /** Of a further list. */
  readonly title: string | undefined;
  readonly file: string;
  readonly format: string;
  readonly received: Day;
  readonly by: string | undefined;
  readonly matched: Day;
  /** Youths of the register it was held against. */
  readonly registerSize: number;
  readonly window: (Span & { readonly title: Words | undefined }) | undefined;
  readonly counts: CheckCounts;
}

/** A window of the plan that a further list may be bounded by. */
export interface WindowChoice extends Span {
  readonly id: string;
  readonly title: Words;
}

export interface CheckListsAnswer {
  readonly today: Day;
  readonly lists: readonly CheckListHead[];
  readonly windows: readonly WindowChoice[];
  readonly mayReceive: boolean;
  /** Non-applicants whom a list names and who have no code yet: a letter before the cross-check would reach them (F5). */
  readonly atRisk: number;
}

/** One field of a pair side by side; undefined where that side says nothing or it is hidden. */
export interface ComparedValue {
  readonly field: ComparedField;
  readonly register: string | undefined;
  readonly list: string | undefined;
  readonly how: string;
  readonly speaks: 'for' | 'against' | 'neither';
}

export interface CheckPair {
  readonly pairId: string;
  readonly row: number;
  readonly caseId: CaseId;
  readonly name: string;
  readonly band: 'certain' | 'possible';
  readonly score: number;
  readonly state: PairState;
  readonly isProtected: boolean;
  readonly status: string | undefined;
  readonly transfer: string | undefined;
  readonly unit: string | undefined;
  readonly fields: readonly ComparedValue[];
  readonly remarks: readonly string[];
  readonly startedOn: Day | undefined;
  readonly endedOn: Day | undefined;
  readonly proposal: Proposal;
  readonly decided:
    | {
        readonly answer: 'same' | 'not-same';
        readonly on: Day | undefined;
        readonly by: string | undefined;
        readonly remembered: boolean;
      }
    | undefined;
  readonly overtaken: { readonly by: string; readonly on: Day | undefined } | undefined;
  /** How many other lists name the youth, and the codes of theirs that are not this one. */
  readonly otherLists: number;
  readonly otherCodes: readonly string[];
  readonly acceptedAct: string | undefined;
}

/** A row of a list that is nobody of the register, or that stands outside the list's window. */
export interface CheckListRow {
  readonly row: number;
  readonly name: string;
  readonly born: Day | undefined;
  readonly startedOn: Day | undefined;
  readonly place: 'inside' | 'before' | 'after' | 'no-day' | 'no-window';
  readonly isMatched: boolean;
  /** Nobody of this year, but perhaps somebody of an earlier one, whom the reader may not see: no name is told. */
  readonly isKnown: boolean;
}

export interface CheckListAnswer extends CheckListHead {
  readonly today: Day;
  readonly faults: readonly Fault[];
  readonly notes: readonly Refusal[];
  readonly shown: CheckShow;
  readonly page: number;
  readonly pageSize: number;
  readonly pairs: readonly CheckPair[];
  readonly rows: readonly CheckListRow[];
  /** Pairs of youths whom the reader may not see. */
  readonly hidden: number;
  readonly mayAct: boolean;
}

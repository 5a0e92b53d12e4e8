import type { ActCounts, ActKind, PartState, PartType } from '#domain/act/act.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { CaseId } from '#domain/ids.ts';
import type { Refusal } from '#domain/outcome.ts';

export const actStates = ['ordered', 'carryingOut', 'done', 'undoing', 'undone'] as const;
export type ActState = (typeof actStates)[number];

export interface ActHead {
  readonly actId: string;
  readonly kind: ActKind;
  readonly state: ActState;
  /** What it was ordered by: a filter, a choice, a code. */
  readonly because: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly by: string | undefined;
  readonly counts: ActCounts;
  readonly mayUndo: boolean;
}

/** One youth's part, as far as the reader may see the youth. */
export interface ActRow {
  readonly caseId: CaseId;
  readonly name: string;
  readonly unit: string;
  readonly did: PartType;
  /** The code, the choice, the caseworker's name, or the channel. */
  readonly to: string;
  /** Why it was refused, or kept when the act was undone; `by` among the facts is a name. */
  readonly why: readonly Refusal[];
}

export interface ActAnswer extends ActHead {
  readonly shown: PartState;
  readonly rows: readonly ActRow[];
  /** How many more stand there whom the reader may not see. */
  readonly hidden: number;
  readonly page: number;
  readonly pageSize: number;
  /** Of the parts that are shown, how many there are for the reader. */
  readonly total: number;
}

export interface ActsAnswer {
  /** Newest first. */
  readonly acts: readonly ActHead[];
}

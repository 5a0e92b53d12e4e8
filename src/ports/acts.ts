import type { ActCounts, ActKind, ActPart, MovedTask } from '#domain/act/act.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { Doer } from '#domain/standing.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';

export interface NewAct {
  readonly actId: string;
  readonly runId: string;
  readonly kind: ActKind;
  readonly by: string | null;
  readonly onBehalfOf?: string;
  readonly at: number;
  /** What it was ordered by, for those who look at it later: a filter, a choice, a code. No person. */
  readonly because: Readonly<Record<string, string>>;
  readonly parts: readonly NewPart[];
  /** Tasks that go with the youths. */
  readonly tasks?: readonly MovedTask[];
}

/** A part; with refusals it is refused from the start and never told. */
export interface NewPart extends ActPart {
  readonly refusals?: readonly Refusal[];
}

export interface ActHead {
  readonly actId: string;
  readonly runId: string;
  readonly at: number;
  readonly doer: Doer;
}

export interface PlacedPart extends ActPart {
  readonly place: number;
}

export interface PlacedTask extends MovedTask {
  readonly now: string | null;
}

/** A part that was done, with what it takes to take it back. */
export interface DonePart extends PlacedPart {
  readonly sequence: number;
  /** The case as it stood when the part was done. */
  readonly before: CaseFile;
  /** What has happened to the case since, oldest first. */
  readonly since: readonly { readonly type: string; readonly at: number; readonly by: string | null }[];
}

/** Bulk acts as rows. That a part is done or undone is written by the step book, with the case's own step. */
export interface Acts {
  /** All rows in one transaction; again is nothing. After it `act.ordered` is told to the act's subject. */
  readonly begin: (act: NewAct) => Promise<void>;
  readonly head: (actId: string) => Promise<ActHead | undefined>;
  /** Parts that are not told yet, in their order, from after a place. */
  readonly waiting: (actId: string, after: number, atMost: number) => Promise<readonly PlacedPart[]>;
  readonly refuse: (actId: string, caseId: string, why: readonly Refusal[]) => Promise<void>;
  /** Parts that are done and not taken back, in their order, from after a place. */
  readonly done: (actId: string, after: number, atMost: number) => Promise<readonly DonePart[]>;
  readonly keep: (actId: string, caseId: string, why: readonly Refusal[]) => Promise<void>;
  /** Tasks of an act that stand so, with whom each is given to now. */
  readonly tasks: (actId: string, state: 'waiting' | 'done') => Promise<readonly PlacedTask[]>;
  readonly noteTask: (actId: string, taskId: string, state: 'done' | 'refused' | 'undone' | 'kept') => Promise<void>;
  readonly counts: (actId: string) => Promise<ActCounts>;
}

/** The number of a part's step among its case's commands. */
export const partCommand = (actId: string, caseId: string): string => `${actId}/${caseId}`;
export const undoCommand = (actId: string, caseId: string): string => `${actId}/${caseId}/undo`;

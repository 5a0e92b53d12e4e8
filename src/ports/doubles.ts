import type { Merged } from '#domain/youth/merge.ts';

export interface MergeKept {
  readonly mergeId: string;
  readonly runId: string;
  readonly keptCase: string;
  readonly awayCase: string;
  /** The kept case as it was, and as the two were together. */
  readonly before: Merged;
  readonly now: Merged;
  readonly isUndone: boolean;
}

/** One person with several numbers: who may be one, who is not, and who was made one. */
export interface Doubles {
  /** Compares everybody of a run with everybody, and keeps who may be one person. */
  readonly search: (runId: string, at: number) => Promise<{ readonly youths: number; readonly pairs: number }>;
  /** Decided by a person, about two persons for good. */
  readonly keepApart: (pair: {
    readonly oneCase: string;
    readonly otherCase: string;
    readonly at: number;
    readonly by: string;
  }) => Promise<void>;
  readonly merge: (mergeId: string) => Promise<MergeKept | undefined>;
}

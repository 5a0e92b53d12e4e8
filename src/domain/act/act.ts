import type { Refusal } from '../outcome.ts';

/** What a bulk act is about: one wish for many youths, seen and undone as one. */
export const actKinds = ['choice', 'coding', 'assignment', 'cross-check', 'letters', 'nav-meeting'] as const;
export type ActKind = (typeof actKinds)[number];

/** What may happen to a youth's case as part of an act; each of them can be taken back. */
export const partTypes = ['status.set', 'choice.made', 'case.assigned', 'contact.registered'] as const;
export type PartType = (typeof partTypes)[number];

/** The event as the case will hear it, without when and by whom. */
export interface PartEvent {
  readonly type: PartType;
  readonly [key: string]: unknown;
}

/** One youth's part of an act. A case has one part at most in the same act. */
export interface ActPart {
  readonly caseId: string;
  readonly event: PartEvent;
}

/** A task that goes with the youths of an act, from one to another; null is everybody with its role. */
export interface MovedTask {
  readonly taskId: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a part stands: `kept` is one that undoing left, since somebody has edited it since. */
export const partStates = ['waiting', 'done', 'refused', 'undone', 'kept'] as const;
export type PartState = (typeof partStates)[number];

/** How many parts stand where: each number is the length of a list. */
export type ActCounts = Readonly<Record<PartState, number>>;

export interface Untouched {
  readonly caseId: string;
  readonly why: readonly Refusal[];
}

import type { Day } from '#domain/calendar/day.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import type { CheckListKind, ListMeaning } from '#domain/cross-check/list-kind.ts';
import type { PairAnswer } from '#domain/cross-check/pair-answer.ts';
import type { ListedPerson } from '#domain/cross-check/person.ts';
import type { Proposal } from '#domain/cross-check/proposal.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';

/** One row of a list, with the days it tells. */
export interface CheckedRow extends ListedPerson {
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
}

export type CheckListReader = (
  bytes: Uint8Array,
  fileName: string,
  columns: Readonly<Record<string, string>>,
) => Promise<
  | {
      readonly ok: true;
      readonly format: string;
      readonly rows: readonly CheckedRow[];
      readonly hasStartColumn: boolean;
      readonly faults: readonly Fault[];
      readonly notes: readonly Refusal[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
>;

export interface ArrivedCheckList {
  readonly runId: string;
  readonly kind: CheckListKind;
  /** Of a further list: what it is called. */
  readonly title: string | null;
  readonly meaning: ListMeaning;
  readonly window: Span | undefined;
  readonly planVersion: number;
  /** Heading → field, where the file's own words are not enough. */
  readonly columns: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly by: string | null;
  readonly at: number;
  readonly today: Day;
}

export type CheckListReceived =
  | { readonly outcome: 'received'; readonly listId: string; readonly rows: number; readonly pairs: number }
  /** The very same bytes were received as the same kind before: nothing was done. */
  | { readonly outcome: 'already'; readonly listId: string }
  | { readonly outcome: 'unreadable'; readonly refusals: readonly Refusal[] };

/** What the desk must know of a pair before it lets somebody act on it. */
export interface PairFacts {
  readonly pairId: string;
  readonly listId: string;
  readonly runId: string;
  readonly caseId: string;
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
  readonly isProtected: boolean;
  readonly born: Day | null;
  /** Certain, or decided to be one person. */
  readonly isMatch: boolean;
  readonly proposal: Proposal;
  /** What has come since: the proposal is withdrawn. */
  readonly overtakenBy: string | null;
  readonly acceptedAct: string | null;
  /** Codes that other lists propose for the same youth and that are not this one. */
  readonly otherCodes: readonly string[];
}

export interface PairDecision {
  readonly commandId: string;
  readonly pairIds: readonly string[];
  readonly answer: PairAnswer;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly at: number;
  readonly today: Day;
}

export interface MatchAgain {
  readonly commandId: string;
  readonly by: string;
  readonly at: number;
  readonly today: Day;
}

/** Lists that are cross-checked: kept sealed, matched with the register, decided about by people, and remembered. */
export interface CrossChecks {
  readonly receive: (list: ArrivedCheckList) => Promise<CheckListReceived>;
  /** Matches a kept list with the register as it is now; what people decided stands, and what was accepted stays. */
  readonly matchAgain: (listId: string, when: MatchAgain) => Promise<void>;
  readonly decide: (decision: PairDecision) => Promise<void>;
  readonly pairs: (pairIds: readonly string[]) => Promise<readonly PairFacts[]>;
  /** Ids of those of a list that wait for the review group. */
  readonly waitingIn: (listId: string) => Promise<readonly string[]>;
  readonly runOf: (listId: string) => Promise<string | undefined>;
  readonly markAccepted: (pairIds: readonly string[], actId: string) => Promise<void>;
  /** Rows of a list as they are written, by row number: for pages behind access. */
  readonly rows: (listId: string, rows: readonly number[]) => Promise<ReadonlyMap<number, CheckedRow>>;
}

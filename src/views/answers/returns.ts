import type { Day, Instant } from '#domain/calendar/day.ts';
import type { CaseId } from '#domain/ids.ts';
import type { ReturnReceiver } from '#domain/youth/return-to-vigo.ts';

interface ReturnedYouth {
  readonly caseId: CaseId;
  readonly name: string;
  readonly unit: string;
  readonly code: string;
  readonly receiver: ReturnReceiver;
  readonly protected: boolean;
  /** May be noted as sent by this reader. */
  readonly maySend: boolean;
}

/** Somebody who waits to be sent back, and since when. */
export interface QueuedReturn extends ReturnedYouth {
  readonly since: Day | undefined;
}

/** Somebody who was sent back: the case is closed, with its reason. */
export interface SentReturn extends ReturnedYouth {
  readonly sentOn: Day;
  readonly by: string | undefined;
  readonly reference: string | undefined;
  /** VIGO's newest list still has the youth: the return has perhaps not been dealt with. */
  readonly stillOnList: boolean;
}

/** Sent again by VIGO after a return: the case is open, and its code says that it should go back. */
export interface AgainYouth extends ReturnedYouth {
  readonly lastOn: Day | undefined;
}

export interface ReturnsAnswer {
  readonly today: Day;
  readonly queued: readonly QueuedReturn[];
  readonly sent: readonly SentReturn[];
  readonly again: readonly AgainYouth[];
  /** Of the own units and in the queue, but not for this reader's eyes. */
  readonly hidden: number;
  readonly counts: readonly { readonly receiver: ReturnReceiver; readonly n: number }[];
  readonly mayExport: boolean;
  /** The last time the list was taken out. */
  readonly exported: { readonly at: Instant; readonly by: string | undefined; readonly n: number } | undefined;
}

/** The queue as it is taken out: no more than the receiver needs, and nobody who is protected. */
export interface ReturnsExport {
  readonly rows: readonly {
    readonly caseId: CaseId;
    readonly nationalId: string;
    readonly name: string;
    readonly code: string;
    readonly since: Day | undefined;
    readonly receiver: ReturnReceiver;
  }[];
  /** Protected persons in the queue: to be told apart, by hand. */
  readonly apart: number;
}

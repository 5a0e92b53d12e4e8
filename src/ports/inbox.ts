import type { Candidate, Sender } from '#domain/reply/sender.ts';
import type { ReplyChannel, ReplyResponder, ReplyStatement } from '#domain/reply/statement.ts';
import type { DeliveryReport } from './sms-gateway.ts';

/** A reply as it comes in, whatever the way. */
export interface NewReply {
  readonly channel: ReplyChannel;
  /** The same message has the same: it is received once. */
  readonly externalId: string;
  /** A number, an e-mail address, or a name as it was said; null where the form's key says who. */
  readonly from: string | null;
  readonly text: string;
  readonly at: number;
  /** Where the way it came tells whose it is: a form's key, or who was picked on the screen. */
  readonly caseId?: string;
  readonly runId: string;
  /** Who typed it in. */
  readonly by?: string;
  /** What the youth ticked. */
  readonly says?: ReplyStatement;
}

/** A reply that is in the queue. */
export interface Received {
  readonly inboundId: string;
  readonly isNew: boolean;
  readonly sender: Sender;
}

/** What the desk must know of a reply before somebody acts on it. */
export interface ReplyFacts {
  readonly inboundId: string;
  readonly runId: string;
  readonly channel: ReplyChannel;
  readonly receivedAt: number;
  readonly state: 'waiting' | 'registered' | 'set-aside';
  readonly takenBy: string | null;
  /** Whose it is, where that is certain or has been said. */
  readonly caseId: string | null;
  readonly forwardedTo: string | null;
  /** Who settled it and as what; null while it waits. */
  readonly settled: {
    readonly by: string | null;
    readonly answeredBy: string | null;
    readonly says: string | null;
  } | null;
  readonly candidates: readonly Candidate[];
  /** A number that can be marked; null for other channels and unreadable ones. */
  readonly number: string | null;
  readonly text: string;
}

/** Replies of all channels in one queue. */
export interface Inbox {
  /** Idempotent by channel and external id. */
  readonly receive: (reply: NewReply) => Promise<Received>;
  /** The year a reply belongs to that comes by itself: the one that runs. */
  readonly runThatRuns: () => Promise<string | undefined>;
  readonly find: (inboundId: string) => Promise<ReplyFacts | undefined>;
  readonly take: (inboundId: string, by: string, at: number) => Promise<void>;
  readonly letGo: (inboundId: string) => Promise<void>;
  /** A person says whose it is. */
  readonly match: (inboundId: string, caseId: string) => Promise<void>;
  /** It is a contact of the case now, and the caseworker's. */
  readonly settle: (inboundId: string, settled: Settled) => Promise<void>;
  readonly setAside: (inboundId: string, by: string, at: number) => Promise<void>;
  readonly bringBack: (inboundId: string) => Promise<void>;
  readonly done: (inboundId: string, by: string, at: number) => Promise<void>;
  /** Nobody writes an SMS to this number of the case's person any more; `stop` also reserves the person against SMS. */
  readonly markNumber: (
    caseId: string,
    number: string,
    mark: NumberMark,
    at: number,
    inboundId: string,
  ) => Promise<void>;
  /** What a provider said later; told twice is kept once. */
  readonly noteReports: (reports: readonly DeliveryReport[], at: number) => Promise<void>;
}

export type NumberMark = 'wrong' | 'stop';

export interface Settled {
  readonly caseId: string;
  readonly answeredBy: ReplyResponder;
  readonly says: ReplyStatement;
  readonly sequence: number;
  readonly forwardedTo: string | null;
  readonly at: number;
  readonly by: string;
}

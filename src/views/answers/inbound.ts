import type { Day, Instant } from '#domain/calendar/day.ts';
import type { CaseId, UnitId } from '#domain/ids.ts';
import type { ReplyChannel, ReplyResponder, ReplyStatement } from '#domain/reply/statement.ts';

/** Which part of the queue is shown. Not passed on are those that wait, and those registered on a case that is nobody's. */
export const inboundShows = ['waiting', 'not-passed-on', 'forwarded', 'registered', 'set-aside'] as const;
export type InboundShow = (typeof inboundShows)[number];

/** What a reply's words were understood as. */
export interface UnderstoodWords {
  readonly stop: boolean;
  readonly wrongNumber: boolean;
  readonly hints: readonly ReplyStatement[];
}

export interface InboundRow {
  readonly inboundId: string;
  readonly channel: ReplyChannel;
  readonly at: Instant;
  /** The youth's name where it is known whose it is. */
  readonly name: string | undefined;
  /** A number, an address or a name, as it came. */
  readonly from: string | undefined;
  readonly text: string;
  /** Certain, for a person to say, or nobody known. */
  readonly sender: 'certain' | 'asked' | 'unknown';
  readonly caseId: CaseId | undefined;
  readonly understood: UnderstoodWords;
  /** Who has it before them. */
  readonly takenBy: { readonly name: string; readonly isMe: boolean } | undefined;
  /** Of one that is registered. */
  readonly settled:
    | {
        readonly answeredBy: ReplyResponder;
        readonly says: ReplyStatement;
        readonly by: string | undefined;
        /** Whose case it is now; undefined while it is nobody's. */
        readonly caseworker: string | undefined;
        readonly done: boolean;
      }
    | undefined;
}

/** One who could have sent it. */
export interface SenderChoice {
  readonly caseId: CaseId;
  readonly name: string;
  readonly age: number | undefined;
  readonly unit: string;
  readonly caseworker: string | undefined;
  readonly code: string | undefined;
  /** Why it could be this youth's; undefined for one that was searched for. */
  readonly because: { readonly as: 'youth' | 'guardian'; readonly by: 'key' | 'phone' | 'email' } | undefined;
}

export interface InboundOpen extends InboundRow {
  readonly choices: readonly SenderChoice[];
  /** Searched for by whoever registers. */
  readonly found: readonly SenderChoice[];
  /** The codes the rules give for each thing that may be said; only where it is one youth's and the reader sets codes. */
  readonly codes: readonly { readonly says: ReplyStatement; readonly codes: readonly string[] }[];
  /** Its number can be marked. */
  readonly hasNumber: boolean;
}

export interface InboundAnswer {
  readonly today: Day;
  readonly show: InboundShow;
  /** Only those of one unit's youths. */
  readonly unit: UnitId | undefined;
  /** Each is the length of the list it opens. */
  readonly counts: Readonly<Record<InboundShow, number>>;
  /** Waiting replies that the reader may not see. */
  readonly hidden: number;
  readonly rows: readonly InboundRow[];
  readonly page: number;
  readonly pageSize: number;
  readonly open: InboundOpen | undefined;
  readonly searched: string | undefined;
}

import type { Day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import type { TransferCode } from '#domain/person/youth-record.ts';
import type { Happening } from '#domain/standing.ts';
import type { CaseFile, CodingFacts, CodingState } from '#domain/youth/case-file.ts';
import type { Choice, ChoiceCoding } from '#domain/youth/choice.ts';
import type { LeavingFile } from '#domain/youth/leaving.ts';
import type { Merged } from '#domain/youth/merge.ts';

/** What may happen to a youth's case. */
export type YouthEvent =
  /** VIGO sent the youth again, perhaps with another code. */
  | (Happening & { readonly type: 'transfer.received'; readonly on: Day; readonly transfer: TransferCode | null })
  /** The newest list no longer has the youth. */
  | (Happening & { readonly type: 'transfer.withdrawn'; readonly on: Day })
  | (Happening & Contact & { readonly type: 'contact.registered'; readonly on: Day })
  /** An entry was a slip, or its act was undone: `entry` as it was registered, `of` its number in the journal. */
  | (Happening & {
      readonly type: 'contact.withdrawn';
      readonly on: Day;
      readonly entry: Contact;
      readonly of: number;
    })
  | (Happening & CodingFacts & { readonly type: 'status.set'; readonly to: string; readonly override: Override | null })
  | (Happening & { readonly type: 'status.takenBack'; readonly on: Day; readonly restore: CodingState })
  /** The caseworker's choice, with the code it needs where the case has not got it. */
  | (Happening & {
      readonly type: 'choice.made';
      readonly on: Day;
      readonly choice: Choice;
      readonly coding?: ChoiceCoding;
    })
  /** `coding` and `choiceBy`, the code and the last moment to choose, as they were before it. */
  | (Happening & {
      readonly type: 'choice.takenBack';
      readonly on: Day;
      readonly restore: CaseFile['choice'];
      readonly coding?: CodingState;
      readonly choiceBy?: number;
    })
  | (Happening & {
      readonly type: 'case.assigned';
      readonly unitId: string | null;
      readonly caseworkerId: string | null;
    })
  | (Happening & { readonly type: 'return.sent'; readonly on: Day })
  /** A letter came back from the post. No contact and no attempt: nobody has been reached or spoken to. */
  | (Happening & { readonly type: 'letter.cameBack'; readonly on: Day; readonly addressee: Addressee })
  | (Happening & { readonly type: 'leaving.noted'; readonly on: Day; readonly leaving: LeavingFile })
  /** The school was asked for what it owes of an early leaver. */
  | (Happening & { readonly type: 'leaving.reminded'; readonly on: Day })
  /** Spoken of in a meeting with NAV. What NAV knows is no contact by the youth, and what is changed of phone or address is not here. */
  | (Happening & { readonly type: 'nav.checked'; readonly on: Day; readonly meetingId: string; readonly found: string })
  /** Another case turned out to be this youth's: its history is this one's from now on. `now` as both together stand. */
  | (Happening & MergeEvent & { readonly type: 'case.merged'; readonly now: Merged; readonly before: Merged })
  /** The merge is undone: `now` as this case stands alone, with what has been done since. */
  | (Happening & MergeEvent & { readonly type: 'case.parted'; readonly now: Merged })
  /** This case is another one's from now on, or its own again. */
  | (Happening & { readonly type: 'case.mergedAway'; readonly on: Day; readonly into: string })
  | (Happening & { readonly type: 'case.cameBack'; readonly on: Day; readonly from: string })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });

/** Two cases of one youth, by their ids alone. */
interface MergeEvent {
  readonly on: Day;
  readonly mergeId: string;
  /** The case whose history goes over, or goes back. */
  readonly away: string;
}

/** The system owner sets a code that the rules refuse, and says why. */
export interface Override {
  readonly reason: string;
}

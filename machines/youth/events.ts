import type { Day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { TransferCode } from '#domain/person/youth-record.ts';
import type { Happening } from '#domain/standing.ts';
import type { CaseFile, CodingFacts, CodingState, LeavingFile } from '#domain/youth/case-file.ts';
import type { Choice, ChoiceCoding } from '#domain/youth/choice.ts';

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
  | (Happening & { readonly type: 'leaving.noted'; readonly on: Day; readonly leaving: LeavingFile })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });

/** The system owner sets a code that the rules refuse, and says why. */
export interface Override {
  readonly reason: string;
}

import type { Day, Instant } from '#domain/calendar/day.ts';
import type { AgeFacts, Channel, Direction, Responder, Statement, ViaOtAnswer } from '#domain/coding/situation.ts';
import type { CaseId, StaffId, UnitId } from '#domain/ids.ts';
import type { LanguageForm } from '#domain/person/youth-record.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { Choice } from '#domain/youth/choice.ts';
import type { Choice as Option } from './youths.ts';

/** One contact or attempt as the history shows it; the rules read the case file's own. */
export interface ContactEntry {
  readonly id: string;
  readonly on: Day;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly answeredBy: Responder;
  readonly says: Statement | undefined;
  /** True when the rules count it as contact, not as an attempt. */
  readonly counts: boolean;
  readonly by: string | undefined;
  readonly note: string | undefined;
  /** The one who registered it, and those who set codes, may take it back. */
  readonly mayWithdraw: boolean;
}

/** One line of the youth's history; the page makes the words. */
export type HistoryEvent = {
  readonly id: string;
  readonly on: Day;
  readonly at: Instant;
  readonly by: string | undefined;
  /** Whom the one who did it stood in for. */
  readonly onBehalfOf?: string;
} & (
  | { readonly what: 'transferred'; readonly transfer: string | undefined; readonly unit: string }
  | {
      readonly what: 'coded';
      readonly from: string | undefined;
      readonly to: string;
      readonly reason: string | undefined;
    }
  | { readonly what: 'assigned'; readonly to: string | undefined; readonly unit: string }
  /** `withdrawn` when a later step has taken it back: it counts no more. */
  | { readonly what: 'contacted'; readonly contact: ContactEntry; readonly withdrawn: boolean }
  | { readonly what: 'withdrawn'; readonly contact: ContactEntry }
  /** `to` is the code that came with it, or was taken back with it. */
  | { readonly what: 'chosen'; readonly choice: Choice | undefined; readonly to: string | undefined }
  | { readonly what: 'letter-back'; readonly toGuardian: boolean }
  | { readonly what: 'changed'; readonly fields: readonly string[] }
  | { readonly what: 'returned' | 'closed' | 'reopened'; readonly reason: string | undefined }
);

export interface YouthStatus {
  readonly code: string;
  readonly since: Day;
  readonly mainGroup: number;
  readonly targetGroup: boolean;
  readonly reportCode: string;
  readonly viaOt: ViaOtAnswer | undefined;
}

export interface Guardian {
  readonly id: string;
  readonly name: string;
  readonly mobile: string | undefined;
}

export interface YouthAnswer {
  readonly today: Day;
  readonly caseId: CaseId;
  readonly name: string;
  /** Both undefined where no list has told the birth date. */
  readonly born: Day | undefined;
  readonly age: number | undefined;
  readonly minor: boolean;
  /** Masked but for the birth date unless the reader may see it. */
  readonly nationalId: string | undefined;
  readonly languageForm: LanguageForm | undefined;
  readonly protected: boolean;
  readonly address: readonly string[] | undefined;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
  /** A letter to this address came back: reach the youth by SMS or phone. */
  readonly letterBack: Day | undefined;
  readonly guardians: readonly Guardian[];
  readonly transfer: { readonly code: string; readonly on: Day } | undefined;
  readonly status: YouthStatus | undefined;
  readonly firstContact: Day | undefined;
  /** Sent back to VIGO by that code: no open work until VIGO sends the youth again. */
  readonly closed: { readonly code: string; readonly on: Day } | undefined;
  /** There is a page of its own on how the youth left. */
  readonly earlyLeaver: boolean;
  readonly unit: { readonly unitId: UnitId; readonly name: string };
  readonly caseworker: { readonly staffId: StaffId; readonly name: string } | undefined;
  readonly caseworkers: readonly Option<StaffId>[];
  readonly contacts: readonly ContactEntry[];
  /** What the coding guide reasons on: codes and ids, no person. */
  readonly file: CaseFile;
  readonly ageFacts: AgeFacts;
  /** Newest first. */
  readonly history: readonly HistoryEvent[];
  readonly mayCode: boolean;
  /** May go against a rule that may be gone against, with a reason. */
  readonly mayOverride: boolean;
  readonly mayContact: boolean;
  readonly mayAssign: boolean;
}

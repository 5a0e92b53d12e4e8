import type { AppliedPlan } from '#domain/intake/undo-import.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { Applied, Tell } from '#ports/intakes.ts';

/** What applying an intake did, kept sealed: its answer, and all that undoing needs. */
export interface Ledger extends AppliedPlan {
  readonly answer: Extract<Applied, { readonly outcome: 'applied' }>;
  readonly create: readonly CreatedCase[];
  readonly change: readonly ChangedCase[];
  readonly gone: readonly TouchedCase[];
  /** Off the list before, on it again with nothing else changed. */
  readonly returned: readonly TouchedCase[];
  /** Cases the list had that were there before: it vouches for them, changed or not. */
  readonly listed: readonly string[];
}

export interface TouchedCase {
  readonly key: string;
  readonly caseId: string;
  readonly wasOnList: boolean;
  /** Steps recorded when the intake was applied: what came after is somebody's edit. */
  readonly sequence: number;
  /** What the case's workflow must hear of it, and hear when it is taken back. */
  readonly now: readonly Tell['event'][];
  readonly back: readonly Tell['event'][];
}

export interface CreatedCase {
  readonly key: string;
  readonly caseId: string;
  readonly personId: string;
  /** The person as known before from another run; null for one nobody knew. */
  readonly earlier: EarlierRecord | null;
}

export interface ChangedCase extends TouchedCase, EarlierRecord {
  readonly personId: string;
  /** False when only the transfer code changed, which is the case's. */
  readonly isPersonChanged: boolean;
}

export interface EarlierRecord {
  readonly before: YouthRecord;
  readonly writtenBy: string | null;
}

/** Facts for a case's workflow, each with a command id of its own that is the same every time. */
export const tellsOf = (intakeId: string, act: 'apply' | 'undo', caseId: string, events: readonly Tell['event'][]) =>
  events.map((event) => ({
    subject: `youth/${caseId}`,
    commandId: `${commandsOfLists}${intakeId}/${act}/${event.type}`,
    event,
  }));

/** How the commands of every intake begin: an undo looks past them when it asks who has edited since. */
export const commandsOfLists = 'intake/';

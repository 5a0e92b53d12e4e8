import type { Day } from '../calendar/day.ts';
import type { TransferCode } from '../person/youth-record.ts';

/**
 * Why somebody broke off, by the codes of the registration handbook's field B06 (list of May 2023). The handbook's older codes are read
 * too: what a school registered in an earlier year is not rewritten.
 */
export const leavingReasons = ['AR', 'AS', 'AP', 'FL', 'FR', 'FV', 'IM', 'LA', 'MI', 'PM', 'TN', 'UV', 'AF'] as const;
export const olderLeavingReasons = ['LV', 'OP', 'PS', 'SL', 'SV', 'UH', 'UK', 'US', 'VA'] as const;
export type LeavingReason = (typeof leavingReasons)[number] | (typeof olderLeavingReasons)[number];

export const isLeavingReason = (text: string): text is LeavingReason =>
  [...leavingReasons, ...olderLeavingReasons].some((code) => code === text);

/** Who sat at the table, by what they are there as (Hordaland's procedure); never by name. */
export const participants = [
  'school-leader',
  'contact-teacher',
  'pupil',
  'guardians',
  'ot',
  'ppt',
  'bup',
  'nav',
  'child-welfare',
  'other',
] as const;
export type Participant = (typeof participants)[number];

/** How it went with something that should be done: done on a day, or known never to be. Null in the file is "not known". */
export const notDone = ['not-yet', 'will-not-be'] as const;
export type NotDone = (typeof notDone)[number];

/**
 * What is known of how an early leaver left; each null is something to ask the school for (2015 briefing; Hordaland). Cases from before
 * August 2026 have the first four only: what they lack is as good as not known.
 */
export interface LeavingFile {
  readonly leftOn: Day | null;
  readonly noticeOn: Day | null;
  readonly meetingHeldOn: Day | null;
  readonly planMadeOn: Day | null;
  readonly reason?: LeavingReason | null;
  /** Set where there is no day: the meeting is not held yet, or will not be. */
  readonly meetingNotHeld?: NotDone | null;
  readonly planNotMade?: NotDone | null;
  readonly tookPart?: readonly Participant[];
  /** When the school was last reminded. */
  readonly remindedOn?: Day | null;
}

/** What is missing of a leaving, in the order one asks the school for it. */
export const leavingGaps = ['notice', 'left-on', 'reason', 'meeting', 'plan'] as const;
export type LeavingGap = (typeof leavingGaps)[number];

/** Of an early leaver everything is to be asked for; of others there is nothing to ask. */
export const leavingOf = (transfer: TransferCode | null): LeavingFile | null =>
  transfer === 'OESL' ? { leftOn: null, noticeOn: null, meetingHeldOn: null, planMadeOn: null } : null;

/** What the school still owes. A meeting that will not be held is an answer; one that is not held yet is not. */
export function gapsOf(leaving: LeavingFile): readonly LeavingGap[] {
  const lacks: Readonly<Record<LeavingGap, boolean>> = {
    notice: leaving.noticeOn === null,
    'left-on': leaving.leftOn === null,
    reason: (leaving.reason ?? null) === null,
    meeting: leaving.meetingHeldOn === null && leaving.meetingNotHeld !== 'will-not-be',
    plan: leaving.planMadeOn === null && leaving.planNotMade !== 'will-not-be',
  };
  return leavingGaps.filter((gap) => lacks[gap]);
}

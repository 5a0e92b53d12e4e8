import type { CallOutcome, SaidOnPhone } from './outcome.ts';

/** What a contact of the drive carries beside the contact itself: its row and its card are written in the same step. */
export interface CallTold {
  readonly driveId: string;
  readonly outcome: CallOutcome;
  readonly says: SaidOnPhone | null;
  /** UTC ms of the run's clock; a time that was agreed. */
  readonly callBackAt: number | null;
}

/** A contact withdrawn that was a call of a drive: its card goes back to whoever rang. */
export interface CallWithdrawn {
  readonly driveId: string;
  readonly callId: string;
}

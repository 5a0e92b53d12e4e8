import type { Day } from '#domain/calendar/day.ts';
import type { Runner } from '#domain/coding/situation.ts';
import type { NavFinding, NavParticipant } from '#domain/nav-meeting/finding.ts';
import type { MendedContact } from '#domain/person/mended-contact.ts';

/** Where a meeting is about: a unit by its id, or a municipality by its number. */
export interface NavArea {
  readonly kind: 'unit' | 'municipality';
  readonly id: string;
}

export interface NavMeeting {
  readonly meetingId: string;
  readonly runId: string;
  readonly area: NavArea;
  readonly on: Day;
  readonly tookPart: readonly NavParticipant[];
}

export interface NavEntry {
  readonly meetingId: string;
  readonly caseId: string;
  readonly found: NavFinding;
  readonly runBy: readonly Runner[];
  /** Person data: written over what is known, and in no event. */
  readonly contact: MendedContact;
  readonly at: number;
  readonly by: string;
}

/** Meetings with NAV and what came of them. */
export interface NavMeetings {
  /** Kept once by its id. */
  readonly open: (meeting: NavMeeting & { readonly at: number; readonly by: string }) => Promise<void>;
  readonly find: (meetingId: string) => Promise<NavMeeting | undefined>;
  /** The newest word on a youth in a meeting stands. */
  readonly enter: (entry: NavEntry) => Promise<void>;
}

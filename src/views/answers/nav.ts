import type { Day } from '#domain/calendar/day.ts';
import type { Finding } from '#domain/coding/decide.ts';
import type { Runner } from '#domain/coding/situation.ts';
import type { CaseId } from '#domain/ids.ts';
import type { NavFinding, NavParticipant } from '#domain/nav-meeting/finding.ts';
import type { ToCheck } from '#domain/nav-meeting/to-check.ts';

export interface AreaChoice {
  readonly kind: 'unit' | 'municipality';
  readonly id: string;
  readonly name: string;
}

export interface NavEntryShown {
  readonly meetingId: string;
  readonly on: Day;
  readonly found: NavFinding;
  readonly runBy: readonly Runner[];
  readonly changed: readonly string[];
  readonly by: string | undefined;
}

/** What the coding rules say of the code a finding points to. */
export interface ProposalShown {
  readonly code: string;
  readonly verdict: 'allowed' | 'warned' | 'refused';
  readonly rules: readonly Finding[];
}

export interface NavRow {
  readonly caseId: CaseId;
  readonly name: string;
  readonly born: Day | undefined;
  readonly unit: string;
  readonly mobile: string | undefined;
  readonly address: string | undefined;
  readonly lastContact: Day | undefined;
  readonly toCheck: readonly ToCheck[];
  /** The newest word from a meeting of this year. */
  readonly entry: NavEntryShown | undefined;
  readonly proposal: ProposalShown | undefined;
  readonly mayEnter: boolean;
}

export interface MeetingShown {
  readonly meetingId: string;
  readonly area: AreaChoice;
  readonly on: Day;
  readonly tookPart: readonly NavParticipant[];
  readonly by: string | undefined;
  /** How many youths were spoken of. */
  readonly entries: number;
}

export interface NavAnswer {
  readonly today: Day;
  readonly areas: readonly AreaChoice[];
  readonly area: AreaChoice | undefined;
  /** The meeting whose entries are written now. */
  readonly meeting: MeetingShown | undefined;
  /** Newest first. */
  readonly meetings: readonly MeetingShown[];
  /** Youths with OTUK, by name; nobody who is protected. */
  readonly rows: readonly NavRow[];
  readonly hidden: number;
  readonly mayMeet: boolean;
  readonly mayExport: boolean;
}

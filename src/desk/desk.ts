import type { Acts } from '#ports/acts.ts';
import type { Absences, Assignments } from '#ports/assignment.ts';
import type { Campaigns } from '#ports/campaigns.ts';
import type { Conditions } from '#ports/conditions.ts';
import type { CrossChecks } from '#ports/cross-checks.ts';
import type { Doubles } from '#ports/doubles.ts';
import type { EarlyLeavers } from '#ports/early-leavers.ts';
import type { Inbox } from '#ports/inbox.ts';
import type { Intakes } from '#ports/intakes.ts';
import type { NavMeetings } from '#ports/nav-meetings.ts';
import type { PhoneDrives } from '#ports/phone-drives.ts';
import type { Rehearsal } from '#ports/rehearsal.ts';
import type { Returns } from '#ports/returns.ts';
import type { SavedFilters } from '#ports/saved-filters.ts';
import type { SmsFiles } from '#ports/sms-files.ts';
import type { StaffBook } from '#ports/staff.ts';
import { actDesk } from './acts.ts';
import { assignmentDesk } from './assignment.ts';
import { campaignDesk } from './campaigns.ts';
import { crossCheckDesk } from './cross-check.ts';
import { doublesDesk } from './doubles.ts';
import { earlyLeaversDesk } from './early-leavers.ts';
import { filterDesk } from './filters.ts';
import { intakeDesk } from './intakes.ts';
import { type LetterDeskPorts, letterDesk } from './letters.ts';
import { navMeetingsDesk } from './nav-meetings.ts';
import { phoneDesk } from './phone.ts';
import { rehearsalDesk } from './rehearsal.ts';
import { replyDesk } from './replies/replies.ts';
import { returnsDesk } from './returns.ts';
import { runDesk } from './runs.ts';
import { staffDesk } from './staff.ts';
import { taskDesk } from './tasks.ts';
import { youthDesk } from './youths.ts';

export interface AllPorts extends LetterDeskPorts {
  readonly phoneDrives: PhoneDrives;
  readonly intakes: Intakes;
  readonly campaigns: Campaigns;
  readonly acts: Acts;
  readonly savedFilters: SavedFilters;
  readonly crossChecks: CrossChecks;
  readonly rehearsal: Rehearsal;
  readonly conditions: Conditions;
  readonly inbox: Inbox;
  readonly assignments: Assignments;
  readonly absences: Absences;
  readonly staff: StaffBook;
  readonly returns: Returns;
  readonly earlyLeavers: EarlyLeavers;
  readonly navMeetings: NavMeetings;
  readonly doubles: Doubles;
  readonly smsFiles: SmsFiles;
}

/** The only way to change anything: access is checked here, the engine decides, the rows follow. */
export const createDesk = (ports: AllPorts) => ({
  runs: runDesk(ports),
  tasks: taskDesk(ports),
  youths: youthDesk(ports),
  intakes: intakeDesk(ports),
  letters: letterDesk(ports),
  acts: actDesk(ports),
  filters: filterDesk(ports),
  assignment: assignmentDesk(ports),
  staff: staffDesk(ports),
  crossCheck: crossCheckDesk(ports),
  campaigns: campaignDesk(ports),
  rehearsal: rehearsalDesk(ports),
  replies: replyDesk(ports),
  returns: returnsDesk(ports),
  earlyLeavers: earlyLeaversDesk(ports),
  navMeetings: navMeetingsDesk(ports),
  doubles: doublesDesk(ports),
  phone: phoneDesk(ports),
});

export type Desk = ReturnType<typeof createDesk>;

import type { Day } from '../calendar/day.ts';
import type {
  Activity,
  AgeFacts,
  Contact,
  FirstContactStatus,
  Reason,
  Situation,
  ViaOtAnswer,
} from '../coding/situation.ts';
import type { TransferCode } from '../person/youth-record.ts';
import type { Deadlines } from '../standing.ts';
import type { RegisteredCode } from '../status-code/report-code.ts';

/** What a youth's machine remembers of the case: codes, days and ids, never who the youth is. */
export interface CaseFile {
  readonly caseId: string;
  readonly runId: string;
  /** VIGO's code: why the youth came. No status ever overwrites it. */
  readonly transfer: TransferCode | null;
  readonly track: string;
  readonly status: RegisteredCode | null;
  readonly statusOn: Day | null;
  readonly viaOt: ViaOtAnswer | null;
  readonly atFirstContact: FirstContactStatus | null;
  readonly firstContactOn: Day | null;
  readonly activity: Activity | null;
  readonly reasons: readonly Reason[];
  readonly contacts: readonly Contact[];
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
  /** The caseworker's explicit choice (F10); null until it is made. */
  readonly choice: 'standard-letter' | 'own-contact' | 'return' | null;
  readonly leaving: LeavingFile | null;
  readonly deadlines: Deadlines;
}

/** What is known of how an early leaver left; each null is something to chase the school for (2015 briefing; Hordaland). */
export interface LeavingFile {
  readonly leftOn: Day | null;
  readonly noticeOn: Day | null;
  readonly meetingHeldOn: Day | null;
  readonly planMadeOn: Day | null;
}

/** Of an early leaver everything is to be asked for; of others there is nothing to ask. */
export const leavingOf = (transfer: TransferCode | null): LeavingFile | null =>
  transfer === 'OESL' ? { leftOn: null, noticeOn: null, meetingHeldOn: null, planMadeOn: null } : null;

export const newCase = (
  given: Pick<CaseFile, 'caseId' | 'runId' | 'transfer' | 'track' | 'unitId' | 'caseworkerId' | 'deadlines'>,
): CaseFile => ({
  ...given,
  status: null,
  statusOn: null,
  viaOt: null,
  atFirstContact: null,
  firstContactOn: null,
  activity: null,
  reasons: [],
  contacts: [],
  choice: null,
  leaving: leavingOf(given.transfer),
});

/** What a caseworker says when setting a code; what is left out stands as the case has it. */
export interface CodingFacts {
  readonly on: Day;
  readonly age: AgeFacts;
  readonly atFirstContact?: FirstContactStatus | null;
  readonly activity?: Activity | null;
  readonly reasons?: readonly Reason[];
  readonly viaOt?: ViaOtAnswer | null;
}

/** The case and the facts given now, as the coding rules look at them. */
export const situationOf = (file: CaseFile, facts: CodingFacts, to: string | null): Situation => ({
  on: facts.on,
  age: facts.age,
  transfer: file.transfer,
  from: file.status,
  to,
  contacts: file.contacts,
  atFirstContact: facts.atFirstContact === undefined ? file.atFirstContact : facts.atFirstContact,
  activity: facts.activity === undefined ? file.activity : facts.activity,
  reasons: facts.reasons ?? file.reasons,
  viaOt: facts.viaOt === undefined ? file.viaOt : facts.viaOt,
});

/** The fields a coding changes, as they were before it: what undoing it puts back. */
export type CodingState = Pick<
  CaseFile,
  'status' | 'statusOn' | 'viaOt' | 'atFirstContact' | 'firstContactOn' | 'activity' | 'reasons'
>;

export const codingStateOf = ({
  status,
  statusOn,
  viaOt,
  atFirstContact,
  firstContactOn,
  activity,
  reasons,
}: CaseFile): CodingState => ({ status, statusOn, viaOt, atFirstContact, firstContactOn, activity, reasons });

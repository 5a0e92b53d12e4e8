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
import { type LeavingFile, leavingOf } from './leaving.ts';

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
  /** When the youth was last spoken of with NAV; absent where that never was. */
  readonly navCheckedOn?: Day;
  /** When the youth's own letter last came back; absent where none has. */
  readonly letterBackOn?: Day;
  /** The case whose history this one's is part of; absent or null where it is its own. */
  readonly mergedInto?: string | null;
  readonly deadlines: Deadlines;
}

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

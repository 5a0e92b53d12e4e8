import type { Desk } from '#desk/desk.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { PartState } from '#domain/act/act.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RecipientState } from '#domain/campaign/recipient.ts';
import type { CaseId, IntakeId, PhaseId, RunId, StaffId, UnitId } from '#domain/ids.ts';
import type { Language } from '#domain/language.ts';
import type { ListTable } from '#domain/list-file/list-table.ts';
import type { Facts } from '#domain/outcome.ts';
import type { Role } from '#domain/plan/role.ts';
import type { ActAnswer, ActsAnswer } from '#views/answers/act.ts';
import type { AssignmentViews } from '#views/answers/assignment.ts';
import type { CleaningAnswer, CleaningFilter } from '#views/answers/cleaning.ts';
import type { InboundAnswer, InboundShow } from '#views/answers/inbound.ts';
import type { IntakeAnswer, IntakeKind, IntakesAnswer } from '#views/answers/intake.ts';
import type { OpenedChoice, OwnAnswer, OwnFilter } from '#views/answers/own.ts';
import type { PhaseAnswer } from '#views/answers/phase.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { Opening, RunListed } from '#views/answers/runs.ts';
import type {
  RecipientPreview,
  RecipientsAnswer,
  SendingAnswer,
  SendingReport,
  SendingsAnswer,
} from '#views/answers/sending.ts';
import type { SendingSettingsAnswer } from '#views/answers/sending-settings.ts';
import type { StartAnswer, StartChoice } from '#views/answers/start.ts';
import type { TaskScope, TasksAnswer } from '#views/answers/tasks.ts';
import type { YearAnswer } from '#views/answers/year.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';
import type { YouthFilter, YouthsAnswer } from '#views/answers/youths.ts';
import type { crossCheckViews } from '#views/cross-check.ts';
import type { LetterViews } from '#views/letter-views.ts';
import type { PhoneViews } from '#views/phone/phone-views.ts';
import type { QueueViews } from '#views/queue-views.ts';

/** The questions the API asks: the web's own, and which runs there are. `undefined` is both «is not» and «may not see». */
export interface ApiViews extends QueueViews {
  readonly currentRun: () => Promise<RunHead | undefined>;
  readonly runHead: (run: RunId) => Promise<RunHead | undefined>;
  /** Newest first. */
  readonly runs: () => Promise<readonly RunListed[]>;
  /** How far the engine has come with opening the run's cases. */
  readonly opening: (run: RunId) => Promise<Opening>;
  readonly county: () => Promise<string>;
  readonly reader: (
    staff: StaffId,
    run: RunId | undefined,
  ) => Promise<{ readonly actor: Actor; readonly name: string } | undefined>;
  readonly year: (actor: Actor, run: RunId, today: Day) => Promise<YearAnswer>;
  readonly phase: (actor: Actor, run: RunId, phase: PhaseId, today: Day) => Promise<PhaseAnswer | undefined>;
  readonly tasks: (actor: Actor, run: RunId, scope: TaskScope, today: Day) => Promise<TasksAnswer>;
  readonly youths: (
    actor: Actor,
    run: RunId,
    filter: YouthFilter,
    searched: string | undefined,
    today: Day,
  ) => Promise<YouthsAnswer>;
  readonly youth: (actor: Actor, run: RunId, id: CaseId, today: Day) => Promise<YouthAnswer | undefined>;
  readonly inbound: (ask: {
    readonly actor: Actor;
    readonly runId: string;
    readonly today: Day;
    readonly show: InboundShow;
    readonly unit?: UnitId | undefined;
    readonly page: number;
    readonly inboundId: string | undefined;
    readonly searched: string | undefined;
  }) => Promise<InboundAnswer>;
  readonly intakes: (actor: Actor, run: RunId) => Promise<IntakesAnswer>;
  readonly intake: (
    actor: Actor,
    run: RunId,
    id: IntakeId,
    shown: IntakeKind | 'faults' | undefined,
    page: number,
  ) => Promise<IntakeAnswer | undefined>;
  readonly ownList: (
    actor: Actor,
    run: RunId,
    filter: OwnFilter,
    at: Pick<OpenedChoice, 'caseId' | 'choice'> | undefined,
    today: Day,
  ) => Promise<OwnAnswer>;
  /** The list behind an own list's number, whole. */
  readonly ownCaseIds: (actor: Actor, run: RunId, filter: OwnFilter) => Promise<readonly CaseId[]>;
  readonly cleaning: (actor: Actor, run: RunId, filter: CleaningFilter, today: Day) => Promise<CleaningAnswer>;
  readonly namedCases: (
    actor: Actor,
    run: RunId,
    ids: readonly string[],
  ) => Promise<readonly { readonly caseId: CaseId; readonly name: string; readonly unit: string }[]>;
  readonly assignment: AssignmentViews;
  readonly acts: (actor: Actor, run: RunId) => Promise<ActsAnswer>;
  readonly act: (
    actor: Actor,
    run: RunId,
    actId: string,
    shown: PartState | undefined,
    page: number,
  ) => Promise<ActAnswer | undefined>;
  readonly sendingSettings: (actor: Actor, run: RunId) => Promise<SendingSettingsAnswer>;
  readonly sendings: (actor: Actor, run: RunId) => Promise<SendingsAnswer>;
  readonly sending: (actor: Actor, run: RunId, id: string) => Promise<SendingAnswer | undefined>;
  readonly sendingReport: (actor: Actor, run: RunId, id: string) => Promise<SendingReport | undefined>;
  readonly recipients: (
    actor: Actor,
    run: RunId,
    id: string,
    shown: RecipientState | undefined,
    page: number,
  ) => Promise<RecipientsAnswer | undefined>;
  readonly recipientPreview: (
    actor: Actor,
    run: RunId,
    id: string,
    key: string,
  ) => Promise<RecipientPreview | undefined>;
  readonly letters: LetterViews;
  readonly phone: PhoneViews;
  readonly crossCheck: ReturnType<typeof crossCheckViews>;
  readonly plan: (actor: Actor, run: RunId, today: Day) => Promise<PlanAnswer>;
  readonly start: (actor: Actor, choice: StartChoice | undefined) => Promise<StartAnswer>;
}

interface Member {
  readonly staffId: string;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly grants: readonly { readonly role: Role; readonly unitId: string | null; readonly runId: string | null }[];
}

/** The county's people and units; the store's staff book is one. */
export interface ApiStaff {
  readonly units: () => Promise<
    readonly {
      readonly unitId: string;
      readonly number: string | null;
      readonly name: string;
      readonly region: string;
    }[]
  >;
  readonly everybody: () => Promise<readonly Member[]>;
  readonly byLogin: (login: string) => Promise<{ readonly member: Member } | undefined>;
}

interface ApiSession {
  readonly staffId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly kept: Readonly<Record<string, unknown>>;
}

/** Sessions by the hash of their token; the same book as the web's. */
export interface ApiSessions {
  readonly open: (tokenHash: string, session: ApiSession) => Promise<void>;
  readonly read: (tokenHash: string, at: number) => Promise<ApiSession | undefined>;
  readonly touch: (tokenHash: string, expiresAt: number) => Promise<void>;
  readonly end: (tokenHash: string) => Promise<void>;
}

/** That somebody looked at persons; the same log as the web's. */
export interface ApiReadLog {
  readonly append: (entry: {
    readonly staffId: string;
    readonly onBehalfOf: string | null;
    readonly at: number;
    readonly what: string;
    readonly route: string;
    readonly subjects: readonly string[];
  }) => Promise<void>;
}

/** Whoever can read the file with this token owns the machine, and may act as anybody in it. */
export interface LocalAccess {
  readonly token: string;
  /** Login of the one who acts where the request names nobody. */
  readonly as: string;
}

/** Everything the API stands on; wired in one place, and by the tests with made-up answers. */
export interface ApiNeeds {
  readonly views: ApiViews;
  readonly desk: Desk;
  readonly staff: ApiStaff;
  readonly sessions: ApiSessions;
  readonly readLog: ApiReadLog;
  /** Makes a list a workbook. */
  readonly files: { readonly xlsx: (table: ListTable) => Promise<Uint8Array> };
  /** Name and password; undefined when they do not belong together. */
  readonly signIn: (login: string, password: string) => Promise<StaffId | undefined>;
  readonly explain: (language: Language, code: string, facts?: Facts) => string;
  readonly config: { readonly sessionHours: number; readonly local: LocalAccess | undefined };
  readonly now: () => number;
  readonly newId: () => string;
  /** One fact with fields, no person in it. */
  readonly say: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

import type { actDesk } from '#desk/acts.ts';
import type { assignmentDesk } from '#desk/assignment.ts';
import type { crossCheckDesk } from '#desk/cross-check.ts';
import type { Desk } from '#desk/desk.ts';
import type { filterDesk } from '#desk/filters.ts';
import type { phoneDesk } from '#desk/phone.ts';
import type { rehearsalDesk } from '#desk/rehearsal.ts';
import type { replyDesk } from '#desk/replies/replies.ts';
import type { runDesk } from '#desk/runs.ts';
import type { staffDesk } from '#desk/staff.ts';
import type { taskDesk } from '#desk/tasks.ts';
import type { youthDesk } from '#desk/youths.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { PartState } from '#domain/act/act.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CaseId, IntakeId, PhaseId, RunId, StaffId, UnitId } from '#domain/ids.ts';
import type { Language } from '#domain/language.ts';
import type { ListTable } from '#domain/list-file/list-table.ts';
import type { Facts, Outcome } from '#domain/outcome.ts';
import type { ActAnswer, ActsAnswer } from '#views/answers/act.ts';
import type { AssignmentViews } from '#views/answers/assignment.ts';
import type { CleaningAnswer, CleaningFilter } from '#views/answers/cleaning.ts';
import type { InboundAnswer, InboundShow } from '#views/answers/inbound.ts';
import type { IntakeAnswer, IntakeKind, IntakesAnswer } from '#views/answers/intake.ts';
import type { OpenedChoice, OwnAnswer, OwnFilter } from '#views/answers/own.ts';
import type { PhaseAnswer } from '#views/answers/phase.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { RunListed } from '#views/answers/runs.ts';
import type { SignInAnswer } from '#views/answers/sign-in.ts';
import type { StartAnswer, StartChoice } from '#views/answers/start.ts';
import type { TaskScope, TasksAnswer } from '#views/answers/tasks.ts';
import type { YearAnswer } from '#views/answers/year.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';
import type { YouthFilter, YouthsAnswer } from '#views/answers/youths.ts';
import type { crossCheckViews } from '#views/cross-check.ts';
import type { LetterViews } from '#views/letter-views.ts';
import type { PhoneViews } from '#views/phone/phone-views.ts';
import type { QueueViews } from '#views/queue-views.ts';
import type { SendingViews } from '#views/sending-views.ts';
import type { CodecNeeds } from './codec-needs.ts';

/** Who is signed in, with what they hold in the run. */
export interface Reader {
  readonly actor: Actor;
  readonly name: string;
}

/** The questions the pages ask. Each sees no more than the actor may; `undefined` is both «is not» and «may not see». */
export interface WebViews extends QueueViews, SendingViews {
  readonly letters: LetterViews;
  /** The run that is shown: the one wished for where there is such; undefined before the first year is started. */
  readonly currentRun: (wished?: string) => Promise<RunHead | undefined>;
  /** Every run, the newest first. */
  readonly runs: () => Promise<readonly RunListed[]>;
  readonly county: () => Promise<string>;
  /** Undefined when the person is no longer employed. */
  readonly reader: (staff: StaffId, run: RunId | undefined) => Promise<Reader | undefined>;
  readonly signIn: (demo: boolean) => Promise<SignInAnswer>;
  /** The number beside «My tasks»: the length of the lists of scope `mine` that are not waiting for others. */
  readonly openTasks: (actor: Actor, run: RunId, today: Day) => Promise<number>;
  readonly year: (actor: Actor, run: RunId, today: Day) => Promise<YearAnswer>;
  readonly phase: (actor: Actor, run: RunId, phase: PhaseId, today: Day) => Promise<PhaseAnswer | undefined>;
  readonly tasks: (actor: Actor, run: RunId, scope: TaskScope, today: Day, page?: number) => Promise<TasksAnswer>;
  readonly youths: (
    actor: Actor,
    run: RunId,
    filter: YouthFilter,
    searched: string | undefined,
    today: Day,
  ) => Promise<YouthsAnswer>;
  /** Who a bulk act is about: those ticked, or everybody in a list, counted again. */
  readonly chosen: (
    actor: Actor,
    run: RunId,
    choice: ChosenYouths,
    today: Day,
  ) => Promise<readonly { readonly caseId: CaseId; readonly unitId: UnitId | null }[]>;
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
  readonly staffName: (id: string) => Promise<string | undefined>;
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
  /** Which run a case is of, so that last year's can be opened. */
  readonly runOfCase: (id: CaseId) => Promise<RunId | undefined>;
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
  readonly crossCheck: ReturnType<typeof crossCheckViews>;
  readonly phone: PhoneViews;
  readonly plan: (actor: Actor, run: RunId, today: Day) => Promise<PlanAnswer>;
  readonly start: (actor: Actor, choice: StartChoice | undefined) => Promise<StartAnswer>;
}

export type ChosenYouths =
  | { readonly cases: readonly CaseId[] }
  | { readonly filter: YouthFilter; readonly searched: string | undefined };

interface IntakeWish {
  readonly commandId: string;
  readonly runId: string;
  readonly intakeId: string;
}

/** What the pages may have done; the desk checks access again and asks the rules. */
export interface WebDesk {
  readonly tasks: Pick<ReturnType<typeof taskDesk>, 'complete' | 'reopen' | 'skip'>;
  readonly youths: Pick<
    ReturnType<typeof youthDesk>,
    'choose' | 'code' | 'registerContact' | 'withdrawContact' | 'assign'
  >;
  readonly runs: Pick<ReturnType<typeof runDesk>, 'start' | 'changePlan'>;
  readonly intakes: {
    readonly receive: (
      actor: Actor,
      wish: {
        readonly commandId: string;
        readonly runId: string;
        readonly fileName: string;
        readonly bytes: Uint8Array;
        readonly declared?: number;
        readonly readAs?: { readonly sheet?: string; readonly columns?: Readonly<Record<string, string>> };
      },
    ) => Promise<Outcome<{ readonly intakeId: string; readonly already: boolean }>>;
    readonly approve: (actor: Actor, wish: IntakeWish) => Promise<Outcome<unknown>>;
    readonly apply: (actor: Actor, wish: IntakeWish) => Promise<Outcome<unknown>>;
    readonly undo: (actor: Actor, wish: IntakeWish) => Promise<Outcome<unknown>>;
    readonly reject: (actor: Actor, wish: IntakeWish) => Promise<Outcome<unknown>>;
  };
  readonly filters: Pick<ReturnType<typeof filterDesk>, 'of' | 'keep' | 'remove'>;
  readonly acts: Pick<ReturnType<typeof actDesk>, 'begin' | 'undo'>;
  readonly crossCheck: ReturnType<typeof crossCheckDesk>;
  readonly assignment: ReturnType<typeof assignmentDesk>;
  readonly staff: Pick<ReturnType<typeof staffDesk>, 'registerAbsence' | 'endAbsence' | 'leave'>;
  readonly replies: Omit<ReturnType<typeof replyDesk>, 'match' | 'file'>;
  readonly rehearsal: Pick<ReturnType<typeof rehearsalDesk>, 'forward'>;
  readonly letters: Pick<Desk['letters'], 'keepTemplate' | 'preview' | 'print' | 'returned'>;
  readonly campaigns: Omit<Desk['campaigns'], 'noteDelivery'>;
  readonly phone: ReturnType<typeof phoneDesk>;
  readonly returns: Desk['returns'];
  readonly earlyLeavers: Desk['earlyLeavers'];
  readonly navMeetings: Desk['navMeetings'];
  readonly doubles: Desk['doubles'];
}

/** A signed-in browser; `kept` holds what may not stand in an address: receipts, searches, answers to the coding guide. */
export interface WebSession {
  readonly staffId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly kept: Readonly<Record<string, unknown>>;
}

/** Sessions by the hash of their token; the store's book of sessions is one. */
export interface WebSessions {
  readonly open: (tokenHash: string, session: WebSession) => Promise<void>;
  readonly read: (tokenHash: string, at: number) => Promise<WebSession | undefined>;
  readonly touch: (tokenHash: string, expiresAt: number) => Promise<void>;
  readonly keep: (tokenHash: string, entries: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly end: (tokenHash: string) => Promise<void>;
}

/** That somebody looked at persons; the store's read log is one. */
export interface WebReadLog {
  readonly append: (entry: {
    readonly staffId: string;
    readonly onBehalfOf: string | null;
    readonly at: number;
    readonly what: string;
    readonly route: string;
    readonly subjects: readonly string[];
  }) => Promise<void>;
}

/** Tells when something has been written. Versions rise; one that is remembered shows what was missed. */
export interface WebLive {
  readonly version: () => number;
  readonly subscribe: (listener: (version: number) => void) => () => void;
}

/** The built files: `app.css` → `app-5F2K….css`, in that folder. */
export interface WebAssets {
  readonly folder: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface WebConfig {
  /** Cookies over HTTPS only, and HSTS. */
  readonly secure: boolean;
  /** At least 32 characters; signs the forms' tokens. */
  readonly secret: string;
  readonly sessionHours: number;
  /** Tries to sign in from one address before it has to wait. */
  readonly triesPerMinute: number;
  /** Its people may be chosen without a password. */
  readonly demo: boolean;
  /** Behind a proxy that sets `X-Forwarded-For`. */
  readonly trustProxy: boolean;
}

/** Everything the web stands on; wired in one place, and by the tests with made-up answers. */
export interface WebNeeds {
  readonly views: WebViews;
  readonly desk: WebDesk;
  readonly sessions: WebSessions;
  readonly readLog: WebReadLog;
  readonly live: WebLive;
  /** Left out where nobody looks at the engine with its own pages. */
  readonly codec?: CodecNeeds;
  /** Makes a list a workbook. */
  readonly files: { readonly xlsx: (table: ListTable) => Promise<Uint8Array> };
  readonly assets: WebAssets;
  readonly config: WebConfig;
  /** Name and password; undefined when they do not belong together. Takes as long whether the name is known or not. */
  readonly signIn: (login: string, password: string) => Promise<StaffId | undefined>;
  /** Words of a refusal, a fault or a concern by its code: the texts live where the rules live. */
  readonly explain: (language: Language, code: string, facts?: Facts) => string;
  readonly now: () => number;
  /** The real today, for pages outside a run. */
  readonly today: () => Day;
  readonly newId: () => string;
  /** One fact with fields, no person in it. */
  readonly say: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

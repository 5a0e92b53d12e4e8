import type { Day } from '#domain/calendar/day.ts';
import type { BurnDown, DayCount } from '#domain/forecast/burn-down.ts';
import type { CaseId, StaffId, UnitId } from '#domain/ids.ts';
import type { Language } from '#domain/language.ts';
import type { OutReason } from '#domain/phone/call-rules.ts';
import type { CallOutcome } from '#domain/phone/outcome.ts';
import type { DriveState } from '#ports/phone-drives.ts';
import type { ContactEntry } from './youth.ts';
import type { Choice } from './youths.ts';

export interface DriveHead {
  readonly driveId: string;
  readonly state: DriveState;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly reportOn: Day;
  /** OTUK at most, per cent of the registered. */
  readonly goal: number;
  /** Undefined: the whole county. */
  readonly units: readonly UnitId[] | undefined;
}

/** One unit in numbers; each opens its list. */
export interface PhoneUnit {
  readonly unit: Choice<UnitId>;
  readonly registered: number;
  readonly otuk: number;
  /** OTUK whom the reader may not see: protected, and rung by their own caseworker. */
  readonly hidden: number;
  readonly noMobile: number;
  /** Cards to ring, now or later. */
  readonly toRing: number;
  /** Reached, and still OTUK: somebody sets the code. */
  readonly reached: number;
  readonly out: Readonly<Record<OutReason, number>>;
  readonly callers: number;
}

export interface CallerRow {
  readonly caller: Choice<StaffId>;
  /** Units they ring for; undefined: every one they may see. */
  readonly units: readonly string[] | undefined;
  readonly share: number;
  readonly rings: boolean;
  /** Cards that are theirs. */
  readonly pile: number;
  readonly holdsOne: boolean;
  readonly callsToday: number;
  readonly calls: number;
  readonly reached: number;
}

export interface PhoneOverview {
  readonly today: Day;
  readonly drive: DriveHead | undefined;
  /** What the plan says a new drive would be. */
  readonly planned: { readonly opensOn: Day; readonly closesOn: Day } | undefined;
  readonly units: readonly PhoneUnit[];
  readonly callers: readonly CallerRow[];
  /** Those who could ring and do not. */
  readonly others: readonly (Choice<StaffId> & { readonly units: readonly UnitId[] | undefined })[];
  /** Cards nobody has, that nobody has rung. */
  readonly unshared: number;
  readonly mayRun: boolean;
}

/** Where somebody who rings stands now. */
export interface PhonePlace {
  readonly drive: DriveHead | undefined;
  readonly mayRun: boolean;
  readonly rings: boolean;
  readonly card: PhoneCard | undefined;
  /** The next of theirs or of anybody's that comes back, UTC ms of the run's clock; undefined where none does. */
  readonly nextAt: number | undefined;
  readonly progress: {
    readonly callsToday: number;
    /** Their own pile, and what is anybody's and may be rung now. */
    readonly pile: number;
    readonly anybodys: number;
    readonly settled: number;
    readonly cards: number;
  };
  /** The last call of theirs that stands, and may be undone. */
  readonly last:
    | {
        readonly caseId: CaseId;
        readonly name: string;
        readonly outcome: CallOutcome;
        readonly says: string | undefined;
        readonly mayCode: boolean;
      }
    | undefined;
}

export interface PhoneNumber {
  readonly number: string;
  /** Undefined: the youth's own. */
  readonly guardian: string | undefined;
  readonly kind: 'mobile' | 'phone' | 'unusable';
}

export interface PhoneCard {
  readonly caseId: CaseId;
  readonly name: string;
  readonly firstName: string;
  readonly age: number | undefined;
  readonly minor: boolean;
  readonly protected: boolean;
  readonly unit: string;
  readonly language: Language;
  readonly transfer: string | undefined;
  readonly caseworker: string | undefined;
  readonly numbers: readonly PhoneNumber[];
  readonly guardians: readonly string[];
  /** No number that can get an SMS: why they are found by phone alone. */
  readonly noMobile: boolean;
  /** When the youth's letter came back from the address that is known. */
  readonly letterBack: Day | undefined;
  /** Newest first. */
  readonly earlier: readonly ContactEntry[];
  /** A time was agreed, UTC ms. */
  readonly callBackAt: number | undefined;
  readonly tries: number;
  /** What the caller wrote before they undid their call to this youth. */
  readonly draft: string | undefined;
  readonly mayCode: boolean;
}

/** Somebody who rings back, found by number or name. */
export interface PhoneFound {
  readonly caseId: CaseId;
  readonly name: string;
  readonly age: number | undefined;
  readonly unit: string;
  readonly code: string | undefined;
  /** Which stored field it was. */
  readonly matched: 'name' | 'mobile' | 'phone' | 'guardian';
  readonly guardian: string | undefined;
  readonly heldByOther: boolean;
}

export interface SheetRow {
  readonly caseId: CaseId;
  readonly name: string;
  readonly age: number | undefined;
  readonly minor: boolean;
  readonly unit: string;
  readonly language: Language;
  readonly transfer: string | undefined;
  readonly numbers: readonly PhoneNumber[];
  readonly tries: number;
  readonly callBackAt: number | undefined;
}
export interface PhoneSheet {
  readonly today: Day;
  readonly drive: DriveHead;
  readonly caller: Choice<StaffId>;
  readonly callers: readonly Choice<StaffId>[];
  readonly rows: readonly SheetRow[];
}

export interface UnitBurnDown {
  /** Undefined: all that the reader's numbers count. */
  readonly unit: Choice<UnitId> | undefined;
  readonly registered: number;
  readonly days: readonly DayCount[];
  readonly burnDown: BurnDown;
}
export interface PhoneBurnDown {
  readonly today: Day;
  readonly reportOn: Day;
  readonly goal: number;
  readonly opensOn: Day | undefined;
  /** How many units the drive is for; undefined: the whole county. */
  readonly ofUnits: number | undefined;
  readonly whole: UnitBurnDown;
  /** Farthest from the goal first. */
  readonly units: readonly UnitBurnDown[];
}

/** What is left of OTUK, as each adviser and unit reports it. */
export interface ReportRow {
  readonly unit: Choice<UnitId> | undefined;
  readonly caseworker: Choice<StaffId> | undefined;
  readonly otuk: number;
}
export interface PhoneReport {
  readonly today: Day;
  readonly drive: DriveHead | undefined;
  /** As it was when the drive closed; else as it is now. */
  readonly frozenAt: number | undefined;
  readonly rows: readonly ReportRow[];
  readonly total: number;
}

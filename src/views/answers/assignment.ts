import type { Actor } from '#domain/access/actor.ts';
import type { MovedTask } from '#domain/act/act.ts';
import type { LeftAlone, Proposal } from '#domain/assignment/propose.ts';
import type { AssignmentRule } from '#domain/assignment/rule.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CaseId, RunId, StaffId, UnitId } from '#domain/ids.ts';
import type { Words } from '#domain/plan/template.ts';
import type { Choice, YouthRow } from './youths.ts';

/** How many open youths somebody has, and of what kind. */
export interface Load {
  readonly open: number;
  readonly uncoded: number;
  readonly unknown: number;
  readonly followUp: number;
  readonly inActivity: number;
}

export interface BoardWorker {
  readonly staffId: StaffId;
  readonly name: string;
  readonly units: readonly string[];
  readonly load: Load;
  /** Tasks of their own that can be done now and are due within a week, or were. */
  readonly tasksDue: number;
  readonly away?: { readonly to: Day; readonly substitute: string };
}

export interface AbsenceRow {
  readonly absenceId: string;
  readonly staff: string;
  readonly substitute: string;
  readonly from: Day;
  readonly to: Day;
  /** Holds today; else it is to come. */
  readonly now: boolean;
  readonly mayEnd: boolean;
}

/** Whose the youths are, for somebody who leads units. */
export interface BoardAnswer {
  readonly today: Day;
  readonly units: readonly Choice<UnitId>[];
  readonly unit: UnitId | undefined;
  readonly unassigned: Load;
  readonly workers: readonly BoardWorker[];
  /** Whose youths are listed: nobody's first. */
  readonly from: { readonly staffId: StaffId; readonly name: string; readonly tasks: number } | undefined;
  readonly rows: readonly YouthRow[];
  readonly total: number;
  /** Theirs too, but not for this reader's eyes: protected persons. Not in `total`. */
  readonly hidden: number;
  readonly page: number;
  readonly pageSize: number;
  readonly targets: readonly Choice<StaffId>[];
  readonly people: readonly Choice<StaffId>[];
  readonly absences: readonly AbsenceRow[];
  readonly rules: number;
  readonly mayKeepRules: boolean;
}

/** Who would get whom. */
export interface PreviewAnswer {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly moves: number;
  readonly gets: readonly { readonly name: string | undefined; readonly n: number; readonly after: number }[];
  /** Named, the first of them. */
  readonly untouched: readonly {
    readonly why: LeftAlone;
    readonly n: number;
    readonly named: readonly { readonly caseId: CaseId; readonly name: string }[];
  }[];
  readonly tasks: readonly { readonly title: Words; readonly to: string | undefined }[];
}

export interface RulesAnswer {
  readonly rules: readonly AssignmentRule[];
  readonly onIntake: boolean;
  readonly units: readonly Choice<UnitId>[];
  readonly people: readonly Choice<StaffId>[];
  readonly mayKeep: boolean;
}

/** Who may leave, and who could take over. */
export interface LeavingChoices {
  readonly people: readonly Choice<StaffId>[];
  readonly targets: readonly Choice<StaffId>[];
  /** May share out what is open; else it is left for somebody who leads the units. */
  readonly mayShare: boolean;
}

/** The questions of sharing out, as pages and API ask them. */
export interface AssignmentViews {
  /** Undefined for those who lead no unit. */
  readonly board: (
    actor: Actor,
    run: RunId,
    shown: { readonly unit?: UnitId; readonly from?: StaffId; readonly page: number },
    today: Day,
  ) => Promise<BoardAnswer | undefined>;
  readonly preview: (
    actor: Actor,
    run: RunId,
    given: {
      readonly from: string | null;
      readonly to: string | null;
      readonly shared: Proposal & { readonly tasks: readonly MovedTask[] };
    },
  ) => Promise<PreviewAnswer>;
  readonly rules: (actor: Actor, run: RunId) => Promise<RulesAnswer>;
  readonly leaving: (actor: Actor, run: RunId) => Promise<LeavingChoices>;
}

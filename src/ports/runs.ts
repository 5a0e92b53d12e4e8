import type { Day } from '#domain/calendar/day.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { PlanInputs } from '#domain/plan/roll-forward.ts';

/** A school-year run as it is written the first time. */
export interface NewRun {
  readonly runId: string;
  readonly title: string;
  readonly inputs: PlanInputs;
  readonly plan: Plan;
  /** UTC ms the rehearsal begins at; null for a run that follows the real clock. */
  readonly rehearsalNow: number | null;
  /** The real moment, UTC ms. */
  readonly realNow: number;
  readonly at: number;
  readonly by: string | null;
}

export interface PlanVersion {
  readonly runId: string;
  readonly version: number;
  readonly plan: Plan;
  readonly inputs: PlanInputs;
}

/** Runs and their plans, by version. */
export interface Runs {
  /** All rows of a run in one transaction; its workflows are opened after. */
  readonly start: (run: NewRun) => Promise<void>;
  readonly planInForce: (runId: string) => Promise<PlanVersion | undefined>;
  /** Keeps a new version; it takes effect when the year's machine takes it. Gives its number. */
  readonly keepPlan: (next: {
    readonly runId: string;
    readonly plan: Plan;
    readonly completions: Readonly<Record<string, Day>>;
    readonly at: number;
    readonly by: string | null;
    /** Written once for each key: an order that is carried out twice keeps one version. */
    readonly key: string;
  }) => Promise<number>;
  readonly planVersion: (runId: string, version: number) => Promise<PlanVersion | undefined>;
  /** Writes rows for tasks that a version brought; gives the subjects of the new ones. */
  readonly addTasks: (runId: string, version: number) => Promise<readonly string[]>;
  /** The tasks that wait for this one. */
  readonly dependants: (runId: string, taskId: string) => Promise<readonly string[]>;
  /** Where phases and tasks stand, for comparing with a plan. */
  readonly rows: (runId: string) => Promise<RunRows>;
  readonly clock: (runId: string) => Promise<RunClock>;
}

/** A run's today and now: the real clock, or a rehearsal's own. */
export interface RunClock {
  readonly now: number;
  readonly today: Day;
  readonly isRehearsal: boolean;
}

/** Phases and tasks of a run as they are now. */
export interface RunRows {
  readonly phases: readonly { readonly phaseId: string; readonly opensAt: number; readonly closesAt: number }[];
  readonly tasks: readonly TaskRow[];
}
export interface TaskRow {
  readonly taskId: string;
  readonly phaseId: string;
  readonly definition: string;
  readonly dueOn: string | null;
  readonly staffId: string | null;
  readonly state: string;
  readonly required: boolean;
}

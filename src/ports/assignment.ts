import type { Absence } from '#domain/assignment/absence.ts';
import type { Candidate, Worker } from '#domain/assignment/propose.ts';
import type { RuleSet } from '#domain/assignment/rule.ts';
import type { Day } from '#domain/calendar/day.ts';

/** A task that is somebody's and not settled. */
export interface OwnTask {
  readonly taskId: string;
  /** Key of the plan's task. */
  readonly definition: string;
  readonly unitId: string | null;
  readonly role: string;
}

/** Which youths are asked for: some by id, one intake's new ones, or all of one caseworker (null: nobody's). */
export type Whose =
  | { readonly kind: 'some'; readonly cases: readonly string[] }
  | { readonly kind: 'intake'; readonly intakeId: string }
  | { readonly kind: 'of'; readonly staffId: string | null };

/** Rules, people and youths as sharing out needs them; nothing here changes whose a youth is. */
export interface Assignments {
  readonly rules: (runId: string) => Promise<RuleSet>;
  readonly keepRules: (
    runId: string,
    rules: RuleSet,
    made: { readonly at: number; readonly by: string | null },
  ) => Promise<void>;
  /** Those who can have youths, with what they have in the run and whether they are away that day. */
  readonly workers: (runId: string, today: Day) => Promise<readonly Worker[]>;
  /** Open cases. */
  readonly youths: (runId: string, whose: Whose) => Promise<readonly Candidate[]>;
  readonly tasksOf: (runId: string, staffId: string) => Promise<readonly OwnTask[]>;
}

/** Who is away, and with whom as substitute. */
export interface Absences {
  readonly all: () => Promise<readonly Absence[]>;
  /** Written once for each id. */
  readonly register: (
    absence: Omit<Absence, 'endedOn'>,
    made: { readonly at: number; readonly by: string },
  ) => Promise<void>;
  readonly end: (absenceId: string, on: Day, by: string) => Promise<void>;
}

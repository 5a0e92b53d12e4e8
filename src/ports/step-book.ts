import type { Recorded, Reopening, Standing, Step } from '#domain/standing.ts';

/** Where steps are written and subjects are taken up from. */
export interface StepBook {
  /** Journal row, current row, projection and orders in one transaction; a second time is nothing. */
  readonly write: (step: Step) => Promise<Recorded>;
  /** Several steps in one transaction, in order; an answer for each. */
  readonly writeAll: (steps: readonly Step[]) => Promise<readonly Recorded[]>;
  /** Where a subject stands and what it ordered that is not settled; undefined for one that was never written. */
  readonly reopen: (subject: string) => Promise<Reopening | undefined>;
  /** Several at once, in two questions; those that were never written are left out. */
  readonly reopenMany: (subjects: readonly string[]) => Promise<readonly Reopened[]>;
  /** The step a command became; undefined for one that was never taken. */
  readonly granted: (subject: string, commandId: string) => Promise<{ readonly sequence: number } | undefined>;
  /** The tasks of a phase, each with where it stands, in one question. */
  readonly reopenTasks: (
    runId: string,
    phaseId: string,
  ) => Promise<readonly (Reopening & { readonly subject: string })[]>;
}

export interface Reopened extends Reopening {
  readonly subject: string;
  readonly runId: string;
  /** See `Opening.clockShift`. */
  readonly clockShift: number;
}

/** Orders as rows: what is not settled can be found and done again. */
export interface OrderBook {
  /** `open` before it is done, `done` with its answer until that is heard, `settled` after. */
  readonly look: (
    key: string,
  ) => Promise<{ readonly state: 'open' | 'done' | 'settled'; readonly answer: unknown } | undefined>;
  /** Done; with an answer it waits to be heard, without one it is settled. */
  readonly finish: (key: string, answer: unknown) => Promise<void>;
  readonly settle: (key: string) => Promise<void>;
}

/** Subjects whose workflow the engine has not opened: until it has, their rows are all there is of them. */
export interface UnopenedBook {
  /** Where one stands that is not open, with its next deadline, UTC ms; undefined for one that is. */
  readonly find: (
    subject: string,
  ) => Promise<{ readonly standing: Standing; readonly nextDeadline: number | null } | undefined>;
  /** Writes the step if the subject is not open by then and stands just before it; false, with nothing written, where not. */
  readonly write: (step: Step) => Promise<boolean>;
  /** A workflow takes the subject over from the number it knows; false where the row has gone on, or is gone. */
  readonly claim: (subject: string, sequence: number) => Promise<boolean>;
}

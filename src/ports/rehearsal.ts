/** What a rehearsal's clock needs of the rows and the engine. */
export interface Rehearsal {
  /** The run's earliest deadline not later than that moment, with the workflows that have one by then. */
  readonly dueBy: (
    runId: string,
    until: number,
  ) => Promise<{ readonly earliest: number; readonly subjects: readonly string[] } | undefined>;
  /** Orders of the run that are not settled yet. */
  readonly unsettled: (runId: string) => Promise<number>;
  readonly setNow: (runId: string, now: number) => Promise<void>;
  /** Takes workflows' own clocks forward to a moment. */
  readonly move: (subjects: readonly string[], to: number) => Promise<void>;
}

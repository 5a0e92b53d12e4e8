import type { Day } from '#domain/calendar/day.ts';

/** What a rehearsal's clock needs of the rows and the engine. */
export interface Rehearsal {
  /** The run's earliest deadline not later than that moment, with the workflows that have one by then. */
  readonly dueBy: (
    runId: string,
    until: number,
  ) => Promise<{ readonly earliest: number; readonly subjects: readonly string[] } | undefined>;
  /** How far the run's clock was from the real one when it began, ms. */
  readonly shiftOf: (runId: string) => Promise<number>;
  /** Orders of the run that are not settled yet. */
  readonly unsettled: (runId: string) => Promise<number>;
  /** The day a wish was for when it was told the first time; undefined when it is new. */
  readonly wished: (runId: string, commandId: string) => Promise<Day | undefined>;
  /** Keeps what a wish was for; the newest of a run are enough. */
  readonly noteWish: (runId: string, commandId: string, to: Day) => Promise<void>;
  readonly setNow: (runId: string, now: number) => Promise<void>;
  /** Takes workflows' own clocks forward to a moment of the server's time. */
  readonly move: (subjects: readonly string[], to: number) => Promise<void>;
}

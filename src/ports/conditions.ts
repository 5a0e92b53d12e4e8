import type { Day } from '#domain/calendar/day.ts';
import type { Turn } from '#domain/run/conditions.ts';

/** A turn of one task, with the id by which it is told: the same turn from the same standing is one step. */
export interface NumberedTurn extends Turn {
  readonly commandId: string;
}

/** What the register says of the tasks that close themselves. */
export interface Conditions {
  /** The tasks of a run that stand otherwise than the register says on that day. */
  readonly turned: (runId: string, today: Day) => Promise<readonly NumberedTurn[]>;
  /** Runs that go on, and whether something was written since that was last asked with the same word. */
  readonly news: () => Promise<{ readonly runs: readonly string[]; readonly word: string }>;
}

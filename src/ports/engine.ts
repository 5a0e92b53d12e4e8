import type { Outcome } from '#domain/outcome.ts';
import type { Happening } from '#domain/standing.ts';

export type Answered = Outcome<{ readonly sequence: number }>;

/** One wish, addressed to one subject. */
export interface Command {
  readonly subject: string;
  readonly commandId: string;
  readonly event: Happening;
}

/** The durable engine, as those who command it see it. */
export interface Engine {
  /** Opens the subject's workflow if need be, and answers when the step is recorded or refused. */
  readonly tell: (command: Command) => Promise<Answered>;
  /** Tells many, a few at a time; each answer is heard before the next command takes its place. */
  readonly tellEach: (
    commands: readonly Command[],
    heard: (command: Command, answer: Answered) => Promise<void>,
  ) => Promise<void>;
  /** Opens the workflow if need be and leaves a fact there; nobody waits for what comes of it. */
  readonly hear: (command: Command) => Promise<void>;
  /** Opens many workflows from their rows, as fast as workers take them; one that runs already looks at its rows. `progress` may throw, and ends it. Gives how many. */
  readonly openMany: (subjects: readonly string[], progress?: (opened: number) => void) => Promise<number>;
  /** Ends workflows whose subjects are no more; one that was never opened is no trouble. */
  readonly closeMany: (subjects: readonly string[]) => Promise<void>;
  /** Asks open workflows to look at their rows again, opening those that are not. */
  readonly lookAgain: (subjects: readonly string[]) => Promise<void>;
}

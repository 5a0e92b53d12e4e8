import type { GuardedCase, GuardedTask } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { RunClock } from './runs.ts';

/** What the desk must know of a case before it lets somebody act on it. */
export interface CaseFacts extends GuardedCase {
  readonly caseId: string;
  readonly runId: string;
  readonly born: Day | null;
  readonly file: CaseFile;
  readonly sequence: number;
  /** Of the case's run, when it was looked up. */
  readonly clock: RunClock;
}

/** What the desk must know of a task. */
export interface TaskFacts extends GuardedTask {
  readonly runId: string;
  readonly taskId: string;
  readonly phaseId: string;
  readonly state: string;
}

/** Single rows the desk looks at before a command. */
export interface Cases {
  readonly find: (caseId: string) => Promise<CaseFacts | undefined>;
  /** Several at once, in one question; those nobody knows are left out. */
  readonly findMany: (caseIds: readonly string[]) => Promise<readonly CaseFacts[]>;
  readonly task: (runId: string, taskId: string) => Promise<TaskFacts | undefined>;
  /** Tasks of a phase that are still open. */
  readonly openTasks: (runId: string, phaseId: string) => Promise<readonly TaskFacts[]>;
  readonly openPhases: (runId: string) => Promise<readonly string[]>;
  /** A contact as the journal has it, by the number of its step or the command it came of; undefined where that is no contact. */
  readonly contact: (
    caseId: string,
    which: { readonly sequence: number } | { readonly commandId: string },
  ) => Promise<{ readonly sequence: number; readonly entry: Contact; readonly by: string | null } | undefined>;
  /** Whether a command has been taken by this case before: a form that is sent twice has fulfilled its own wish. */
  readonly hasTaken: (caseId: string, commandId: string) => Promise<boolean>;
  /** Keeps a free text apart from the engine; gives the id that stands for it. */
  readonly keepNote: (note: {
    readonly noteId: string;
    readonly caseId: string;
    readonly text: string;
    readonly at: number;
    readonly by: string;
  }) => Promise<void>;
}

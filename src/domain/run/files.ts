import type { ActKind } from '../act/act.ts';
import type { Day } from '../calendar/day.ts';
import type { Deadlines } from '../standing.ts';

/** What a task's machine remembers: one thing to be done, by one person, one unit or the county. */
export interface TaskFile {
  readonly runId: string;
  readonly phaseId: string;
  readonly taskId: string;
  readonly required: boolean;
  readonly kind: 'manual' | 'system' | 'condition';
  /** A person may tick it although the register answers for it too. Files from before there were questions lack it: they may. */
  readonly byHand?: boolean;
  readonly dueOn: Day;
  /** Tasks that must be settled first, as ids in this run. */
  readonly waitsFor: readonly string[];
  /** Those of `waitsFor` that are not settled now. */
  readonly openBefore: readonly string[];
  readonly doneAt: number | null;
  readonly doneBy: string | null;
  readonly skipReason: string | null;
  readonly staffId: string | null;
  readonly deadlines: Deadlines;
  /** What it waited for when it was settled, taken up again when it is reopened. */
  readonly rested: Deadlines;
}

/** What a phase's machine remembers; its tasks have their own. */
export interface PhaseFile {
  readonly runId: string;
  readonly phaseId: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly closedAt: number | null;
  /** Names of the counters to freeze before and after. */
  readonly countsBefore: readonly string[];
  readonly countsAfter: readonly string[];
  readonly deadlines: Deadlines;
}

/** What a school year's machine remembers. The dates themselves are plan rows, by version. */
export interface YearFile {
  readonly runId: string;
  readonly planVersion: number;
  /** Completions that have happened: anchor id → the day. */
  readonly completions: Readonly<Record<string, Day>>;
  readonly closedAt: number | null;
  readonly deadlines: Deadlines;
}

/** What a received file's machine remembers; the list itself is rows. */
export interface IntakeFile {
  readonly intakeId: string;
  readonly runId: string;
  readonly counts: Readonly<Record<string, number>> | null;
  /** Codes of the reasons why a person must approve. */
  readonly approval: readonly string[];
  readonly approvedBy: string | null;
  readonly kept: number;
  readonly deadlines: Deadlines;
}

/** What a bulk act's machine remembers; its parts are rows. */
export interface ActFile {
  readonly actId: string;
  readonly runId: string;
  readonly kind: ActKind;
  readonly parts: number;
  readonly done: number;
  readonly refused: number;
  readonly undone: number;
  /** Left as they are when it was undone: edited since. */
  readonly kept: number;
  readonly deadlines: Deadlines;
}

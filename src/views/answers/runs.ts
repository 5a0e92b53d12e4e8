import type { RunHead } from './run.ts';

/** A run as the list of runs has it. */
export interface RunListed extends RunHead {
  readonly title: string;
  /** `planned`, `running`, `closed`: as the year's machine says. */
  readonly state: string;
  readonly isCurrent: boolean;
}

/** The engine follows the rows: how many cases there are, and how many of them it has opened. */
export interface Opening {
  readonly cases: number;
  readonly opened: number;
}

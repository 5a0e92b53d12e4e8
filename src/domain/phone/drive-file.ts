import type { Deadlines } from '../standing.ts';

/** Somebody who rings in a drive, as its machine remembers it. */
export interface DriveCaller {
  readonly staffId: string;
  /** Null is every unit they may see. */
  readonly units: readonly string[] | null;
  readonly share: number;
}

/** What a phone drive's machine remembers. Cards and calls are rows: a thousand cards have no place in a snapshot. */
export interface DriveFile {
  readonly driveId: string;
  readonly runId: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly callers: readonly DriveCaller[];
  /** How many cards were given out the last time, and how many nobody could have. */
  readonly dealt: { readonly given: number; readonly left: number } | null;
  readonly closedAt: number | null;
  readonly deadlines: Deadlines;
}

import type { Day } from '#domain/calendar/day.ts';
import type { Addressee, LetterPiece } from '#domain/household/letter-piece.ts';

/** A made letter, as it goes into the pile. */
export interface NewLetter {
  readonly key: string;
  readonly runId: string;
  readonly caseId: string;
  readonly unitId: string | null;
  /** To whom and where it was printed: by that it is known when it comes back. */
  readonly piece: LetterPiece;
  readonly on: Day;
  readonly pages: number;
  readonly pdf: Uint8Array;
}

/** A letter of the pile, without its pages. */
export interface PostedLetter extends Omit<NewLetter, 'piece' | 'pdf'> {
  readonly addressee: Addressee;
  readonly postcode: string;
  /** The unit's name. */
  readonly unit: string;
}

export interface PrintBatch {
  readonly batchId: string;
  readonly runId: string;
  readonly made: Day;
  readonly letters: readonly PostedLetter[];
}

/** The pile of letters: each is kept once by its key, sealed, and printed in batches. */
export interface LetterPost {
  /** The same key again is the letter that is there already. */
  readonly keep: (letters: readonly NewLetter[], at: number) => Promise<void>;
  /** Which of these are kept. */
  readonly kept: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** A letter's own file, as it is to be printed and archived. */
  readonly pdf: (key: string) => Promise<Uint8Array | undefined>;
  /** Gathers the letters that are in no batch yet, of the units named or of all; the same batch again is the same letters. */
  readonly gather: (wish: {
    readonly batchId: string;
    readonly runId: string;
    readonly units: readonly string[] | 'all';
    readonly at: number;
    readonly by: string;
  }) => Promise<PrintBatch>;
  readonly batch: (batchId: string) => Promise<PrintBatch | undefined>;
  /** Takes letters out of the pile for good: they must not be printed any more. */
  readonly discard: (keys: readonly string[]) => Promise<void>;
  /**
   * Notes that a letter came back: a fault on the address of everybody it was for, until another one is known. The youth's own letter
   * switches the case to SMS and phone. False when it was known.
   */
  readonly noteReturned: (note: {
    readonly letterKey: string;
    readonly at: number;
    readonly by: string;
  }) => Promise<boolean>;
}

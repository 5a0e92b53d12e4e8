import type { Piece } from './channel.ts';
import type { PressedLetter } from './letter-press.ts';

/** Letters as they would be printed, by key, with keys that open nothing; what cannot be made is left out. Nothing is kept. */
export type LetterPreview = (pieces: readonly Piece[]) => Promise<ReadonlyMap<string, PressedLetter>>;

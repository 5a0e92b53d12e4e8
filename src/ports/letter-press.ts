import type { Day } from '#domain/calendar/day.ts';
import type { LetterPiece } from '#domain/household/letter-piece.ts';
import type { Language } from '#domain/language.ts';
import type { MessageText } from '#domain/message/template.ts';
import type { MessageFacts } from './message-facts.ts';

/** One letter to be made. The keys come in, as everything does: the same job gives the same bytes. */
export interface PressJob {
  readonly key: string;
  readonly piece: LetterPiece;
  readonly facts: MessageFacts;
  readonly language: Language;
  readonly text: MessageText;
  /** The send day: it is printed, and it is the document's own date. */
  readonly on: Day;
  readonly returnKey: string;
  /** The key of the reply form; null for a letter without one. */
  readonly replyKey: string | null;
}

export interface PressedLetter {
  readonly key: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** A sign in a name or an address that the letters' font lacks makes a letter that cannot be printed; the others are made. */
export type Pressed =
  | ({ readonly outcome: 'pressed' } & PressedLetter)
  | { readonly outcome: 'unprintable'; readonly key: string };

/** A letter in a print batch. */
export interface BoundLetter extends PressedLetter {
  readonly unit: string;
  readonly postcode: string;
}

/** What is printed at the front of a batch, to count by. */
export interface ControlSheet {
  readonly language: Language;
  readonly county: string;
  readonly batch: string;
  readonly on: Day;
}

/** Makes letters; it knows no clock, and keeps nothing. */
export interface LetterPress {
  /** In the order of the jobs. */
  readonly press: (jobs: readonly PressJob[]) => Promise<readonly Pressed[]>;
  /** One file for the printer, in the order given, with a control sheet in front. */
  readonly bind: (letters: readonly BoundLetter[], sheet: ControlSheet) => Promise<Uint8Array>;
}

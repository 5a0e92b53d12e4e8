import type { Piece } from './channel.ts';

/** What an SMS needs of the store at hand-over: who may be reached on which number, and what they are told. */
export interface SmsRecipients {
  /** Numbers by case; a case without one that may be used is left out. */
  readonly numbers: (cases: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The text of each piece by its key, in the addressee's own language; one that cannot be made is left out. */
  readonly texts: (pieces: readonly Piece[]) => Promise<ReadonlyMap<string, string>>;
}

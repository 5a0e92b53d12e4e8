import type { Addressee } from '#domain/household/letter-piece.ts';
import type { KeyPurpose } from '#domain/letter/letter-key.ts';

export interface NewLetterKey {
  readonly purpose: KeyPurpose;
  /** The letter's own key, made when its list was frozen. */
  readonly letterKey: string;
  readonly runId: string;
  readonly caseId: string;
  readonly addressee: Addressee;
  /** UTC ms. */
  readonly expiresAt: number;
}

export type OpenedKey =
  | ({ readonly outcome: 'opened' } & Omit<NewLetterKey, 'purpose' | 'expiresAt'>)
  /** A sign is missing or wrong: it was typed or scanned badly. */
  | { readonly outcome: 'mistyped' }
  /** Of no letter of ours, or one for something else: whoever asks learns no more. */
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'expired' };

/** Opaque keys printed on letters: each opens one thing, until a day. Kept by their keyed hash only. */
export interface LetterKeys {
  /** In the order asked for. The same letter and purpose give the same key, so that a letter made twice is the same letter. */
  readonly make: (wanted: readonly NewLetterKey[]) => Promise<readonly string[]>;
  /** Reads a key as typed or scanned. */
  readonly open: (typed: string, purpose: KeyPurpose, at: number) => Promise<OpenedKey>;
}

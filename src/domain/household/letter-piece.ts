import type { AddressKnowledge } from '../address/address-fault.ts';
import type { Address, PersonName, YouthRecord } from '../person/youth-record.ts';
import type { Hold } from './hold.ts';

/** What of a youth's record decides who is written to. */
export type LetterYouth = Pick<
  YouthRecord,
  'name' | 'born' | 'address' | 'addressProtection' | 'deceased' | 'emigrated' | 'manualOnly' | 'guardians'
>;

/** Whom an envelope is for: the youth, or the guardians by their place in the record, `guardian-1` or together `guardians-1-2`. */
export type Addressee = 'youth' | `guardian-${number}` | `guardians-${string}`;

/** One envelope. */
export interface LetterPiece {
  readonly addressee: Addressee;
  /** A guardian's copy; the youth's own letter has the reply form. */
  readonly isCopy: boolean;
  readonly names: readonly PersonName[];
  readonly address: Address;
}

export interface HouseholdLetters {
  readonly pieces: readonly LetterPiece[];
  readonly holds: readonly Hold[];
}

/** What is known beside the record: the postcodes in force, and from which addresses somebody's letter has come back. */
export interface LetterKnowledge extends Pick<AddressKnowledge, 'placeOf'> {
  readonly hasReturned: (name: PersonName, address: Address) => boolean;
}

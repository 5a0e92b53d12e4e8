import type { Facts } from '../outcome.ts';
import { fullName } from '../person/name.ts';
import { isPostcode } from '../person/reach.ts';
import type { Address, PersonName } from '../person/youth-record.ts';
import { isSamePlace, type Postcodes } from './postcodes.ts';

/** What a person must mend before a letter can be posted: the sheet's "has name and address" (phase 4), made exact. */
export const addressFaults = [
  'no-name',
  'no-address',
  'no-street',
  'no-postcode',
  'postcode-form',
  'unknown-postcode',
  'no-place',
  'place-differs',
  'too-long',
  'unprintable',
  'returned',
] as const;
export type AddressFaultCode = (typeof addressFaults)[number];

export interface AddressFault {
  readonly code: AddressFaultCode;
  /** `expected`: the place the postcode belongs to. */
  readonly facts?: Facts;
}

/** What is known about addresses beside the person's own record. */
export interface AddressKnowledge extends Postcodes {
  /** Whether a letter to this very address has come back. */
  readonly hasReturned?: boolean;
}

/** The window takes this much (20 × 90 mm at the size addresses are set in). */
const longestLine = 42;
const mostLines = 4;
/** The register's own word for a postcode nobody knows (domain notes §4.1). */
const unknownPostcode = '9999';

/** Every fault of a name and a Norwegian address, in the order a reader would mend them; none when a letter would arrive. */
export function faultsOfAddress(
  name: PersonName,
  address: Address | undefined,
  known: AddressKnowledge,
): readonly AddressFault[] {
  const written = fullName(name);
  const faults: AddressFault[] = [];
  if (!/\p{L}/u.test(written)) faults.push({ code: 'no-name' });
  if (!address) return [...faults, { code: 'no-address' }];
  const { lines } = address;
  if (!lines.some((line) => /\p{L}/u.test(line))) faults.push({ code: 'no-street' });
  faults.push(...faultsOfPlace(address, known));
  if (lines.length > mostLines || [written, ...lines].some((line) => line.length > longestLine))
    faults.push({ code: 'too-long', facts: { lines: mostLines, letters: longestLine } });
  if ([written, ...lines, address.place ?? ''].some((line) => unprintable.test(line)))
    faults.push({ code: 'unprintable' });
  if (known.hasReturned) faults.push({ code: 'returned' });
  return faults;
}

function faultsOfPlace({ postcode = '', place = '' }: Address, known: AddressKnowledge): readonly AddressFault[] {
  if (postcode === '') return [{ code: 'no-postcode' }];
  if (!isPostcode(postcode)) return [{ code: 'postcode-form' }];
  const expected = postcode === unknownPostcode ? undefined : known.placeOf(postcode);
  if (expected === undefined) return [{ code: 'unknown-postcode' }];
  if (place.trim() === '') return [{ code: 'no-place', facts: { expected } }];
  return isSamePlace(place, expected) ? [] : [{ code: 'place-differs', facts: { expected } }];
}

/** The letters' font has Latin with all Norwegian and Sámi letters, Greek, Cyrillic and Hebrew. */
export const unprintable =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]|\p{C}|\p{Extended_Pictographic}/u;

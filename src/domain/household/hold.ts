import type { AddressFault } from '../address/address-fault.ts';
import { isProtected } from '../person/reach.ts';
import type { YouthRecord } from '../person/youth-record.ts';

/** For a person to handle by hand; the reason is never printed (domain notes §4.1). */
export const manualReasons = ['protected', 'deceased', 'stopped', 'abroad', 'shares-address'] as const;
/** For a person to find out. */
export const workReasons = [
  'birth-unknown',
  'guardian-unknown',
  'nobody-responsible',
  'responsibility-unknown',
  'address',
] as const;
/** Rightly nothing: nobody has anything to do. */
export const noCopyReasons = ['no-responsibility', 'address-hidden', 'confidential'] as const;

export type ManualReason = (typeof manualReasons)[number];
export type WorkReason = (typeof workReasons)[number];
export type NoCopyReason = (typeof noCopyReasons)[number];

/** Who gets nothing by itself: an addressee, or guardians nobody knows. */
type Held = 'youth' | 'guardians' | `guardian-${number}`;

/** Somebody to whom nothing goes by itself, on which list they stand, and why. */
export type Hold =
  | { readonly addressee: Held; readonly list: 'manual'; readonly why: ManualReason }
  | { readonly addressee: Held; readonly list: 'work'; readonly why: Exclude<WorkReason, 'address'> }
  | {
      readonly addressee: Held;
      readonly list: 'work';
      readonly why: 'address';
      readonly faults: readonly AddressFault[];
    }
  | { readonly addressee: Held; readonly list: 'none'; readonly why: NoCopyReason };

export const heldByAddress = (addressee: Held, faults: readonly AddressFault[]): Hold => ({
  addressee,
  list: 'work',
  why: 'address',
  faults,
});

/** An address must be mended before this letter can be sent. */
export const isAddressFault = (hold: Hold): boolean => hold.list === 'work' && hold.why === 'address';

/** How a person stands to post in general. */
export type Standing = 'protected' | 'deceased' | 'stopped' | 'abroad' | 'reachable';

/** Protection before all else: it must hold even for what else is known. */
export function standingOf(
  person: Pick<YouthRecord, 'addressProtection' | 'deceased' | 'emigrated' | 'address'>,
): Standing {
  if (isProtected(person.addressProtection)) return 'protected';
  if (person.deceased) return 'deceased';
  return person.emigrated || person.address?.country !== undefined ? 'abroad' : 'reachable';
}

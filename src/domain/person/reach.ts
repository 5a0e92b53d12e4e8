import type { AddressProtection, ContactPoints, YouthRecord } from './youth-record.ts';

/** Why nothing may be posted by itself: the person goes to a list that a human works through. */
export const letterObstacles = [
  'protected',
  'deceased',
  'no-address',
  'no-postcode',
  'unknown-postcode',
  'abroad',
] as const;
export type LetterObstacle = (typeof letterObstacles)[number];

/** Any grading above none hides the person from lists and automatic channels (population register; domain notes §4.1). */
export function isProtected(protection: AddressProtection | undefined): boolean {
  return protection !== undefined && protection !== 'none';
}

/** What stops an automatic letter, gravest first; undefined when it may go. 9999 is the register's unknown postcode. */
export function letterObstacle(
  person: Pick<YouthRecord, 'address' | 'addressProtection' | 'deceased' | 'emigrated'>,
): LetterObstacle | undefined {
  if (isProtected(person.addressProtection)) return 'protected';
  if (person.deceased) return 'deceased';
  const { address } = person;
  if (address?.country !== undefined || person.emigrated) return 'abroad';
  if (!address || address.lines.length === 0) return 'no-address';
  if (!isPostcode(address.postcode ?? '')) return 'no-postcode';
  return address.postcode === '9999' ? 'unknown-postcode' : undefined;
}

/** The number an SMS may go to, or undefined: no mobile, protected, or dead. */
export function smsNumber(
  person: Pick<ContactPoints, 'mobiles'> & Pick<YouthRecord, 'addressProtection' | 'deceased'>,
): string | undefined {
  return isProtected(person.addressProtection) || person.deceased ? undefined : person.mobiles?.[0];
}

/** Four digits: the form of a Norwegian postcode. */
export function isPostcode(text: string): boolean {
  return /^\d{4}$/.test(text);
}

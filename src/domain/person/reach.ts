import type { AddressProtection, ContactPoints, Guardian, YouthRecord } from './youth-record.ts';

/** Any grading above none hides the person from lists and automatic channels (population register; domain notes §4.1). */
export function isProtected(protection: AddressProtection | undefined): boolean {
  return protection !== undefined && protection !== 'none';
}

/** Whether this guardian may be rung: not one who is protected, nor one to whom nothing of the youth may be told. */
export function mayRing(guardian: Pick<Guardian, 'addressProtection' | 'isConfidential'>): boolean {
  return !isProtected(guardian.addressProtection) && !guardian.isConfidential;
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

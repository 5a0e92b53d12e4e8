import type { Day } from '#domain/calendar/day.ts';
import type { NationalId } from './national-id.ts';

/** VIGO's codes for why a youth comes to the service (domain notes §1.2); a field of its own beside the OT status. */
export const transferCodes = ['OSON', 'OSNP', 'OSVE', 'OSUT', 'OESL'] as const;
export type TransferCode = (typeof transferCodes)[number];

/** The population register's protection: confidential is code 7, strictly confidential code 6, client an institution. */
export const addressProtections = ['none', 'confidential', 'strictly-confidential', 'client'] as const;
export type AddressProtection = (typeof addressProtections)[number];

/** The person's own written form; VIGO's MALFORM B and N. S (Sami) is not a form we have letters in: the key is absent. */
export const languageForms = ['nb', 'nn'] as const;
export type LanguageForm = (typeof languageForms)[number];

export interface PersonName {
  readonly first: string;
  readonly middle?: string;
  readonly last: string;
}

/** An address as a letter would carry it; `country` is absent for Norway. */
export interface Address {
  readonly lines: readonly string[];
  readonly postcode?: string;
  readonly place?: string;
  readonly country?: string;
}

/** How a person may be reached by phone and mail. Numbers are E.164 (`+4741234567`). */
export interface ContactPoints {
  /** Numbers that can get an SMS, first choice first. */
  readonly mobiles?: readonly string[];
  /** Numbers that can only be called. */
  readonly phones?: readonly string[];
  /** Numbers nobody can dial, as they were written: shown to a person to mend, never used. */
  readonly unusablePhones?: readonly string[];
  readonly email?: string;
}

export interface Guardian extends ContactPoints {
  readonly name: PersonName;
  readonly nationalId?: NationalId;
  /** As the list writes it, for example `mor`, `far`, `verje`. */
  readonly relation?: string;
  /** Absent when the list does not say. Confidential in the register. */
  readonly hasParentalResponsibility?: boolean;
  readonly address?: Address;
  readonly addressProtection?: AddressProtection;
  /** The youth's address must not be known to this one. */
  readonly addressIsHidden?: boolean;
  /** Nothing of the youth's contact with the service may be told this one. */
  readonly isConfidential?: boolean;
  readonly deceased?: boolean;
  readonly emigrated?: boolean;
}

/** A course the feed names: programme area, and when the pupil began and left. */
export interface CourseInfo {
  readonly code?: string;
  readonly name?: string;
  readonly from?: Day;
  readonly to?: Day;
}

/**
 * What one row of a transfer list says of one youth. An absent key means that the list does not say.
 * OT status, notes and assigned caseworker are not here: an intake can never overwrite them.
 */
export interface YouthRecord extends ContactPoints {
  readonly nationalId?: NationalId;
  readonly name: PersonName;
  /** From the list, else from the number: stored apart, since numbers from 2032 on no longer tell the century. */
  readonly born?: Day;
  readonly transferCode?: TransferCode;
  /** The feed's `aktivitetskode` when it is not a transfer code: for information, never taken as a status. */
  readonly activityCode?: string;
  readonly address?: Address;
  readonly addressProtection?: AddressProtection;
  /** Four digits. */
  readonly municipalityNumber?: string;
  readonly municipalityName?: string;
  readonly languageForm?: LanguageForm;
  readonly unitNumber?: string;
  readonly unitName?: string;
  readonly school?: string;
  /** Whom the list names as caseworker; used for the first assignment only. */
  readonly caseworkerLogin?: string;
  readonly caseworkerName?: string;
  readonly guardians?: readonly Guardian[];
  readonly deceased?: boolean;
  readonly emigrated?: boolean;
  /** Somebody has decided that nothing may go to this youth or the guardians by itself. */
  readonly manualOnly?: boolean;
  /** Reserved against digital messages in the contact register: no SMS by itself. Post is not touched by it. */
  readonly reserved?: boolean;
  readonly course?: CourseInfo;
}

export type RecordField = keyof YouthRecord;

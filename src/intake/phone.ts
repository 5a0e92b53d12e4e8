import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Fault } from '#domain/outcome.ts';
import { shown } from './fault.ts';

export type PhoneReading =
  | {
      readonly ok: true;
      /** E.164, for example `+4741234567`. */
      readonly number: string;
      /** Mobile, or a kind that may be mobile; a fixed line cannot get an SMS. */
      readonly sms: boolean;
    }
  | { readonly ok: false; readonly fault: Fault };

/** Reads one phone number as Norwegians write it, or an international one; without country code it is Norwegian. */
export function readPhone(text: string): PhoneReading {
  const mobile = plainMobile.exec(text);
  if (mobile) return { ok: true, number: `+47${mobile[1]}`, sms: true };
  const fixed = plainFixed.exec(text);
  if (fixed) return { ok: true, number: `+47${fixed[1]}`, sms: false };
  const number = parsePhoneNumberFromString(dialled(text), { defaultCountry: 'NO', extract: false });
  if (!number?.isValid()) return { ok: false, fault: { code: 'intake.phone.unusable', place: '', found: shown(text) } };
  const type = number.getType();
  return { ok: true, number: number.number, sms: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' };
}

/** The forms nearly every row has; the library agrees (tested) and takes thirty times as long. */
const plainMobile = /^(?:(?:\+|00)?47)?((?:4[01678]|9\d)\d{6})$/;
const plainFixed = /^(?:(?:\+|00)?47)?((?:2[1-4]|3[1-3578]|5[1-35-7]|6[1-46-9]|7[0-8])\d{6})$/;

/** Splits a cell that holds several numbers: `41234567 / 22334455`, `41234567, 22334455`, `… eller …`. */
export function splitPhones(text: string): readonly string[] {
  if (plainMobile.test(text)) return [text];
  return text
    .split(/\s*(?:[/,;|\n]|\beller\b|\bog\b|\bor\b|\band\b)\s*/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Takes away what is written beside a number: whose it is, a label, the `(0)`, an apostrophe, a country code without its plus. */
function dialled(text: string): string {
  const bare = text
    .replace(/\(0\)|[()]/g, '')
    .replace(/^[^\d+]*/, '')
    .replace(/\.0$/, '')
    .replace(/[^\d]*$/, '');
  return /^47\d{8}$/.test(bare.replaceAll(/\s/g, '')) ? `+${bare}` : bare;
}

import type { Day } from '#domain/calendar/day.ts';
import { readNationalId } from '#domain/person/national-id.ts';
import { fold, nameParts } from './fold.ts';
import type { ListedPerson } from './person.ts';
import { readStreet, type Street } from './street.ts';

/** A national id as it is compared. */
export interface WrittenId {
  readonly digits: string;
  /** Passes the checks for some kind of number, so that it can be trusted to be what was meant. */
  readonly valid: boolean;
}

/** A row made ready: everything folded once, so that a comparison only looks. */
export interface Prepared {
  readonly row: number;
  readonly id: WrittenId | undefined;
  readonly first: readonly string[];
  readonly middle: readonly string[];
  readonly last: readonly string[];
  readonly born: Day | undefined;
  /** The birth date stands in the row itself and was not taken from the number. */
  readonly bornWritten: boolean;
  readonly street: Street | undefined;
  readonly postcode: string | undefined;
  readonly municipality: string | undefined;
  readonly phones: readonly string[];
  readonly email: string | undefined;
}

/** Makes a row ready for comparison; nothing in it is ever a fault here: what cannot be read is as good as not written. */
export function prepare(person: ListedPerson): Prepared {
  const { id, born } = readId(person.nationalId, person.birthDate);
  return {
    row: person.row,
    id,
    ...readNames(person),
    born: person.birthDate ?? born,
    bornWritten: person.birthDate !== undefined,
    street: readStreet(person.address),
    postcode: readPostcode(person.postcode),
    municipality: readMunicipality(person.municipality),
    phones: (person.phones ?? []).map(lastEight).filter((phone) => phone.length >= 8),
    email: person.email?.includes('@') ? person.email.trim().toLowerCase() : undefined,
  };
}

function readId(
  text: string | undefined,
  written: Day | undefined,
): { id: WrittenId | undefined; born: Day | undefined } {
  if (text === undefined || text.trim() === '') return { id: undefined, born: undefined };
  const reading = readNationalId(text, written === undefined ? {} : { born: written });
  if (reading.ok) return { id: { digits: reading.id.text, valid: true }, born: reading.id.born };
  const digits = text.replaceAll(/\D/g, '');
  // Fewer digits, or one digit over and over, is a birth date or a filler and not a number with a slip in it.
  const worth = digits.length >= 10 && digits.length <= 12 && !/^(\d)\1+$/.test(digits) && !/e\+/i.test(text);
  return { id: worth ? { digits, valid: false } : undefined, born: undefined };
}

function readNames(person: ListedPerson): Pick<Prepared, 'first' | 'middle' | 'last'> {
  const middle = nameParts(person.middleName);
  if (person.firstName?.trim() && person.lastName?.trim()) {
    return { first: nameParts(person.firstName), middle, last: nameParts(person.lastName) };
  }
  const whole = person.fullName ?? '';
  const lone = person.lastName?.includes(',')
    ? person.lastName
    : person.firstName?.includes(',')
      ? person.firstName
      : '';
  const written = whole.trim() !== '' ? whole : lone;
  const comma = written.indexOf(',');
  if (comma > 0) {
    return { first: nameParts(written.slice(comma + 1)), middle, last: nameParts(written.slice(0, comma)) };
  }
  if (written.trim() !== '') return { ...splitAtLast(written), middle };
  const first = nameParts(person.firstName);
  const last = nameParts(person.lastName);
  // One column was left empty and holds nothing, or the whole name stands in the other.
  if (last.length === 0 && first.length > 1) return { ...splitAtLast(person.firstName ?? ''), middle };
  if (first.length === 0 && last.length > 1) return { ...splitAtLast(person.lastName ?? ''), middle };
  return { first, middle, last };
}

/** The last word is the surname, with its hyphens: `Kari Berg-Hansen`. */
function splitAtLast(whole: string): Pick<Prepared, 'first' | 'last'> {
  const space = whole.trim().search(/\s+\S+$/);
  if (space < 0) return { first: nameParts(whole), last: [] };
  return { first: nameParts(whole.trim().slice(0, space)), last: nameParts(whole.trim().slice(space)) };
}

function readPostcode(text: string | undefined): string | undefined {
  const digits = /^\D*(\d{3,4})\b/.exec(text ?? '')?.[1]?.padStart(4, '0');
  // 0000 and 9999 are written where nobody knows.
  return digits === undefined || digits === '0000' || digits === '9999' ? undefined : digits;
}

function readMunicipality(text: string | undefined): string | undefined {
  const folded = fold(text ?? '')
    .replace(/\b(?:kommune|herad)\b/, '')
    .replaceAll(/[^a-z0-9]/g, '');
  return folded === '' ? undefined : folded;
}

const lastEight = (phone: string) =>
  phone
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?47(?=\d{8}$)/, '')
    .replace(/^0+(?=\d{8}$)/, '');

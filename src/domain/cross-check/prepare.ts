import type { Day } from '#domain/calendar/day.ts';
import { readNationalId } from '#domain/person/national-id.ts';
import { fold } from './fold.ts';
import type { ListedPerson } from './person.ts';
import { readStreet, type Street } from './street.ts';
import type { Lexicon, Word } from './word.ts';

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
  readonly first: readonly Word[];
  readonly middle: readonly Word[];
  readonly last: readonly Word[];
  /** All first names, and all surnames, as one word. */
  readonly wholeFirst: Word | undefined;
  readonly wholeLast: Word | undefined;
  readonly givenAndMiddle: readonly Word[];
  readonly born: Day | undefined;
  /** The birth date with day and month in each other's place; it need not exist. */
  readonly bornTurned: string | undefined;
  /** The birth date stands in the row itself and was not taken from the number. */
  readonly bornWritten: boolean;
  readonly street: Street | undefined;
  readonly postcode: string | undefined;
  readonly municipality: string | undefined;
  readonly phones: readonly string[];
  readonly email: string | undefined;
}

export interface Split {
  readonly first: string;
  readonly last: string;
}

/** How a list writes a whole name without a comma in one column. */
export type SplitName = (whole: string) => Split;

/** The last word is the surname, with its hyphens: `Kari Berg-Hansen`. */
export const surnameLast: SplitName = (whole) => {
  const space = whole.search(/\s+\S+$/);
  return space < 0 ? { first: '', last: whole } : { first: whole.slice(0, space), last: whole.slice(space) };
};

/** Makes a row ready for comparison; nothing in it is ever a fault here: what cannot be read is as good as not written. */
export function prepare(person: ListedPerson, lexicon: Lexicon, splitName: SplitName = surnameLast): Prepared {
  const names = readNames(person, splitName);
  const [first, middle, last] = [
    lexicon.words(names.first),
    lexicon.words(person.middleName),
    lexicon.words(names.last),
  ];
  const { id, born } = readId(person.nationalId, person.birthDate);
  return {
    row: person.row,
    id,
    first,
    middle,
    last,
    wholeFirst: lexicon.joined(first),
    wholeLast: lexicon.joined(last),
    givenAndMiddle: middle.length === 0 ? first : [...first, ...middle],
    born: person.birthDate ?? born,
    bornTurned: turned(person.birthDate ?? born),
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

function readNames({ fullName = '', firstName = '', lastName = '' }: ListedPerson, splitName: SplitName): Split {
  if (firstName.trim() !== '' && lastName.trim() !== '') return { first: firstName, last: lastName };
  // The whole name stands in a column of its own, or with a comma in the only one of the two that is filled.
  const lone = (lastName + firstName).includes(',') ? lastName + firstName : '';
  const whole = (fullName.trim() || lone).trim();
  if (whole === '') return { first: firstName, last: lastName };
  const comma = whole.indexOf(',');
  return comma > 0 ? { first: whole.slice(comma + 1), last: whole.slice(0, comma) } : splitName(whole);
}

const turned = (born: Day | undefined) => born && `${born.slice(0, 4)}-${born.slice(8)}-${born.slice(5, 7)}`;

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

import { type Band, bandOf, type Findings, type Thresholds } from './band.ts';
import {
  compareBirth,
  compareEmails,
  compareIds,
  comparePhones,
  comparePlaces,
  type FactFinding,
} from './compare-facts.ts';
import { agreesWell, compareNames } from './compare-names.ts';
import type { NameKnowledge } from './name-knowledge.ts';
import { comparedFields } from './person.ts';
import type { Prepared } from './prepare.ts';
import type { Word } from './word.ts';

/** What a person who decides should know of a pair beyond its fields. */
export const remarks = [
  /** Same surname and birth date, another first name. */
  'twins',
  /** Same name and birth date, two valid national ids. */
  'two-people-or-two-numbers',
  /** One national id, another name. */
  'number-of-another',
  'number-slip',
  'day-and-month-swapped',
  'names-swapped',
  /** Several fit equally well. */
  'several-fit',
] as const;
export type Remark = (typeof remarks)[number];

export interface Weighed {
  /** Sum of log2(m/u) over the fields: how many bits the pair's agreement says for one person (Fellegi and Sunter 1969). */
  readonly score: number;
  readonly band: Band;
  readonly findings: Findings;
  readonly remarks: readonly Remark[];
  readonly idSame: boolean;
  /** One number; or name and birth date to the letter with the person's own phone, mail or home: nobody else's, even a second time. */
  readonly unmistakable: boolean;
  /** First and last name agree, and the birth date does not speak against. */
  readonly looksSame: boolean;
}

export interface Scales {
  readonly names: NameKnowledge;
  readonly thresholds: Thresholds;
  /** How many of the register share a phone. */
  readonly phoneOwners: (phone: string) => number;
}

/** Compares two rows field by field; undefined when they are not one person, as nearly all pairs are. */
export function weigh(register: Prepared, listed: Prepared, scales: Scales): Weighed | undefined {
  const id = compareIds(register, listed);
  const born = compareBirth(register, listed);
  const numbersDiffer = id.how === 'other' && id.bits < -5;
  if (numbersDiffer && (born.how !== 'same' || !shareAName(register, listed))) return undefined;
  const names = compareNames(register, listed, scales.names);
  const bothWell = agreesWell(names.first) && agreesWell(names.last);
  if (numbersDiffer && !bothWell) return undefined;
  const strangers = names.first.how === 'other' && names.last.how === 'other';
  if (strangers && id.bits < 3 && !shareContact(register, listed)) return undefined;
  const findings: Findings = {
    nationalId: id,
    firstName: names.first,
    middleName: names.middle,
    lastName: names.last,
    birthDate: id.how === 'same' ? beside(born, register.bornWritten && listed.bornWritten) : born,
    ...comparePlaces(register, listed),
    phone: comparePhones(register, listed, scales.phoneOwners),
    email: compareEmails(register, listed),
  };
  let score = 0;
  for (const field of comparedFields) score += findings[field].bits;
  const idSame = id.how === 'same' && id.bits > 15;
  const band = bandOf({ findings, score, idSame, numbersDiffer, bothWell, swapped: born.swapped }, scales.thresholds);
  if (band === 'no') return undefined;
  const noted = remarksOn(findings, names.outOfOrder, born.swapped, idSame);
  const unmistakable = idSame || isToTheLetter(findings);
  return { score, band, findings, remarks: noted, idSame, unmistakable, looksSame: bothWell && born.how !== 'other' };
}

const isToTheLetter = ({ firstName, lastName, birthDate, phone, email, address }: Findings): boolean =>
  [firstName, lastName, birthDate].every(({ how }) => how === 'same') &&
  [phone, email, address].some(({ how }) => how === 'same');

/** Some part of both names sounds alike: a quick look before names are compared in earnest. */
function shareAName(one: Prepared, two: Prepared): boolean {
  const among = (word: Word, words: readonly Word[]) => words.some((other) => other.sound === word.sound);
  const inOther = (word: Word) => among(word, two.last) || among(word, two.givenAndMiddle);
  return one.last.some(inOther) || one.givenAndMiddle.some(inOther);
}

const shareContact = (one: Prepared, two: Prepared): boolean =>
  (one.email !== undefined && one.email === two.email) || one.phones.some((phone) => two.phones.includes(phone));

function remarksOn(findings: Findings, outOfOrder: boolean, swapped: boolean, idSame: boolean): Remark[] {
  const { firstName, lastName, nationalId, birthDate } = findings;
  const noted: Remark[] = [];
  const another = firstName.how === 'other' || firstName.how === 'near';
  if (another && lastName.bits > 0 && birthDate.how === 'same' && !idSame) noted.push('twins');
  if (nationalId.how === 'other' && nationalId.bits < -5) noted.push('two-people-or-two-numbers');
  if (idSame && another) noted.push('number-of-another');
  if (nationalId.how === 'near') noted.push('number-slip');
  if (swapped) noted.push('day-and-month-swapped');
  if (outOfOrder) noted.push('names-swapped');
  return noted;
}

/** Beside one and the same number a birth date says little more, and nothing when it was read out of the number. */
function beside(born: FactFinding, written: boolean): FactFinding {
  if (!written) return { how: 'none', bits: 0 };
  return { ...born, bits: born.how === 'same' ? 2 : born.how === 'other' ? -4 : -1 };
}

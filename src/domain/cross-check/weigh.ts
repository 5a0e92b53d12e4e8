import {
  compareBirth,
  compareEmails,
  compareIds,
  comparePhones,
  comparePlaces,
  type FactFinding,
} from './compare-facts.ts';
import { agreesWell, compareNames, type NameFinding } from './compare-names.ts';
import type { NameKnowledge } from './name-knowledge.ts';
import { type ComparedField, comparedFields } from './person.ts';
import type { Prepared } from './prepare.ts';

export type Band = 'certain' | 'possible';

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

/** How every field of a pair stands; what is missing on either side has how `none`. */
export type Findings = Readonly<
  Record<'firstName' | 'middleName' | 'lastName', NameFinding> &
    Record<Exclude<ComparedField, 'firstName' | 'middleName' | 'lastName'>, FactFinding>
>;

export interface Weighed {
  /** Sum of log2(m/u) over the fields: how many bits the pair's agreement says for one person (Fellegi and Sunter 1969). */
  readonly score: number;
  readonly band: Band;
  readonly findings: Findings;
  readonly remarks: readonly Remark[];
  readonly idSame: boolean;
  /** First and last name agree, and the birth date does not speak against. */
  readonly looksSame: boolean;
}

export interface Thresholds {
  readonly certain: number;
  /** As likely one person as two, before anybody looks at what the fields are. */
  readonly even: number;
  readonly possible: number;
}

/**
 * Bits needed in a register of this size: a pair drawn blindly is right once in so many, so a certain pair needs that
 * many bits and eight more (255 of 256 right, counted before the gates below); a person can look at one right in sixteen.
 */
export function thresholdsFor(registerRows: number): Thresholds {
  const blind = Math.log2(Math.max(500, registerRows));
  return { certain: blind + 10, even: blind, possible: Math.min(9, Math.max(7, blind - 4)) };
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
  if (numbersDiffer && born.how !== 'same') return undefined;
  const names = compareNames(register, listed, scales.names);
  const bothWell = agreesWell(names.first) && agreesWell(names.last);
  if (numbersDiffer && !bothWell) return undefined;
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
  return { score, band, findings, remarks: noted, idSame, looksSame: bothWell && born.how !== 'other' };
}

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
  if (!written) return { ...born, bits: 0 };
  return { ...born, bits: born.how === 'same' ? 2 : born.how === 'other' ? -4 : -1 };
}

interface Facts {
  readonly findings: Findings;
  readonly score: number;
  readonly idSame: boolean;
  readonly numbersDiffer: boolean;
  readonly bothWell: boolean;
  readonly swapped: boolean;
}

function bandOf(facts: Facts, thresholds: Thresholds): Band | 'no' {
  const { findings, score, idSame, bothWell, numbersDiffer } = facts;
  if (idSame) return idBand(findings);
  const born = findings.birthDate.how;
  // Two people may have one name and one birthday, and one person two numbers: somebody must look.
  if (numbersDiffer) return bothWell && born === 'same' ? 'possible' : 'no';
  // A number that fails its check digits and is one slip from a right one is nobody else's.
  const numberSlip = findings.nationalId.how === 'near' && findings.nationalId.bits > 10;
  if (numberSlip && score < thresholds.possible) return 'possible';
  const wellKnown = bothWell && (born === 'same' || born === 'near');
  if (score < thresholds.possible && !wellKnown) return 'no';
  if (!hasSupport(facts) && (score < thresholds.even || born !== 'same')) return 'no';
  return score >= thresholds.certain && isSure(facts) ? 'certain' : 'possible';
}

/** One valid number on both sides is certain unless the name says that it was written for somebody else. */
function idBand({ firstName, lastName, birthDate }: Findings): Band {
  const first = firstName.how;
  const last = lastName.how;
  const unsaid = (how: string) => how === 'none' || how === 'initial';
  if (unsaid(first) && unsaid(last)) return birthDate.how === 'other' && birthDate.bits < 0 ? 'possible' : 'certain';
  if (first === 'other' || (unsaid(first) && last === 'other')) return 'possible';
  if (first === 'near' && last === 'other') return 'possible';
  return 'certain';
}

/** Another first or another last name is met so often by chance that something of the person's own must speak for the pair. */
function hasSupport({ findings, bothWell }: Facts): boolean {
  if (bothWell) return true;
  const own = (field: ComparedField) => findings[field].how === 'same';
  if (findings.nationalId.bits > 3 || own('phone') || own('email')) return true;
  const { firstName, lastName, birthDate } = findings;
  if (firstName.how === 'none' && lastName.how === 'none') return false;
  const clash = firstName.how === 'other' || lastName.how === 'other';
  return !clash || (own('address') && birthDate.bits > 0);
}

/** What a certain pair without one shared number must have, whatever its score. */
function isSure({ findings, bothWell, swapped }: Facts): boolean {
  const { firstName, lastName, birthDate, nationalId } = findings;
  const own = findings.phone.how === 'same' || findings.email.how === 'same' || nationalId.how === 'near';
  if (birthDate.how === 'other') return false;
  if (birthDate.how === 'none') return bothWell && (own || findings.address.how === 'same');
  if (birthDate.how === 'near') return bothWell && (own || swapped || findings.address.how === 'same');
  if (bothWell) return true;
  // New surname, same phone or e-mail; never another first name: twins share phones.
  return own && agreesWell(firstName) && lastName.how !== 'none';
}

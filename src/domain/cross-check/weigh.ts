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
import type { ComparedField } from './person.ts';
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
export type Findings = Readonly<Record<ComparedField, FactFinding | NameFinding>>;

export interface Weighed {
  /** Sum of log2(m/u) over the fields: how many bits the pair's agreement says for one person (Fellegi and Sunter 1969). */
  readonly score: number;
  readonly band: Band | 'no';
  readonly findings: Findings;
  readonly remarks: readonly Remark[];
  readonly idSame: boolean;
  /** First and last name agree, and the birth date does not speak against. */
  readonly looksSame: boolean;
}

export interface Thresholds {
  readonly certain: number;
  readonly possible: number;
}

/**
 * Bits needed in a register of this size: a pair drawn blindly is right once in so many, so a certain pair needs that
 * many bits and eight more (255 of 256 right, counted before the gates below). Small registers are taken for 500.
 */
export function thresholdsFor(registerRows: number): Thresholds {
  return { certain: Math.log2(Math.max(500, registerRows)) + 8, possible: 9 };
}

export interface Scales {
  readonly names: NameKnowledge;
  readonly thresholds: Thresholds;
  /** How many of the register share a phone. */
  readonly phoneOwners: (phone: string) => number;
}

/** Compares two rows field by field and says in which band the pair belongs. */
export function weigh(register: Prepared, listed: Prepared, scales: Scales): Weighed {
  const names = compareNames(register, listed, scales.names);
  const born = compareBirth(register, listed);
  const id = compareIds(register, listed);
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
  for (const finding of Object.values(findings)) score += finding.bits;

  const bothWell = agreesWell(names.first) && agreesWell(names.last);
  const idSame = id.how === 'same' && id.bits > 15;
  const numbersDiffer = id.how === 'other' && id.bits < -5;
  const facts: Facts = { findings, score, idSame, numbersDiffer, bothWell, swapped: born.swapped };
  const noted: Remark[] = [];
  const twins = names.last.bits > 0 && born.how === 'same' && isAnother(names.first);
  if (twins && !idSame) noted.push('twins');
  if (numbersDiffer && bothWell && born.how === 'same') noted.push('two-people-or-two-numbers');
  if (idSame && isAnother(names.first)) noted.push('number-of-another');
  if (id.how === 'near') noted.push('number-slip');
  if (born.swapped) noted.push('day-and-month-swapped');
  if (names.outOfOrder) noted.push('names-swapped');
  const looksSame = bothWell && born.how !== 'other';
  return { score, band: bandOf(facts, scales.thresholds), findings, remarks: noted, idSame, looksSame };
}

/** Beside one and the same number a birth date says little more, and nothing when it was read out of the number. */
function beside(born: FactFinding, written: boolean): FactFinding {
  if (!written) return { ...born, bits: 0 };
  return { ...born, bits: born.how === 'same' ? 2 : born.how === 'other' ? -4 : -1 };
}

const isAnother = ({ how }: NameFinding) => how === 'other' || how === 'near';

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
  if (score < thresholds.possible && !(bothWell && born === 'same')) return 'no';
  if (!hasSupport(facts)) return 'no';
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
  if (findings.nationalId.bits > 0 || own('phone') || own('email')) return true;
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
  return own && agreesWellHow(firstName.how) && lastName.how !== 'none';
}

const agreesWellHow = (how: string) =>
  how === 'same' || how === 'part' || how === 'sound' || how === 'nickname' || how === 'slip';

import type { FactFinding } from './compare-facts.ts';
import { agreesWell } from './compare-names.ts';
import type { NameFinding } from './likeness.ts';
import type { ComparedField } from './person.ts';

export type Band = 'certain' | 'possible';

/** How every field of a pair stands; what is missing on either side has how `none`. */
export type Findings = Readonly<
  Record<'firstName' | 'middleName' | 'lastName', NameFinding> &
    Record<Exclude<ComparedField, 'firstName' | 'middleName' | 'lastName'>, FactFinding>
>;

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

/** What of a pair decides its band. */
export interface Facts {
  readonly findings: Findings;
  readonly score: number;
  readonly idSame: boolean;
  readonly numbersDiffer: boolean;
  readonly bothWell: boolean;
  readonly swapped: boolean;
}

/** The band of a pair: its score against the size of the register, and what no score may outweigh. */
export function bandOf(facts: Facts, thresholds: Thresholds): Band | 'no' {
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

import type { Day } from '#domain/calendar/day.ts';
import type { Prepared } from './prepare.ts';
import { slipsBetween } from './slips.ts';

/** How two facts stand to each other; `near` says how they differ in the field's own way. */
export type FactAgreement = 'same' | 'near' | 'other' | 'none';

export interface FactFinding {
  readonly how: FactAgreement;
  readonly bits: number;
}

// Millions of pairs are compared: what is found again and again is made once.
const none: FactFinding = { how: 'none', bits: 0 };
const twoNumbers: FactFinding = { how: 'other', bits: -12 };
const newNumber: FactFinding = { how: 'other', bits: -8 };

/**
 * Compares national ids. Two numbers that both pass the check digits cannot be one slip apart, so a near miss is nearly
 * as good as a hit; two different ones that both pass belong to two people, or to one whose D-number or fictive number became a real one.
 */
export function compareIds(one: Prepared, two: Prepared): FactFinding {
  if (!one.id || !two.id) return none;
  const [a, b] = [one.id.digits, two.id.digits];
  if (a === b) return { how: 'same', bits: one.id.valid && two.id.valid ? 20 : 10 };
  const bothValid = one.id.valid && two.id.valid;
  // A fictive number passes for what it is with any check digits, so a slip in it, or into one, may pass too.
  const slips = bothValid && !isProvisional(a) && !isProvisional(b) ? 3 : slipsBetween(a, b, 2);
  // Fictive numbers of one birth date are numbered in a row: beside each other they are two people as likely as one.
  if (slips === 1) return { how: 'near', bits: bothValid ? 2 : 14 };
  if (bothValid) return isProvisional(a) === isProvisional(b) ? twoNumbers : newNumber;
  return slips === 2 ? { how: 'near', bits: 5 } : { how: 'other', bits: -2 };
}

/** Day + 40: a D-number or a VIGO-fictive number, which a real one may follow (domain notes §2.3). */
const isProvisional = (digits: string) => digits.charAt(0) > '3';

/** Birth dates of about eight years' youths: a shared one is worth log2(0.96 × 2,920) bits. */
const sameBirthDate = 11.4;

export interface BirthFinding extends FactFinding {
  readonly swapped: boolean;
}

const births = {
  none: { how: 'none', bits: 0, swapped: false },
  same: { how: 'same', bits: sameBirthDate, swapped: false },
  swapped: { how: 'near', bits: 6, swapped: true },
  slip: { how: 'near', bits: 0.5, swapped: false },
  other: { how: 'other', bits: -7.5, swapped: false },
} as const satisfies Readonly<Record<string, BirthFinding>>;

/** Compares birth dates: day and month in the wrong order, one wrong digit and the year beside are known ways to go wrong. */
export function compareBirth(one: Prepared, two: Prepared): BirthFinding {
  if (one.born === undefined || two.born === undefined) return births.none;
  if (one.born === two.born) return births.same;
  if (one.bornTurned === two.born) return births.swapped;
  return oneSlipOff(one.born, two.born) ? births.slip : births.other;
}

/** The year before or after, as in January and in lists by school class; else one digit differs, or two neighbours changed places. */
function oneSlipOff(one: Day, other: Day): boolean {
  if (one.slice(4) === other.slice(4) && Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) === 1)
    return true;
  const differing: number[] = [];
  for (let at = 0; at < 10; at += 1) {
    if (one.charCodeAt(at) === other.charCodeAt(at)) continue;
    if (differing.push(at) > 2) return false;
  }
  const [first = 0, second] = differing;
  if (second === undefined) return true;
  return second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

export interface PlaceFinding {
  readonly address: FactFinding;
  readonly postcode: FactFinding;
  readonly municipality: FactFinding;
}

/** Compares where people live. The three say much the same, so the strongest counts; moving is common, so differing costs little. */
export function comparePlaces(one: Prepared, two: Prepared): PlaceFinding {
  const address = compareStreets(one, two);
  const postcode = told(one.postcode, two.postcode, 5, -0.5);
  const comparable = /^\d/.test(one.municipality ?? '') === /^\d/.test(two.municipality ?? '');
  const municipality = comparable ? told(one.municipality, two.municipality, 2.5, -0.5) : none;
  if (address.how === 'same') {
    const sure = postcode.how === 'same' ? { ...address, bits: address.bits + 1 } : address;
    return { address: sure, postcode: { ...postcode, bits: 0 }, municipality: { ...municipality, bits: 0 } };
  }
  if (postcode.how === 'same') return { address, postcode, municipality: { ...municipality, bits: 0 } };
  return { address, postcode, municipality };
}

function compareStreets(one: Prepared, two: Prepared): FactFinding {
  if (!one.street || !two.street) return none;
  const sameName = one.street.name === two.street.name || isSlip(one.street.name, two.street.name);
  if (sameName && one.street.house === two.street.house) return { how: 'same', bits: one.street.house === '' ? 5 : 8 };
  return sameName ? { how: 'near', bits: 1 } : { how: 'other', bits: -0.5 };
}

const isSlip = (one: string, other: string) => one.length > 5 && slipsBetween(one, other, 1) === 1;

/** Compares phones; a number that several of the register share says less. */
export function comparePhones(one: Prepared, two: Prepared, owners: (phone: string) => number): FactFinding {
  if (one.phones.length === 0 || two.phones.length === 0) return none;
  const shared = one.phones.find((phone) => two.phones.includes(phone));
  if (shared === undefined) return { how: 'other', bits: -0.3 };
  return { how: 'same', bits: owners(shared) > 1 ? 6 : 10 };
}

export const compareEmails = (one: Prepared, two: Prepared): FactFinding => told(one.email, two.email, 11, -0.2);

function told(one: string | undefined, other: string | undefined, same: number, different: number): FactFinding {
  if (one === undefined || other === undefined) return none;
  return one === other ? { how: 'same', bits: same } : { how: 'other', bits: different };
}

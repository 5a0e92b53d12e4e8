import type { TransferCode } from '#domain/person/youth-record.ts';
import type { Chance } from './random.ts';

/**
 * Why youths come to the service, percent of registered in June 2021 (Udir): did not apply 38, quit 29, declined 14,
 * other 20. The published numbers are rounded one by one and sum to 101: they are used as weights, never forced to 100.
 */
export const publishedReasons = { OSON: 38, OESL: 29, OSNP: 14, other: 20 } as const;
type Reason = keyof typeof publishedReasons;

/** "Other" is those on a waiting list and those who never had a place; the split between them is not published: even. */
const otherCodes = ['OSVE', 'OSUT'] as const;

/**
 * Per mille of all, by the age turned in the year the school year begins, per reason. Fitted to what is published for
 * 2021: 14 % of the 17-year-olds and 61 % of the 20-year-olds did not apply, 13 % of the 20-year-olds quit, over half
 * of those 17 or younger quit. Ages 21–24 (the target group since August 2024) are unpublished: few, and like the 20-year-olds.
 */
const ages = ['16', '17', '18', '19', '20', '21', '22', '23', '24'] as const;
type Age = (typeof ages)[number];
const ageByReason: Readonly<Record<Reason, Readonly<Record<Age, number>>>> = {
  OSON: { 16: 6, 17: 27, 18: 70, 19: 100, 20: 80, 21: 38, 22: 25, 23: 19, 24: 13 },
  OESL: { 16: 34, 17: 101, 18: 77, 19: 41, 20: 17, 21: 7, 22: 5, 23: 4, 24: 2 },
  OSNP: { 16: 8, 17: 28, 18: 41, 19: 33, 20: 13, 21: 6, 22: 4, 23: 3, 24: 2 },
  other: { 16: 13, 17: 39, 18: 50, 19: 44, 20: 24, 21: 11, 22: 7, 23: 6, 24: 4 },
};

export interface Arrival {
  readonly code: TransferCode;
  /** The age turned in the calendar year in which the school year begins. */
  readonly age: number;
}

/** One arrival per youth: the reasons as near the published shares as whole people allow, in a mixed order. */
export function arrivals(youths: number, chance: Chance): Arrival[] {
  const sum = Object.values(publishedReasons).reduce((total, share) => total + share, 0);
  const counts = { OSON: 0, OSNP: 0, other: 0 };
  for (const reason of ['OSON', 'OSNP', 'other'] as const) {
    counts[reason] = Math.round((youths * publishedReasons[reason]) / sum);
  }
  const made: Arrival[] = [];
  for (let at = 0; at < youths; at += 1) made.push(arrival(reasonAt(at, counts), chance));
  return chance.shuffle(made);
}

function reasonAt(at: number, counts: Readonly<Record<'OSON' | 'OSNP' | 'other', number>>): Reason {
  if (at < counts.OSON) return 'OSON';
  if (at < counts.OSON + counts.OSNP) return 'OSNP';
  return at < counts.OSON + counts.OSNP + counts.other ? 'other' : 'OESL';
}

function arrival(reason: Reason, chance: Chance): Arrival {
  const age = Number(chance.weighted(ageByReason[reason]));
  return { code: reason === 'other' ? chance.pick(otherCodes) : reason, age };
}

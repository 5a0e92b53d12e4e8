import type { Band } from '../cross-check/band.ts';
import { indexRegister } from '../cross-check/candidates.ts';
import { toldOf } from '../cross-check/match-lists.ts';
import type { ComparedField, ListedPerson } from '../cross-check/person.ts';
import { type Remark, weigh } from '../cross-check/weigh.ts';

/** Two rows of one register that may be one person, by their places in it. */
export interface LikelyDouble {
  readonly one: number;
  readonly other: number;
  readonly band: Band;
  readonly score: number;
  readonly agrees: readonly ComparedField[];
  readonly disagrees: readonly ComparedField[];
  readonly remarks: readonly Remark[];
}

/**
 * Who in a register may be one person with two numbers (a fictive or D-number that became a real one, a number with a slip in it), by
 * the same weights as the cross-check of lists. The likeliest first. Twins, and two real numbers, are only for a person to judge.
 */
export function findDoubles(register: readonly ListedPerson[]): readonly LikelyDouble[] {
  const index = indexRegister(register);
  const found: LikelyDouble[] = [];
  for (const [one, person] of index.people.entries()) {
    for (const other of index.candidates(person)) {
      const second = other > one ? index.people[other] : undefined;
      const weighed = second && weigh(person, second, index.scales);
      if (!weighed || weighed.remarks.includes('twins')) continue;
      found.push({ one, other, band: weighed.band, ...toldOf(weighed), remarks: weighed.remarks });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
}

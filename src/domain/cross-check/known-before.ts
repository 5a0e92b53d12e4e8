import type { Day } from '../calendar/day.ts';
import { searchKey } from '../person/name-keys.ts';

/** Somebody the register knows from any year, as far as it tells whether a row is them. */
export interface KnownPerson {
  /** As it is searched: `searchKey` of the whole name. */
  readonly searchName: string;
  readonly born: Day | null;
  readonly isProtected: boolean;
  /** They have a case this year, so that the comparison has looked at them. */
  readonly isOfThisYear: boolean;
  readonly hasThisNumber: boolean;
}

/**
 * Whether a row that is no youth of this year may be somebody known from another one: then the list does not say the name. What is
 * asked of a protected person is less, for there a stranger's missing name costs nothing; that others are left out as well is why
 * nobody learns of a protection by it.
 */
export function mayBeKnown(
  row: { readonly name: string; readonly born: Day | undefined },
  known: KnownPerson,
): boolean {
  const { isProtected, isOfThisYear, hasThisNumber } = known;
  if (isOfThisYear && !isProtected) return false;
  if (hasThisNumber) return true;
  const [theirs, ours] = [wordsOf(row.name), wordsOf(known.searchName)];
  const shared = theirs.filter((word) => ours.includes(word)).length;
  const isBornThen = row.born !== undefined && row.born === known.born;
  if (isBornThen && shared >= (isProtected ? 1 : 2)) return true;
  return isProtected && theirs.length > 0 && shared === theirs.length;
}

const wordsOf = (name: string): readonly string[] => [
  ...new Set(
    searchKey(name)
      .split(/[\s,-]+/)
      .filter((word) => word !== ''),
  ),
];

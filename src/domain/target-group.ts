import type { Day } from './calendar/day.ts';

/** The year of turning this age is the last that is covered. */
const lastCoveredAge = 21;
const lastCoveredAgeFrom2024 = 24;
const newActFrom = '2024-08-01';

/** Novari's page on VIGO OT names 15; the published tables start at 16 or 17. No law text found sets a lower age. */
export const lowestAge = 15;

/** Where a youth stands to the ages the service covers. */
export type TargetAge = 'covered' | 'below' | 'above';

/**
 * The age whose year is the last covered: 21 until 31 July 2024 (regulation ch. 13; 2015 briefing), 24 from 1 August 2024
 * (Education Act 2023 § 9-4). Before 15 September 2011 the definition was wider; that one is not modelled.
 */
export const lastAgeOn = (on: Day): number => (on >= newActFrom ? lastCoveredAgeFrom2024 : lastCoveredAge);

/** Compares the year of turning an age, not the birthday: covered "to and including the year" (formula inferred from those words). */
export function targetAgeOn(born: Day, on: Day): TargetAge {
  const turns = yearOf(on) - yearOf(born);
  if (turns > lastAgeOn(on)) return 'above';
  return turns < lowestAge ? 'below' : 'covered';
}

/** Under 18 that day. Someone born 29 February turns 18 on 1 March in a year without that day. */
export const isMinorOn = (born: Day, on: Day): boolean => on < `${yearOf(born) + 18}${born.slice(4)}`;

/**
 * The KOSTRA indicator counts those under 21 at the end of the accounting year (SSB's definition): one year class fewer than
 * the law covered before 2024, four fewer than now.
 */
export const isInKostraGroup = (born: Day, accountingYear: number): boolean => accountingYear - yearOf(born) < 21;

const yearOf = (day: Day): number => Number(day.slice(0, 4));

import { addDays, dayFrom } from '../calendar/arithmetic.ts';
import type { Day } from '../calendar/day.ts';
import { schoolYearOf, startYear } from '../calendar/school-year.ts';

/** The school year (by its first calendar year) most of the days belong to: what an old sheet was really written for. */
export function writtenYear(days: readonly Day[]): number {
  const tally = new Map<number, number>();
  for (const day of days) {
    const year = startYear(schoolYearOf(day));
    tally.set(year, (tally.get(year) ?? 0) + 1);
  }
  const [most] = [...tally].sort(([yearA, a], [yearB, b]) => b - a || yearA - yearB);
  return most?.[0] ?? 0;
}

/** The same month and day so many years later; 29 February becomes 28 where it must. */
export function yearsLater(on: Day, years: number): Day {
  const [year, month, dayOfMonth] = on.split('-').map(Number);
  return dayFrom((year ?? 0) + years, month ?? 0, dayOfMonth ?? 0) ?? yearsLater(addDays(on, -1), years);
}

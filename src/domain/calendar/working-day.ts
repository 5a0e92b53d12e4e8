import { addDays } from './arithmetic.ts';
import type { Day } from './day.ts';
import { holidayOn } from './holiday.ts';
import { weekday } from './week.ts';

export type DayOff = 'weekend' | 'holiday';

/** Why nobody works that day: a public holiday, else a Saturday or Sunday; undefined on a working day. */
export function dayOff(day: Day): DayOff | undefined {
  if (holidayOn(day)) return 'holiday';
  const name = weekday(day);
  return name === 'saturday' || name === 'sunday' ? 'weekend' : undefined;
}

/** Monday to Friday, public holidays apart (Christmas Eve and New Year's Eve are working days by law). */
export const isWorkingDay = (day: Day): boolean => dayOff(day) === undefined;

/** The day itself when it is a working day or kept, else the nearest working day before or after it. */
export function moveToWorkingDay(day: Day, move: 'keep' | 'previous' | 'next'): Day {
  if (move === 'keep') return day;
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, move === 'next' ? 1 : -1);
  return found;
}

/** So many working days later (earlier when negative); the first day does not count, and 0 is the day itself. */
export function addWorkingDays(day: Day, amount: number): Day {
  let found = day;
  for (let left = Math.abs(amount); left > 0; ) {
    found = addDays(found, Math.sign(amount));
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

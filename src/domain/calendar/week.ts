import { addDays } from './arithmetic.ts';
import type { Day } from './day.ts';

/** Monday first, as Norwegian calendars and ISO 8601 have it. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

const dayLength = 86_400_000;
const numberOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayLength;
/** 0 is Monday: 1 January 1970 was a Thursday. */
const placeInWeek = (day: Day): number => (((numberOfDay(day) + 3) % 7) + 7) % 7;

/** The day's name. */
export function weekday(day: Day): Weekday {
  const name = weekdays[placeInWeek(day)];
  if (name === undefined) throw new Error(`not a day: ${day}`);
  return name;
}

/** The ISO 8601 week; its year is the one its Thursday falls in, so 2027-01-01 is in week 53 of 2026. */
export function isoWeek(day: Day): IsoWeek {
  const thursday = addDays(day, 3 - placeInWeek(day));
  const year = Number(thursday.slice(0, 4));
  const dayOfYear = numberOfDay(thursday) - Date.UTC(year, 0, 1) / dayLength;
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}

/** The day with that name in that ISO week; undefined when the year has no such week (53 in most years). */
export function dayOfIsoWeek({ year, week }: IsoWeek, name: Weekday): Day | undefined {
  // `as`: the pattern of a day, and 4 January exists every year (ISO 8601: it is always in week 1).
  const fourth = `${String(year).padStart(4, '0')}-01-04` as Day;
  const found = addDays(fourth, 7 * (week - 1) + weekdays.indexOf(name) - placeInWeek(fourth));
  const back = isoWeek(found);
  return back.year === year && back.week === week ? found : undefined;
}

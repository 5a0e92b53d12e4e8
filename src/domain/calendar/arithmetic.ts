import { type Day, parseDay } from './day.ts';

const dayLength = 86_400_000;

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  const found = parseDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10));
  if (!found) throw new Error(`${days} days from ${day} is outside the calendar`);
  return found;
}

/** Days from the first to the second; negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength;

/** The day written with numbers; undefined when it does not exist (31 November). */
export const dayFrom = (year: number, month: number, dayOfMonth: number): Day | undefined =>
  parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);

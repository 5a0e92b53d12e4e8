import { addDays, dayFrom } from './arithmetic.ts';
import type { ClockTime } from './clock-time.ts';
import { type Day, type Instant, instant, parseDay } from './day.ts';
import { weekday, weekdays } from './week.ts';

const hour = 3_600_000;

/**
 * The calendar day in Norway at that moment. Computed from the EU's summer-time rule (Directive 2000/84/EC; Norway keeps the same
 * hours), so it is right from 1996 and owes nothing to the machine's own time zone.
 */
export function dayOf(at: Instant): Day {
  const found = parseDay(new Date(at + offset(at)).toISOString().slice(0, 10));
  if (!found) throw new Error(`${at} is outside the calendar`);
  return found;
}

/** The clock in Norway at that moment, `HH:mm`. */
export const clockOf = (at: Instant): ClockTime =>
  // `as`: hours and minutes of an ISO text.
  new Date(at + offset(at)).toISOString().slice(11, 16) as ClockTime;

/**
 * The moment clocks in Norway show that time on that day. In the hour that is skipped in March: as long after the skip as the clock
 * is past two; in the hour that comes twice in October: the first of them.
 */
export function instantAt(day: Day, time: ClockTime): Instant {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const inSummer = instant(asIfUtc - 2 * hour);
  const inWinter = instant(asIfUtc - hour);
  return offset(inSummer) === 2 * hour ? inSummer : inWinter;
}

/** Milliseconds that Norway is ahead of UTC: one hour, two from the last Sunday of March 01:00 UTC to the last of October 01:00 UTC. */
function offset(at: Instant): number {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 3) && at < lastSunday(year, 10) ? 2 * hour : hour;
}

function lastSunday(year: number, month: 3 | 10): number {
  const last = dayFrom(year, month, 31);
  if (!last) throw new Error(`${year} is outside the calendar`);
  const sunday = addDays(last, -((weekdays.indexOf(weekday(last)) + 1) % 7));
  return Date.parse(`${sunday}T01:00:00Z`);
}

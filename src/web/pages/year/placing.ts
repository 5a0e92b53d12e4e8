import { daysBetween } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';

/** Where days stand along a line, as the percentages SVG attributes take. */
export interface Placing {
  readonly share: (on: Day) => number;
  readonly x: (on: Day) => string;
  /** From the morning of the first to the evening of the last. */
  readonly width: (from: Day, to: Day) => string;
}

export function placingBetween(first: Day, last: Day): Placing {
  const whole = daysBetween(first, last) + 1;
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  const share = (on: Day) => daysBetween(first, on) / whole;
  return {
    share,
    x: (on) => percent(share(on)),
    width: (from, to) => percent(Math.max(0, (daysBetween(from, to) + 1) / whole)),
  };
}

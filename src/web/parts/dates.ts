import { daysBetween } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { isoWeek } from '#domain/calendar/week.ts';
import type { Language } from '#domain/language.ts';
import en from '#texts/en/web-calendar.json' with { type: 'json' };
import nb from '#texts/nb/web-calendar.json' with { type: 'json' };
import nn from '#texts/nn/web-calendar.json' with { type: 'json' };
import { speakers } from '#texts/text.ts';

const { speak, knows } = speakers({ nb, nn, en });

const named = (
  language: Language,
  kind: 'weekday' | 'weekday-long' | 'month' | 'month-long',
  index: number,
): string => {
  const key = `${kind}.${index}`;
  return knows(key) ? speak(language, key) : String(index);
};
const parts = (on: Day) => {
  const moment = new Date(on);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
    weekday: moment.getUTCDay(),
  };
};

export const monthName = (language: Language, on: Day): string => named(language, 'month', parts(on).month);

/** `4. nov` */
export const shortDay = (language: Language, on: Day): string =>
  speak(language, 'day.short', { day: parts(on).date, month: named(language, 'month', parts(on).month) });

/** `ons 4. nov` */
export const weekdayDay = (language: Language, on: Day): string =>
  speak(language, 'day.weekday', {
    weekday: named(language, 'weekday', parts(on).weekday),
    date: shortDay(language, on),
  });

/** `4. november 2026` */
export const dayWithYear = (language: Language, on: Day): string => {
  const { year, month, date } = parts(on);
  return speak(language, 'day.year', { day: date, month: named(language, 'month-long', month), year });
};

/** `onsdag 4. november 2026` */
export const longDay = (language: Language, on: Day): string =>
  speak(language, 'day.weekday', {
    weekday: named(language, 'weekday-long', parts(on).weekday),
    date: dayWithYear(language, on),
  });

/** `om 2 dagar`, `33 dagar over`: how far off a deadline is. */
export function untilDeadline(language: Language, on: Day, today: Day): string {
  const days = daysBetween(today, on);
  if (days === 0) return speak(language, 'today');
  if (days === 1) return speak(language, 'tomorrow');
  if (days > 1) return speak(language, 'in-days', { n: days });
  return days === -1 ? speak(language, 'one-day-over') : speak(language, 'days-over', { n: -days });
}

/** `i går`, `for 5 dagar sidan`: how long ago something happened. */
export function since(language: Language, on: Day, today: Day): string {
  const days = daysBetween(on, today);
  if (days <= 0) return speak(language, 'today');
  return days === 1 ? speak(language, 'yesterday') : speak(language, 'days-ago', { n: days });
}

/** `veke 50` */
export const weekOf = (language: Language, on: Day): string => speak(language, 'week', { week: isoWeek(on).week });

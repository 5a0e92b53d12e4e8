import { daysBetween } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { isoWeek, weekday } from '#domain/calendar/week.ts';
import type { Language } from '#domain/language.ts';
import { planTexts } from './plan.ts';

const { speak } = planTexts;

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
type Month = (typeof months)[number];

/** `fredag 30. oktober 2026` */
export const longDate = (language: Language, day: Day): string =>
  speak(language, 'date.long', {
    ...partsOf(day),
    weekday: speak(language, `weekday.${weekday(day)}`),
    month: speak(language, `month.${monthOf(day)}`),
  });

/** `30. oktober 2026`: on letters. */
export const plainDate = (language: Language, day: Day): string =>
  speak(language, 'date.plain', { ...partsOf(day), month: speak(language, `month.${monthOf(day)}`) });

/** `fre 30. okt`: for rows, where the year is clear. */
export const shortDate = (language: Language, day: Day): string =>
  speak(language, 'date.short', {
    ...partsOf(day),
    weekday: speak(language, `weekday-short.${weekday(day)}`),
    month: speak(language, `month-short.${monthOf(day)}`),
  });

/** `fre 30.10.2026`: inside sentences. */
export const numericDate = (language: Language, day: Day): string =>
  speak(language, 'date.numeric', { ...partsOf(day), weekday: speak(language, `weekday-short.${weekday(day)}`) });

/** `fre 30.10.2026, veke 44`: never ambiguous. */
export const withWeek = (language: Language, day: Day): string =>
  speak(language, 'date.with-week', {
    ...partsOf(day),
    weekday: speak(language, `weekday-short.${weekday(day)}`),
    week: isoWeek(day).week,
  });

/** `i morgon`, `om 2 dagar`, `33 dagar over`: a deadline seen from today. */
export function relative(language: Language, day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return speak(language, 'date.today');
  if (days === 1) return speak(language, 'date.tomorrow');
  if (days === -1) return speak(language, 'date.one-day-over');
  return days > 0 ? speak(language, 'date.in-days', { days }) : speak(language, 'date.days-over', { days: -days });
}

const partsOf = (day: Day) => ({
  year: day.slice(0, 4),
  mm: day.slice(5, 7),
  dd: day.slice(8),
  day: Number(day.slice(8)),
});

const monthOf = (day: Day): Month => months[Number(day.slice(5, 7)) - 1] ?? 1;

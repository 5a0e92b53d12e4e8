import type { Day } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import en from '#texts/en/web-calendar.json' with { type: 'json' };
import nb from '#texts/nb/web-calendar.json' with { type: 'json' };
import nn from '#texts/nn/web-calendar.json' with { type: 'json' };
import { planTexts } from '#texts/plan.ts';
import { speakers } from '#texts/text.ts';

const { speak } = speakers({ nb, nn, en });

const monthIn = (language: Language, kind: 'month' | 'month-short', on: Day): string => {
  const key = `${kind}.${Number(on.slice(5, 7))}`;
  return planTexts.knows(key) ? planTexts.speak(language, key) : on.slice(5, 7);
};
const dateOf = (on: Day): number => Number(on.slice(8));

export const monthName = (language: Language, on: Day): string => monthIn(language, 'month-short', on);

/** `4. nov`: where the weekday says nothing. */
export const shortDay = (language: Language, on: Day): string =>
  speak(language, 'day.short', { day: dateOf(on), month: monthIn(language, 'month-short', on) });

/** `4. november 2026` */
export const dayWithYear = (language: Language, on: Day): string =>
  speak(language, 'day.year', { day: dateOf(on), month: monthIn(language, 'month', on), year: on.slice(0, 4) });

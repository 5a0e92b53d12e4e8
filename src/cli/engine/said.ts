import { instant, parseDay } from '#domain/calendar/day.ts';
import { clockOf, dayOf } from '#domain/calendar/oslo-clock.ts';
import { numericDate } from '#texts/dates.ts';
import { planTexts } from '#texts/plan.ts';
import type { Asked } from '../asked.ts';

/** A day of an answer as a person reads it; nothing where there is none. */
export const dayIn = ({ language }: Pick<Asked, 'language'>, text: string | undefined): string => {
  const day = parseDay(text ?? '');
  return day === undefined ? '' : numericDate(language, day);
};

/** A moment as day and time, by the clocks in Norway. */
export const momentIn = ({ language }: Pick<Asked, 'language'>, ms: number): string =>
  `${numericDate(language, dayOf(instant(ms)))} ${clockOf(instant(ms))}`;

export function roleIn({ language }: Pick<Asked, 'language'>, role: string): string {
  const key = `role.${role}`;
  return planTexts.knows(key) ? planTexts.speak(language, key) : role;
}

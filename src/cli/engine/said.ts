import { parseDay } from '#domain/calendar/day.ts';
import { numericDate } from '#texts/dates.ts';
import { planTexts } from '#texts/plan.ts';
import type { Asked } from '../asked.ts';

/** A day of an answer as a person reads it; nothing where there is none. */
export const dayIn = ({ language }: Pick<Asked, 'language'>, text: string | undefined): string => {
  const day = parseDay(text ?? '');
  return day === undefined ? '' : numericDate(language, day);
};

export function roleIn({ language }: Pick<Asked, 'language'>, role: string): string {
  const key = `role.${role}`;
  return planTexts.knows(key) ? planTexts.speak(language, key) : role;
}

import type { Day } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import type { LeavingGap } from '#domain/youth/leaving.ts';
import { shortDate } from './dates.ts';
import en from './en/school-reminder.json' with { type: 'json' };
import nb from './nb/school-reminder.json' with { type: 'json' };
import nn from './nn/school-reminder.json' with { type: 'json' };
import { speakers } from './text.ts';

const { speak } = speakers({ nb, nn, en });

/** What a school is told of whom it is about: enough for those who had the pupil, and for nobody else. */
export interface Reminded {
  readonly school: string | undefined;
  readonly unit: string;
  readonly initials: string;
  readonly bornIn: string | undefined;
  readonly leftOn: Day | null;
  readonly gaps: readonly LeavingGap[];
}

/** A reminder to the school, to be copied and sent by a person. */
export function schoolReminder(language: Language, { school, unit, initials, bornIn, leftOn, gaps }: Reminded): string {
  const year = bornIn ?? speak(language, 'year.unknown');
  return [
    school === undefined ? speak(language, 'greeting.nobody') : speak(language, 'greeting', { school }),
    '',
    leftOn === null
      ? speak(language, 'about', { initials, year })
      : speak(language, 'about.day', { initials, year, day: shortDate(language, leftOn) }),
    '',
    speak(language, 'lacks'),
    ...gaps.map((gap) => `- ${speak(language, `lacks.${gap}`)}`),
    '',
    speak(language, 'ask'),
    '',
    speak(language, 'sender', { unit }),
  ].join('\n');
}

import { instant } from '#domain/calendar/day.ts';
import { clockOf, dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Language } from '#domain/language.ts';
import { shortDate } from '#texts/dates.ts';

/** `tor 5. nov 10:00`, by the clocks in Norway. */
export const momentWords = (language: Language, at: number): string =>
  `${shortDate(language, dayOf(instant(at)))} ${clockOf(instant(at))}`;

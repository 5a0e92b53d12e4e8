import { instant } from '#domain/calendar/day.ts';
import { clockOf, dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Language } from '#domain/language.ts';
import { shortDay } from '../../parts/dates.ts';

/** `5. nov kl. 14.30` */
export const shownTime = (language: Language, at: number): string =>
  `${shortDay(language, dayOf(instant(at)))} ${language === 'en' ? clockOf(instant(at)) : `kl. ${clockOf(instant(at)).replace(':', '.')}`}`;

import { instant } from '#domain/calendar/day.ts';
import { clockOf, dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Language } from '#domain/language.ts';
import type { PhoneNumber } from '#views/answers/phone.ts';
import { shortDay } from '../../parts/dates.ts';

/** A mobile `680 53 573`, a fixed line `57 86 12 34`; a number from abroad as it is. */
export function shownNumber({ number, kind }: Pick<PhoneNumber, 'number' | 'kind'>): string {
  const digits = /^\+47(\d{8})$/.exec(number)?.[1];
  if (digits === undefined) return number;
  return kind === 'mobile'
    ? `${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`
    : digits.replace(/(\d\d)(?=\d)/g, '$1 ');
}

/** `5. nov kl. 14.30` */
export const shownTime = (language: Language, at: number): string =>
  `${shortDay(language, dayOf(instant(at)))} ${language === 'en' ? clockOf(instant(at)) : `kl. ${clockOf(instant(at)).replace(':', '.')}`}`;

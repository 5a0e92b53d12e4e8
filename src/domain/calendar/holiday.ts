import { addDays, dayFrom, daysBetween } from './arithmetic.ts';
import type { Day } from './day.ts';

/** Norwegian days off: Act on public holidays (LOV-1995-02-24-12 § 2) and Act on 1 and 17 May (LOV-1947-04-26-1). */
export const holidays = [
  'new-year',
  'maundy-thursday',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'labour-day',
  'constitution-day',
  'ascension',
  'whit-sunday',
  'whit-monday',
  'christmas-day',
  'boxing-day',
] as const;
export type Holiday = (typeof holidays)[number];

const fixed: Readonly<Record<string, Holiday>> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-17': 'constitution-day',
  '12-25': 'christmas-day',
  '12-26': 'boxing-day',
};

const fromEaster: Readonly<Record<number, Holiday>> = {
  [-3]: 'maundy-thursday',
  [-2]: 'good-friday',
  0: 'easter-sunday',
  1: 'easter-monday',
  39: 'ascension',
  49: 'whit-sunday',
  50: 'whit-monday',
};

/** The public holiday a day is, if any; where two fall together (1 May and Ascension in 2008) the fixed one is named. */
export function holidayOn(day: Day): Holiday | undefined {
  return fixed[day.slice(5)] ?? fromEaster[daysBetween(easterSunday(Number(day.slice(0, 4))), day)];
}

/** All public holidays of a calendar year in order. */
export function holidaysOf(year: number): readonly { readonly day: Day; readonly holiday: Holiday }[] {
  const easter = easterSunday(year);
  const days = [
    ...Object.keys(fixed).map((monthDay) => dayFrom(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)))),
    ...Object.keys(fromEaster).map((after) => addDays(easter, Number(after))),
  ];
  return [...new Set(days)].sort().flatMap((day) => {
    const holiday = day && holidayOn(day);
    return day && holiday ? [{ day, holiday }] : [];
  });
}

/**
 * Easter Sunday by the Gregorian computus: golden number, the century's solar and lunar corrections, then the Sunday after the
 * full moon (the form printed in Nature, 20 April 1876; valid for every Gregorian year).
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const lunarCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunarCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * lateMoon + 114;
  const found = dayFrom(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
  if (!found) throw new Error(`no Easter in ${year}`);
  return found;
}

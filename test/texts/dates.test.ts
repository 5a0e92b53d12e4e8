import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { day } from '#domain/calendar/day.ts';
import { languages } from '#domain/language.ts';
import { longDate, relative, shortDate, withWeek } from '#texts/dates.ts';

const friday = day('2026-10-30');

describe('a date in words', () => {
  it('is long, short or with its week', () => {
    expect(languages.map((language) => longDate(language, friday))).toEqual([
      'fredag 30. oktober 2026',
      'fredag 30. oktober 2026',
      'Friday 30 October 2026',
    ]);
    expect(languages.map((language) => shortDate(language, friday))).toEqual([
      'fre 30. okt',
      'fre 30. okt',
      'Fri 30 Oct',
    ]);
    expect(languages.map((language) => withWeek(language, friday))).toEqual([
      'fre 30.10.2026, uke 44',
      'fre 30.10.2026, veke 44',
      'Fri 30.10.2026, week 44',
    ]);
  });

  it('has the weekdays of nynorsk', () => {
    const week = Array.from({ length: 7 }, (_, index) => addDays(day('2026-10-26'), index));
    expect(week.map((one) => longDate('nn', one).split(' ')[0])).toEqual(
      'måndag tysdag onsdag torsdag fredag laurdag sundag'.split(' '),
    );
    expect(week.map((one) => shortDate('nn', one).split(' ')[0])).toEqual('mån tys ons tor fre laur sun'.split(' '));
  });

  it.each([
    [0, 'i dag'],
    [1, 'i morgon'],
    [2, 'om 2 dagar'],
    [-1, '1 dag over'],
    [-33, '33 dagar over'],
  ])('%s days from today is "%s"', (days, said) => {
    expect(relative('nn', addDays(friday, days), friday)).toBe(said);
  });
});

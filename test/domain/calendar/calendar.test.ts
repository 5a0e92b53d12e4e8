import { spawnSync } from 'node:child_process';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#domain/calendar/arithmetic.ts';
import { parseClockTime } from '#domain/calendar/clock-time.ts';
import { day, instant } from '#domain/calendar/day.ts';
import { easterSunday, holidayOn, holidaysOf } from '#domain/calendar/holiday.ts';
import { clockOf, dayOf, instantAt } from '#domain/calendar/oslo-clock.ts';
import {
  dayOfSchoolYear,
  parseSchoolYear,
  planSpan,
  schoolYear,
  schoolYearOf,
  schoolYearSpan,
  weekdayOfSchoolYear,
} from '#domain/calendar/school-year.ts';
import { dayOfIsoWeek, isoWeek, weekday } from '#domain/calendar/week.ts';
import { addWorkingDays, isWorkingDay, moveToWorkingDay } from '#domain/calendar/working-day.ts';

const at = (text: string) => {
  const found = parseClockTime(text);
  if (!found) throw new Error(text);
  return found;
};
const someDay = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(day('1900-01-01'), n));

describe('days and weeks', () => {
  it('counts over leap days and new year', () => {
    expect(addDays(day('2028-02-28'), 2)).toBe('2028-03-01');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(day('2026-09-23'), day('2026-10-07'))).toBe(14);
  });

  it.each([
    ['2015-10-31', 'saturday', 2015, 44],
    ['2015-09-20', 'sunday', 2015, 38],
    ['2015-11-15', 'sunday', 2015, 46],
    ['2026-10-30', 'friday', 2026, 44],
    ['2027-01-01', 'friday', 2026, 53],
    ['2024-12-30', 'monday', 2025, 1],
    ['2021-01-03', 'sunday', 2020, 53],
  ] as const)('%s is a %s in week %s-%s', (text, name, year, week) => {
    expect(weekday(day(text))).toBe(name);
    expect(isoWeek(day(text))).toEqual({ year, week });
  });

  it('finds the day of a week again, whatever the day', () => {
    fc.assert(
      fc.property(someDay, (some) => {
        expect(dayOfIsoWeek(isoWeek(some), weekday(some))).toBe(some);
        expect(daysBetween(some, addDays(some, 17))).toBe(17);
      }),
    );
  });

  it('knows that most years have no week 53', () => {
    expect(dayOfIsoWeek({ year: 2026, week: 53 }, 'friday')).toBe('2027-01-01');
    expect(dayOfIsoWeek({ year: 2027, week: 53 }, 'friday')).toBeUndefined();
  });
});

describe('school years', () => {
  it.each(['2026-2027', '2026–2027', '2026/27', '2026/2027', ' 2026–27 '])('reads %s', (text) => {
    expect(parseSchoolYear(text)).toBe('2026-2027');
  });

  it.each(['2026-2028', '2026', '26/27', '2026-27-28', '', '2027-2026'])('refuses %s', (text) => {
    expect(parseSchoolYear(text)).toBeUndefined();
  });

  it('runs from 1 August to 31 July, and is planned from 1 May before', () => {
    expect(schoolYearSpan(schoolYear('2026-2027'))).toEqual({ from: '2026-08-01', to: '2027-07-31' });
    expect(planSpan(schoolYear('2026-2027'))).toEqual({ from: '2026-05-01', to: '2027-07-31' });
    expect(schoolYearOf(day('2026-07-31'))).toBe('2025-2026');
    expect(schoolYearOf(day('2026-08-01'))).toBe('2026-2027');
  });

  it('places a month and day, and a week, in the right half of the year', () => {
    const year = schoolYear('2026-2027');
    expect(dayOfSchoolYear(year, 11, 15)).toBe('2026-11-15');
    expect(dayOfSchoolYear(year, 2, 15)).toBe('2027-02-15');
    expect(dayOfSchoolYear(year, 6, 23)).toBe('2027-06-23');
    expect(dayOfSchoolYear(year, 6, 23, true)).toBe('2026-06-23');
    expect(dayOfSchoolYear(year, 2, 29)).toBeUndefined();
    expect(weekdayOfSchoolYear(year, 50, 'friday')).toBe('2026-12-11');
    expect(weekdayOfSchoolYear(year, 22, 'friday')).toBe('2027-06-04');
    expect(weekdayOfSchoolYear(year, 53, 'monday')).toBe('2026-12-28');
    expect(weekdayOfSchoolYear(schoolYear('2027-2028'), 53, 'monday')).toBeUndefined();
  });
});

describe('public holidays', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2008, '2008-03-23'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter %s is %s', (year, sunday) => {
    expect(easterSunday(year)).toBe(sunday);
  });

  it('are the same as an outside calendar says, 1950–2100', () => {
    const outside = new Holidays('NO');
    for (let year = 1950; year <= 2100; year += 1) {
      const wanted = outside
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10));
      expect(holidaysOf(year).map((holiday) => holiday.day)).toEqual([...new Set(wanted)].sort());
    }
  });

  it('name the fixed day where two fall together', () => {
    expect(holidayOn(day('2008-05-01'))).toBe('labour-day');
    expect(holidaysOf(2008)).toHaveLength(11);
  });
});

describe('working days', () => {
  it('moves a Sunday to Friday or Monday, and over Easter to Wednesday or Tuesday', () => {
    expect(moveToWorkingDay(day('2026-11-15'), 'previous')).toBe('2026-11-13');
    expect(moveToWorkingDay(day('2026-11-15'), 'next')).toBe('2026-11-16');
    expect(moveToWorkingDay(day('2026-11-15'), 'keep')).toBe('2026-11-15');
    expect(moveToWorkingDay(day('2026-04-03'), 'previous')).toBe('2026-04-01');
    expect(moveToWorkingDay(day('2026-04-03'), 'next')).toBe('2026-04-07');
  });

  it('counts working days over a weekend, a holiday and backwards', () => {
    expect(addWorkingDays(day('2026-10-02'), 1)).toBe('2026-10-05');
    expect(addWorkingDays(day('2026-10-04'), 1)).toBe('2026-10-05');
    expect(addWorkingDays(day('2026-04-01'), 1)).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-11-16'), -5)).toBe('2026-11-09');
    expect(addWorkingDays(day('2026-11-15'), 0)).toBe('2026-11-15');
  });

  it('lands on a working day and back again', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (some, amount) => {
        const start = moveToWorkingDay(some, 'next');
        const found = addWorkingDays(start, amount);
        expect(isWorkingDay(found)).toBe(true);
        expect(addWorkingDays(found, -amount)).toBe(start);
      }),
    );
  });
});

describe('the clock in Oslo', () => {
  const oracle = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' });

  it('shows what an outside time-zone table shows, 1996–2060', () => {
    const moment = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2060, 0, 1) }).map(instant);
    fc.assert(
      fc.property(moment, (some) => {
        expect(`${dayOf(some)} ${clockOf(some)}`).toBe(oracle.format(some));
        expect(dayOf(instantAt(dayOf(some), at('08:30')))).toBe(dayOf(some));
      }),
      { numRuns: 3000 },
    );
  });

  it('changes day at midnight in Norway, summer and winter', () => {
    expect(dayOf(instant(Date.parse('2026-07-31T21:59:59Z')))).toBe('2026-07-31');
    expect(dayOf(instant(Date.parse('2026-07-31T22:00:00Z')))).toBe('2026-08-01');
    expect(dayOf(instant(Date.parse('2026-12-31T22:59:59Z')))).toBe('2026-12-31');
    expect(dayOf(instant(Date.parse('2026-12-31T23:00:00Z')))).toBe('2027-01-01');
  });

  it.each([
    ['2026-08-20', '12:30', '2026-08-20T10:30:00Z'],
    ['2026-11-15', '08:30', '2026-11-15T07:30:00Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['2026-10-25', '00:00', '2026-10-24T22:00:00Z'],
  ])('%s %s in Norway is %s', (on, clock, utc) => {
    expect(new Date(instantAt(day(on), at(clock))).toISOString().replace('.000', '')).toBe(utc);
  });

  it('does not ask the machine where it stands', () => {
    const told = (zone: string) => {
      const script = `
        const { day, instant } = await import('#domain/calendar/day.ts');
        const { clockOf, dayOf, instantAt } = await import('#domain/calendar/oslo-clock.ts');
        const { addDays } = await import('#domain/calendar/arithmetic.ts');
        const { weekday, isoWeek } = await import('#domain/calendar/week.ts');
        const { addWorkingDays } = await import('#domain/calendar/working-day.ts');
        const out = [];
        for (let d = day('2026-01-01'); d < '2027-12-31'; d = addDays(d, 1))
          out.push(d, weekday(d), isoWeek(d).week, addWorkingDays(d, 3), instantAt(d, '02:30'), dayOf(instant(instantAt(d, '23:59'))));
        console.log(new Date(2026, 0, 1).getTimezoneOffset(), out.join());`;
      const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      return run.stdout.split(' ');
    };

    const [east, west] = [told('Pacific/Auckland'), told('America/Anchorage')];

    expect(east[0]).not.toBe(west[0]);
    expect(east[1]?.length).toBeGreaterThan(30_000);
    expect(east[1]).toBe(west[1]);
  });
});

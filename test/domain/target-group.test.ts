import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { isInKostraGroup, isMinorOn, lastAgeOn, targetAgeOn } from '#domain/target-group.ts';

describe('the ages the service covers', () => {
  it('goes to and including the year of turning 21 until 31 July 2024, then 24', () => {
    expect(['2023-01-01', '2024-07-31', '2024-08-01', '2026-01-01'].map((on) => lastAgeOn(day(on)))).toEqual([
      21, 21, 24, 24,
    ]);
  });

  it.each([
    ['2003-12-31', '2024-07-31', 'covered'],
    ['2002-12-31', '2024-07-31', 'above'],
    ['2002-12-31', '2024-08-01', 'covered'],
    ['2000-01-01', '2024-12-31', 'covered'],
    ['2000-12-31', '2025-01-01', 'above'],
    ['2011-12-31', '2026-01-01', 'covered'],
    ['2012-01-01', '2026-12-31', 'below'],
  ])('someone born %s is on %s %s', (born, on, wanted) => {
    expect(targetAgeOn(day(born), day(on))).toBe(wanted);
  });

  it('counts as a minor until the day of turning 18', () => {
    expect(isMinorOn(day('2008-10-15'), day('2026-10-14'))).toBe(true);
    expect(isMinorOn(day('2008-10-15'), day('2026-10-15'))).toBe(false);
    expect(isMinorOn(day('2008-02-29'), day('2026-02-28'))).toBe(true);
    expect(isMinorOn(day('2008-02-29'), day('2026-03-01'))).toBe(false);
  });

  it('counts for KOSTRA those under 21 at the end of the accounting year', () => {
    expect(isInKostraGroup(day('2006-01-01'), 2026)).toBe(true);
    expect(isInKostraGroup(day('2005-12-31'), 2026)).toBe(false);
  });
});

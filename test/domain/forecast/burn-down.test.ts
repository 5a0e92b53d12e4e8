import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { day } from '#domain/calendar/day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import { burnDown, type DayCount } from '#domain/forecast/burn-down.ts';

/** Thursday 12 November 2026 and the three weeks before it. */
const today = day('2026-11-12');
const series = (leftOf: (workingDay: number) => number): readonly DayCount[] => {
  let worked = 0;
  return Array.from({ length: 22 }, (_, index) => {
    const on = addDays(today, index - 21);
    if (index > 0 && isWorkingDay(on)) worked += 1;
    return { on, left: leftOf(worked) };
  });
};
const report = day('2026-11-20');

describe('what is left of OTUK by the reporting day', () => {
  it('shrinks by the share a day that it has lately, and stands still on days off', () => {
    const { ahead, end } = burnDown(
      series((n) => Math.round(1000 * 0.95 ** n)),
      0,
      report,
    );

    expect(ahead.map(({ on }) => on)).toEqual(Array.from({ length: 8 }, (_, index) => addDays(today, index + 1)));
    const [friday, saturday, sunday] = ahead;
    expect([saturday?.left, sunday?.left]).toEqual([friday?.left, friday?.left]);
    const now = Math.round(1000 * 0.95 ** 15);
    expect(end.left).toBeGreaterThan(now * 0.94 ** 6);
    expect(end.left).toBeLessThan(now * 0.96 ** 6);
  });

  it('has a band that widens day by day and never goes below nothing', () => {
    const { ahead } = burnDown(
      series((n) => 300 - 12 * n),
      0,
      report,
    );
    const widths = ahead.map(({ low, high }) => high - low);

    expect(widths.toSorted((a, b) => a - b)).toEqual(widths);
    expect(ahead.every(({ low, left, high }) => 0 <= low && low <= left && left <= high)).toBe(true);
    expect(
      burnDown(
        series((n) => (n < 14 ? 3 : 1)),
        0,
        report,
      ).end.low,
    ).toBe(0);
  });

  it('uneven days make it less sure than even ones', () => {
    const even = burnDown(
      series((n) => 400 - 10 * n),
      0,
      report,
    ).end;
    const uneven = burnDown(
      series((n) => 400 - 50 * Math.floor(n / 5)),
      0,
      report,
    ).end;

    expect(uneven.high - uneven.low).toBeGreaterThan(even.high - even.low);
  });

  it('says the pace lately and the pace needed, per working day', () => {
    const { pace, needed, now } = burnDown(
      series((n) => 400 - 10 * n),
      100,
      report,
    );

    expect([pace, now, needed]).toEqual([10, 250, 150 / 6]);
  });

  it.each([
    ['there', 300],
    ['on-pace', 220],
    ['short', 50],
  ] as const)('%s with a goal of %i', (outlook, goal) =>
    expect(
      burnDown(
        series((n) => 400 - 10 * n),
        goal,
        report,
      ).outlook,
    ).toBe(outlook),
  );

  it('is near when the goal is within the band', () => {
    const { end } = burnDown(
      series((n) => 400 - 10 * n),
      100,
      report,
    );
    expect(
      burnDown(
        series((n) => 400 - 10 * n),
        end.left - 1,
        report,
      ).outlook,
    ).toBe('near');
  });

  it('after the reporting day there is nothing ahead, and all that is missing is needed', () => {
    const done = burnDown(
      series(() => 80),
      20,
      today,
    );

    expect(done).toMatchObject({ ahead: [], needed: 60, outlook: 'short' });
    expect(done.end).toMatchObject({ left: 80, low: 80, high: 80 });
  });

  it('a number that rises is not forecast to fall', () => {
    const { end } = burnDown(
      series((n) => 200 + 10 * n),
      0,
      report,
    );
    expect(end.left).toBe(350);
  });
});

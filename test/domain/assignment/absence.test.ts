import { describe, expect, it } from 'vitest';
import { type Absence, holdsOn, standsInOn, whyNotAbsent } from '#domain/assignment/absence.ts';
import { day } from '#domain/calendar/day.ts';

const anAbsence = (given: Partial<Absence> = {}): Absence => ({
  absenceId: 'x',
  staffId: 'ane',
  substituteId: 'bo',
  from: day('2026-10-05'),
  to: day('2026-10-09'),
  endedOn: null,
  ...given,
});

describe('a substitute', () => {
  it.each([
    ['2026-10-04', false],
    ['2026-10-05', true],
    ['2026-10-09', true],
    ['2026-10-10', false],
  ])('on %s stands in: %s, and nobody has to hand anything back', (on, holds) => {
    expect(holdsOn(anAbsence(), day(on))).toBe(holds);
    expect(standsInOn([anAbsence()], 'bo', day(on))).toEqual(holds ? ['ane'] : []);
    expect(standsInOn([anAbsence()], 'ane', day(on))).toEqual([]);
  });

  it('hands back from the day after an absence was ended, or at once when it never began', () => {
    const ended = anAbsence({ endedOn: day('2026-10-06') });
    expect([holdsOn(ended, day('2026-10-06')), holdsOn(ended, day('2026-10-07'))]).toEqual([true, false]);
    expect(holdsOn(anAbsence({ endedOn: day('2026-10-04') }), day('2026-10-05'))).toBe(false);
  });
});

describe('an absence is not registered', () => {
  const today = day('2026-10-01');
  it.each([
    ['with oneself as substitute', { substituteId: 'ane' }, 'absence.ownSubstitute'],
    ['that ends before it begins', { to: day('2026-10-01') }, 'absence.endsFirst'],
    ['that is over', { from: day('2026-09-01'), to: day('2026-09-02') }, 'absence.over'],
    ['over another of the same person', { from: day('2026-10-20'), to: day('2026-10-25') }, 'absence.overlaps'],
    [
      'with a substitute who is away too',
      { staffId: 'cato', substituteId: 'dag', from: day('2026-11-30'), to: day('2026-12-10') },
      'absence.substituteAway',
    ],
  ])('%s', (_, given, code) => {
    const known = [
      anAbsence({ from: day('2026-10-23'), to: day('2026-10-30') }),
      anAbsence({ staffId: 'dag', from: day('2026-12-01'), to: day('2026-12-05') }),
    ];
    expect(whyNotAbsent(anAbsence(given), known, today).map((refusal) => refusal.code)).toEqual([code]);
  });

  it('unless nothing stands in the way', () => {
    const before = anAbsence({ from: day('2026-10-01'), to: day('2026-10-30'), endedOn: day('2026-10-04') });
    expect(whyNotAbsent(anAbsence(), [before], today)).toEqual([]);
  });
});

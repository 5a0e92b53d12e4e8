import { describe, expect, it } from 'vitest';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { day } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { afterCall, withinHours } from '#domain/phone/call-rules.ts';
import { type CallOutcome, callOutcomes, contactOf } from '#domain/phone/outcome.ts';

const at = (on: string, time: string): number => instantAt(day(on), time as ClockTime);
/** Wednesday. */
const ten = at('2026-11-04', '10:00');
const next = (outcome: CallOutcome, before: readonly CallOutcome[] = [], more: object = {}) =>
  afterCall({ outcome, at: ten, by: 'ane', callBackAt: null, before, ...more });

describe('after a call', () => {
  it.each([
    ['reached', { state: 'settled' }],
    ['guardian', { state: 'open', availableAt: at('2026-11-05', '09:00'), keptFor: 'ane', callBack: false }],
    ['wrong-person', { state: 'open', availableAt: at('2026-11-05', '09:00'), keptFor: null, callBack: false }],
    ['no-answer', { state: 'open', availableAt: at('2026-11-04', '14:00'), keptFor: null, callBack: false }],
    ['busy', { state: 'open', availableAt: at('2026-11-04', '10:20'), keptFor: 'ane', callBack: false }],
    ['wrong-number', { state: 'out', why: 'needs-number' }],
  ] as const)('%s: the youth comes back as the rule says', (outcome, then) => expect(next(outcome)).toEqual(then));

  it('a time that was agreed goes before any rule, and is kept for the one who agreed it', () => {
    const callBackAt = at('2026-11-06', '15:00');
    for (const outcome of callOutcomes)
      expect(next(outcome, [], { callBackAt })).toEqual({
        state: 'open',
        availableAt: callBackAt,
        keptFor: 'ane',
        callBack: true,
      });
  });

  it('so many alike and the youth is out of the pool, with the reason', () => {
    expect(next('no-answer', ['no-answer', 'no-answer'])).toMatchObject({ state: 'open' });
    expect(next('no-answer', ['no-answer', 'no-answer', 'no-answer'])).toEqual({ state: 'out', why: 'tried-out' });
    expect(next('wrong-person', ['wrong-person'])).toEqual({ state: 'out', why: 'needs-number' });
  });

  it('calls of every kind count towards the most calls', () =>
    expect(next('busy', ['no-answer', 'no-answer', 'busy', 'busy', 'guardian', 'guardian'])).toEqual({
      state: 'out',
      why: 'tried-out',
    }));
});

describe('nobody is rung', () => {
  it.each([
    ['late in the evening', at('2026-11-04', '20:10'), at('2026-11-05', '09:00')],
    ['early in the morning', at('2026-11-04', '06:00'), at('2026-11-04', '09:00')],
    ['on a Saturday', at('2026-11-07', '12:00'), at('2026-11-09', '09:00')],
    ['on Christmas Day', at('2026-12-25', '12:00'), at('2026-12-28', '09:00')],
  ])('%s', (_, moment, first) => expect(withinHours(moment)).toBe(first));
});

it('a call without an answer is an attempt, and nobody speaks for the youth but the youth and a guardian', () => {
  expect(contactOf('no-answer', 'in-work', 'out')).toMatchObject({ answeredBy: 'none', says: null });
  expect(contactOf('wrong-person', 'in-work', 'out')).toMatchObject({ answeredBy: 'other', says: null });
  expect(contactOf('reached', 'in-work', 'in')).toMatchObject({
    answeredBy: 'youth',
    says: 'in-work',
    direction: 'in',
  });
});

import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { dayByPlan, sendingTask } from '#domain/campaign/plan-task.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { inputs } from '../../support/virtual-county.ts';

const plan = rollForward(inputs());

it('a sending does the plan’s task of its track, and one for a part of a track does none', () => {
  const letters = (filter: object) => sendingTask(plan, 'standard-letter', filter);

  expect([letters({ tracks: ['oson'] }), letters({ tracks: ['others'] })]).toEqual([
    'letters.send-oson',
    'letters.send-others',
  ]);
  expect(letters({})).toBe('letters.send-oson');
  expect(sendingTask(plan, 'sms-round', { status: 'OTUK' })).toBe('sms.send');
  expect([letters({ units: ['north'] }), letters({ cases: ['a'] }), letters({ transfers: ['OSNP'] })]).toEqual([
    null,
    null,
    null,
  ]);
  expect(sendingTask(plan, 'other', {})).toBeNull();
});

it('SMS 1 has a forecast until the last letter is handed over, and then two weeks from that day', () => {
  const late = rollForward({ ...inputs(), completions: { 'letters.last-sent': day('2026-10-21') } });
  const dayIn = (one: typeof plan, followsPlan = true) => dayByPlan(one, { followsPlan }, 'sms.send');

  expect(dayIn(plan)).toMatchObject({ forecast: true });
  expect(dayIn(late)).toMatchObject({ day: '2026-11-04', forecast: false });
  expect(dayIn(late, false)).toBeUndefined();
});

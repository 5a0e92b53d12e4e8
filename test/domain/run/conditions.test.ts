import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { askedOf, type Left, leftOf, partOf, type TaskStand, toAsk, turnsOf } from '#domain/run/conditions.ts';
import { inputs } from '../../support/virtual-county.ts';

const asked = askedOf(rollForward(inputs()));
const choose = 'transfer.choose-oson';

const aTask = (given: Partial<TaskStand> = {}): TaskStand => ({
  taskId: `${choose}@staff:adviser-north`,
  definition: choose,
  staffId: 'adviser-north',
  unitId: 'north',
  state: 'ready',
  doneBy: null,
  ...given,
});
const left = (n: number, given: Partial<Left> = {}): Left => ({
  condition: 'no-youth-without-choice',
  staffId: 'adviser-north',
  unitId: 'north',
  track: 'oson',
  window: null,
  n,
  ...given,
});

describe('which tasks the register answers for', () => {
  it('is said by the template, with the track and the day the window opens', () => {
    expect(asked.get(choose)).toEqual({
      ...{ condition: 'no-youth-without-choice', track: 'oson', window: 'oson' },
      ...{ from: '2026-08-21', until: null },
    });
    expect(asked.get('letters.check-addresses-others')).toMatchObject({
      condition: 'no-address-fault',
      track: 'others',
    });
    expect(asked.get('letters.make-template')).toBeUndefined();
  });

  it('what the system has done is done before its window opens too', () => {
    expect([asked.get('transfer.fetch-others')?.from ?? '', '2026-08-21'].sort()[1]).toBe('2026-08-21');
  });
});

describe('what is left of a task', () => {
  it.each([
    ['one person’s own youths', aTask(), 3],
    ['the new person’s, when the task was given to somebody else', aTask({ staffId: 'adviser-south' }), 5],
    ['one unit’s', aTask({ taskId: 'x@unit:north', staffId: null }), 3 + 7],
    ['everybody’s, those who are nobody’s too', aTask({ taskId: 'x', staffId: 'owner', unitId: null }), 3 + 5 + 7 + 11],
  ])('is %s', (_, task, n) => {
    const all = [
      left(3),
      left(5, { staffId: 'adviser-south', unitId: 'south' }),
      left(7, { staffId: null }),
      left(11, { staffId: null, unitId: null }),
      left(100, { track: 'others' }),
      left(100, { condition: 'every-return-sent' }),
      left(100, { window: 'others' }),
    ];
    const question = { condition: 'no-youth-without-choice', track: 'oson', window: 'oson' } as const;
    expect(leftOf(question, partOf(task), all)).toBe(n);
  });
});

describe('a task turns', () => {
  const open = day('2026-08-21');
  const before = day('2026-08-20');
  const turn = (task: TaskStand, all: readonly Left[], on = open) =>
    turnsOf([task], asked, all, on).map(({ type, count }) => [type, count]);

  const cleaned = aTask({ definition: 'planning.clean-own-list', state: 'done' });
  const stale = left(1, { condition: 'no-stale-case-in-own-list' });

  it.each([
    ['closes when nothing is left', aTask(), [], open, [['condition.met', 0]]],
    ['stays open while something is', aTask(), [left(2)], open, []],
    ['does not close before its window opens: there was nothing to do yet', aTask(), [], before, []],
    ['does not close while it waits for others', aTask({ state: 'waiting' }), [], open, []],
    ['opens again when something is left again', aTask({ state: 'done' }), [left(2)], open, [['condition.broken', 2]]],
    ['stays closed otherwise', aTask({ state: 'done' }), [], open, []],
    ['stays as a person ticked it', aTask({ state: 'done', doneBy: 'super' }), [left(2)], open, []],
    ['does not open again for what days alone have made stale', cleaned, [stale], day('2026-10-01'), []],
    ['opens again for it before the cleaning is over', cleaned, [stale], day('2026-08-19'), [['condition.broken', 1]]],
    ['stays skipped', aTask({ state: 'skipped' }), [left(2)], open, []],
    ['is a person’s where the plan says so', aTask({ definition: 'letters.fold-oson' }), [], open, []],
  ])('%s', (_, task, all, on, turns) => expect(turn(task, all, on)).toEqual(turns));

  it('and only what may turn one is asked', () => {
    expect(toAsk([aTask()], asked, open)).toEqual(['no-youth-without-choice']);
    expect(toAsk([aTask()], asked, before)).toEqual([]);
    expect(toAsk([aTask({ state: 'done', doneBy: 'super' })], asked, open)).toEqual([]);
  });
});

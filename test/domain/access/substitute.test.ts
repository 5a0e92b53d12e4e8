import { describe, expect, it } from 'vitest';
import type { Actor, Grant } from '#domain/access/actor.ts';
import {
  type GuardedCase,
  mayAssign,
  mayCode,
  mayDoTask,
  mayOverrideRule,
  maySeeYouth,
  maySkipTask,
} from '#domain/access/may.ts';

const of = (role: Grant['role'], unitId: string | null = 'south'): Actor => ({
  staffId: 'bo',
  grants: [{ role, unitId }],
  standsInFor: ['ane'],
});
const anes: GuardedCase = { unitId: 'north', caseworkerId: 'ane', isProtected: false };
const task = { role: 'adviser', unitId: 'north', staffId: 'ane' };

describe('a substitute has what the absent one has, and not what the absent one’s roles let them', () => {
  it.each<readonly [string, Actor, { see: boolean; code: boolean; task: boolean }]>([
    ['an adviser of another unit', of('adviser'), { see: true, code: true, task: true }],
    ['office staff, who set no codes', of('office_staff'), { see: true, code: false, task: true }],
    ['a manager, who sees no names', of('manager', null), { see: false, code: false, task: true }],
  ])('%s', (_, actor, may) => {
    expect({ see: maySeeYouth(actor, anes), code: mayCode(actor, anes), task: mayDoTask(actor, task) }).toEqual(may);
  });

  it('nothing of the absent one’s unit besides their own', () => {
    const other = { ...anes, caseworkerId: 'somebody' };
    expect([maySeeYouth(of('adviser'), other), mayDoTask(of('adviser'), { ...task, staffId: 'somebody' })]).toEqual([
      false,
      false,
    ]);
  });

  it('no protected person: only the system owner and the own caseworker see one at all', () => {
    expect(maySeeYouth(of('adviser'), { ...anes, isProtected: true })).toBe(false);
    expect(maySeeYouth({ ...of('adviser'), staffId: 'ane' }, { ...anes, isProtected: true })).toBe(true);
  });

  it('no way round a rule: nothing is skipped, overridden or given away on somebody else’s behalf', () => {
    const bo = of('adviser');
    expect([mayOverrideRule(bo), maySkipTask(bo, task), mayAssign(bo, anes)]).toEqual([false, false, false]);
  });

  it('and when the period is over nothing is left', () => {
    const { standsInFor: _, ...later } = of('adviser');
    expect([maySeeYouth(later, anes), mayCode(later, anes), mayDoTask(later, task)]).toEqual([false, false, false]);
  });
});

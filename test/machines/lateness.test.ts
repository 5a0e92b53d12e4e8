import { describe, expect, it } from 'vitest';
import type { Happening } from '#domain/standing.ts';
import { deadlinePassed, deadlinesOf } from '#machines/chart.ts';
import { phaseChart } from '#machines/phase/machine.ts';
import { taskChart } from '#machines/task/machine.ts';
import { aPhase, aTask } from './grounds.ts';
import { walk, walkOut } from './walk.ts';

const october = (date: number, hour = 0): number => Date.UTC(2026, 9, date, hour);
const tell = (type: string, on: number, more: object = {}): Happening => ({
  type,
  at: october(on, 9),
  doer: { by: 'somebody' },
  ...more,
});
const passed = (name: string, on: number): Happening => deadlinePassed(name, october(on));

describe('a task', () => {
  const task = aTask({ deadlines: { dueSoon: october(7), overdue: october(11) } });
  const moved = (on: number, soon: number, late: number) =>
    tell('task.moved', on, { dueOn: '2026-10-20', dueSoonAt: october(soon), overdueAt: october(late) });
  const lateness = (...events: readonly Happening[]) =>
    (walkOut(taskChart, task, ...events).value as { timeliness: string }).timeliness;

  it('is late when nobody does it', () => expect(lateness()).toBe('overdue'));

  it('that is done in time does not become late', () => expect(lateness(tell('task.completed', 5))).toBe('onTime'));

  it('that is done late stays late', () =>
    expect(lateness(passed('dueSoon', 7), passed('overdue', 11), tell('task.completed', 12))).toBe('overdue'));

  it('that is done wakes nobody any more', () =>
    expect(deadlinesOf(walk(taskChart, task, tell('task.completed', 5)))).toEqual({}));

  it('that is reopened is late by its own date', () =>
    expect(lateness(tell('task.completed', 5), tell('task.reopened', 6))).toBe('overdue'));

  it('that is moved after it was done is judged by the day it was done', () => {
    expect(lateness(tell('task.completed', 5), moved(6, 1, 4))).toBe('overdue');
    expect(lateness(tell('task.completed', 5), moved(8, 4, 7))).toBe('dueSoon');
    expect(lateness(passed('dueSoon', 7), tell('task.completed', 8), moved(9, 16, 20))).toBe('onTime');
  });

  it('that was moved while it was done waits for its new date when it is reopened', () =>
    expect(
      deadlinesOf(walk(taskChart, task, tell('task.completed', 5), moved(6, 16, 20), tell('task.reopened', 7))),
    ).toEqual({
      dueSoon: october(16),
      overdue: october(20),
    }));
});

describe('a phase', () => {
  const week = aPhase(october(5), october(9), october(13));
  const moved = (on: number, opens: number, soon: number, closes: number) =>
    tell('phase.moved', on, { opensAt: october(opens), dueSoonAt: october(soon), closesAt: october(closes) });
  const state = (...events: readonly Happening[]) => walk(phaseChart, week, ...events).value;

  it('of one day is due soon when it opens', () =>
    expect(
      walk(phaseChart, aPhase(october(5), october(1), october(6)), passed('dueSoon', 1), passed('opens', 5)).value,
    ).toEqual({
      active: 'dueSoon',
    }));

  it('that is due soon in the moment it opens passes both', () =>
    expect(
      walk(phaseChart, aPhase(october(5), october(5), october(6)), passed('dueSoon', 5), passed('opens', 5)).value,
    ).toEqual({
      active: 'dueSoon',
    }));

  it('that is moved to where it should be open already opens, and is late if it should be over', () => {
    expect(state(moved(3, 2, 9, 13))).toEqual({ active: 'open' });
    expect(state(moved(3, 1, 2, 6))).toEqual({ active: 'dueSoon' });
    expect(state(moved(3, 1, 1, 2))).toEqual({ active: 'overdue' });
  });

  it('that has opened and is moved to later is planned again, and opens then', () => {
    expect(state(passed('opens', 5), moved(6, 12, 16, 20))).toBe('planned');
    expect(state(passed('opens', 5), moved(6, 12, 16, 20), passed('opens', 12))).toEqual({ active: 'open' });
  });

  it('that nobody finishes is overdue, and done late when it is finished', () => {
    expect(walkOut(phaseChart, week).value).toEqual({ active: 'overdue' });
    expect(walkOut(phaseChart, week, passed('opens', 5), tell('work.finished', 20)).value).toBe('done');
  });

  it('that is done waits for nothing, and reopened by hand needs a reason', () => {
    expect(deadlinesOf(walk(phaseChart, week, tell('work.finished', 1)))).toEqual({});
    expect(() => state(tell('work.finished', 1), tell('phase.reopened', 2, { reason: ' ' }))).toThrow('not taken');
    expect(state(tell('work.finished', 1), tell('phase.reopened', 2, { reason: 'a letter came back' }))).toBe(
      'reopened',
    );
  });
});

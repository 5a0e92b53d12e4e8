import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { everyTask } from '#domain/plan/plan-dates.ts';
import { dueDays } from '../support/memory-runs.ts';
import { at, type County, phase, taskFile, virtualCounty, year } from '../support/virtual-county.ts';

describe('a year in which everything is done on its day', () => {
  let county: County;
  let took: number;

  beforeAll(async () => {
    const began = performance.now();
    county = await virtualCounty();
    for (const on of dueDays(await county.plan())) {
      await county.world.to(at(on, '10:00'));
      await county.worksOn(on);
    }
    await county.world.to(at('2027-07-31'));
    await county.says(year, 'year.closed', { openPhases: [], reason: '' });
    took = performance.now() - began;
  });

  it('opens, comes near and finishes each phase by its dates', () => {
    const told = Object.fromEntries(
      ['planning', 'transfer', 'review', 'letters', 'sms', 'phone', 'evaluation'].map((id) => [
        id,
        county.told(phase(id)).filter((line) => !line.endsWith('planned')),
      ]),
    );

    expect(told).toEqual({
      planning: ['2026-06-23 00:00 open', '2026-08-17 00:00 dueSoon', '2026-08-20 10:00 done'],
      transfer: ['2026-08-21 00:00 open', '2026-09-24 00:00 dueSoon', '2026-09-29 10:00 done'],
      review: ['2026-09-01 00:00 open', '2026-09-25 00:00 dueSoon', '2026-09-30 10:00 done'],
      letters: ['2026-09-22 00:00 open', '2026-10-16 00:00 dueSoon', '2026-10-21 10:00 done'],
      sms: ['2026-10-21 00:00 open', '2026-10-23 00:00 dueSoon', '2026-10-28 10:00 done'],
      phone: ['2026-10-30 00:00 open', '2027-02-09 00:00 dueSoon', '2027-02-12 10:00 done'],
      evaluation: ['2026-12-07 00:00 open', '2027-06-01 00:00 dueSoon', '2027-06-04 10:00 done'],
    });
  });

  it('does every task on the day it is due, none before what it waits for, and none is late', async () => {
    const plan = await county.plan();
    const done = new Map(everyTask(plan).map(({ instance }) => [String(instance.id), taskFile(county, instance.id)]));

    const onItsDay = everyTask(plan).map(({ task, instance }) => ({
      id: instance.id,
      on: dayOf(instant(done.get(instance.id)?.doneAt ?? 0)),
      due: task.due.day,
      lateness: county.work(instance.id).timeliness,
    }));
    expect(onItsDay.filter(({ on, due }) => on !== due)).toEqual([]);
    expect(onItsDay.filter(({ lateness }) => lateness === 'overdue')).toEqual([]);
    for (const { doneAt, waitsFor } of done.values())
      for (const before of waitsFor) expect(done.get(before)?.doneAt).toBeLessThanOrEqual(doneAt ?? 0);
  });

  it('hears when the last letter is sent, and finds that nothing has to move', async () => {
    const plan = await county.plan();

    expect(plan.anchors).toMatchObject([{ id: 'letters.last-sent', date: { day: '2026-10-07', forecast: false } }]);
    expect(plan.phases.find(({ id }) => id === 'sms')?.windows[0]?.opens).toMatchObject({
      day: '2026-10-21',
      forecast: false,
    });
    const events = county.world.diary().filter(({ subject }) => subject === year);
    expect(events.map(({ event }) => event.type)).toEqual(['anchor.completed', 'plan.changed', 'year.closed']);
  });

  it('counts each phase once before and once after, and is closed in the end', () => {
    expect(county.frozen).toHaveLength(14);
    expect(county.state(year)).toBe('closed');
  });

  it('passes in the time of a few pages', () => expect(took).toBeLessThan(15_000));
});

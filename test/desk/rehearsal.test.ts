import { expect, it } from 'vitest';
import { rehearsalDesk } from '#desk/rehearsal.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { rehearsalRows } from '#store/rehearsal.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { inputs } from '../support/virtual-county.ts';

const owner = { staffId: 'owner', grants: [{ role: 'process_owner' as const, unitId: null }] };

it('a rehearsal goes no further than its year, and not back', async () => {
  const plan = rollForward(inputs());
  const set: number[] = [];
  const desk = rehearsalDesk({
    runs: {
      clock: async () => ({ now: 0, today: day('2026-09-02'), isRehearsal: true }),
      planInForce: async () => ({ runId: 'run', version: 1, plan, inputs: inputs() }),
    },
    rehearsal: {
      ...{ shiftOf: async () => 0, wished: async () => undefined, noteWish: async () => {} },
      dueBy: async () => undefined,
      setNow: async (_: string, now: number) => set.push(now),
    },
  } as never);
  const to = async (text: string) => desk.forward(owner, { commandId: text, runId: 'run', to: day(text) });

  expect(await to('2045-04-12')).toMatchObject({
    ok: false,
    refusals: [{ code: 'rehearsal.pastYear', facts: { last: plan.span.to } }],
  });
  expect(await to('2026-09-02')).toMatchObject({ ok: false, refusals: [{ code: 'rehearsal.notAhead' }] });
  expect(await desk.forward(owner, { commandId: 'try', runId: 'run', to: plan.span.to, dryRun: true })).toMatchObject({
    ok: true,
  });
  expect(set).toEqual([]);
  expect(await to(plan.span.to)).toMatchObject({ ok: true, value: { today: plan.span.to } });
});

it('a day on, pressed twice, is one day, however late the second press is heard', async () => {
  const db = await memoryDatabase();
  const { wished, noteWish } = rehearsalRows(db, Date.now);
  let today = day('2026-09-02');
  const plan = rollForward(inputs());
  const desk = rehearsalDesk({
    runs: {
      clock: async () => ({ now: 0, today, isRehearsal: true }),
      planInForce: async () => ({ runId: 'run', version: 1, plan, inputs: inputs() }),
    },
    rehearsal: {
      ...{ wished, noteWish, shiftOf: async () => 0, dueBy: async () => undefined },
      setNow: async (_: string, now: number) => {
        today = dayOf(instant(now));
      },
    },
  } as never);
  /** As the page asks: a day after the one that it is when the press is heard. */
  const press = (commandId: string) => desk.forward(owner, { commandId, runId: 'run', to: addDays(today, 1) });

  const answers = [await press('once'), await press('once'), await press('again'), await press('once')];
  for (let n = 0; n < 60; n += 1) await noteWish('run', `later-${n}`, today);

  expect(answers.map((answer) => answer.ok && answer.value.today)).toEqual([
    ...['2026-09-03', '2026-09-03', '2026-09-04', '2026-09-03'],
  ]);
  expect([today, await wished('run', 'once'), await wished('run', 'later-59')]).toEqual([
    '2026-09-04',
    undefined,
    today,
  ]);
  await db.destroy();
});

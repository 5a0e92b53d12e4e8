import { expect, it } from 'vitest';
import { rehearsalDesk } from '#desk/rehearsal.ts';
import { day } from '#domain/calendar/day.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
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
      shiftOf: async () => 0,
      dueBy: async () => undefined,
      setNow: async (_: string, now: number) => set.push(now),
    },
  } as never);
  const to = async (text: string) => desk.forward(owner, { runId: 'run', to: day(text) });

  expect(await to('2045-04-12')).toMatchObject({
    ok: false,
    refusals: [{ code: 'rehearsal.pastYear', facts: { last: plan.span.to } }],
  });
  expect(await to('2026-09-02')).toMatchObject({ ok: false, refusals: [{ code: 'rehearsal.notAhead' }] });
  expect(await desk.forward(owner, { runId: 'run', to: plan.span.to, dryRun: true })).toMatchObject({ ok: true });
  expect(set).toEqual([]);
  expect(await to(plan.span.to)).toMatchObject({ ok: true, value: { today: plan.span.to } });
});

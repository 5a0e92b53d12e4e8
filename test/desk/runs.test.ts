import { expect, it } from 'vitest';
import { runDesk } from '#desk/runs.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import type { Engine } from '#ports/engine.ts';
import { inputs } from '../support/virtual-county.ts';

const plan = rollForward(inputs());
const [first, second] = plan.phases;
const owner = { staffId: 'staff-own', grants: [{ role: 'process_owner' as const, unitId: null }] };

const deskWith = (tell: Engine['tell']) =>
  runDesk({
    engine: { tell },
    cases: { openPhases: async () => [first?.id, second?.id] },
    runs: { planInForce: async () => ({ plan, inputs: inputs() }), clock: async () => ({ now: 0 }) },
    // `as`: what closing a year asks for, and no more.
  } as never);

it('names the phases that keep a year open by their numbers, and tells the year their ids', async () => {
  const told: unknown[] = [];
  const desk = deskWith(async ({ event }) => {
    told.push(event);
    const openPhases = [first?.id ?? '', second?.id ?? ''];
    return refused({ code: 'year.openPhases', facts: { openPhases } });
  });

  const answer = await desk.close(owner, { commandId: 'c', runId: 'run', reason: '' });

  expect(told).toMatchObject([{ type: 'year.closed', openPhases: [first?.id, second?.id] }]);
  expect(answer).toEqual(
    refused({ code: 'year.openPhases', facts: { openPhases: [String(first?.number), String(second?.number)] } }),
  );
});

it('leaves another answer as it is', async () => {
  expect(
    await deskWith(async () => accepted({ sequence: 3 })).close(owner, { commandId: 'c', runId: 'run', reason: 'x' }),
  ).toEqual(accepted({ sequence: 3 }));
});

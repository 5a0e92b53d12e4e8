import { expect, it } from 'vitest';
import { intakeDesk } from '#desk/intakes.ts';
import { accepted } from '#domain/outcome.ts';
import type { Command } from '#ports/engine.ts';

const owner = { staffId: 'owner', grants: [{ role: 'system_owner' as const, unitId: null }] };

it.each(['approve', 'apply', 'undo', 'reject'] as const)(
  "%s of a list that is not there, or is another year's, is told to nobody",
  async (act) => {
    const told: Command[] = [];
    const desk = intakeDesk({
      engine: {
        tell: async (command: Command) => {
          told.push(command);
          return accepted({ sequence: 1, snapshot: null });
        },
      },
      runs: { clock: async () => ({ now: 0 }) },
      intakes: { runOf: async (id: string) => ({ mine: 'run', theirs: 'other' })[id] },
    } as never);
    const asked = (intakeId: string) => desk[act](owner, { commandId: 'wish', runId: 'run', intakeId });

    const notThere = { ok: false, refusals: [{ code: 'access.notFound' }] };
    expect([await asked('nope'), await asked('theirs')]).toEqual([notThere, notThere]);
    expect(told).toEqual([]);
    expect(await asked('mine')).toMatchObject({ ok: true });
  },
);

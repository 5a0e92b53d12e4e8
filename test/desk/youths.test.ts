import { describe, expect, it } from 'vitest';
import { earlyLeaversDesk } from '#desk/early-leavers.ts';
import { youthDesk } from '#desk/youths.ts';
import type { Actor } from '#domain/access/actor.ts';
import { day } from '#domain/calendar/day.ts';
import { accepted } from '#domain/outcome.ts';
import { newCase } from '#domain/youth/case-file.ts';
import type { Command } from '#ports/engine.ts';

const file = {
  ...newCase({
    ...{ caseId: 'y-1', runId: 'run', transfer: 'OSON', track: 'oson', unitId: 'north', caseworkerId: 'second' },
    deadlines: {},
  }),
  status: 'OTOV' as const,
};
const adviser: Actor = { staffId: 'adviser', grants: [{ role: 'adviser', unitId: 'north' }] };

/** A case that somebody else has coded and taken meanwhile; `taken` are the commands it has heard. */
function desk(taken: readonly string[] = []) {
  const told: Command[] = [];
  const clock = { now: 1, today: day('2026-10-20'), isRehearsal: false };
  const facts = {
    clock,
    ...{ caseId: 'y-1', runId: 'run', unitId: 'north', isProtected: false, born: null },
    sequence: 1,
  };
  // `as`: only what these acts ask for is here.
  const ports = {
    engine: {
      tell: async (command: Command) => {
        told.push(command);
        return accepted({ sequence: 2 });
      },
    },
    runs: { clock: async () => clock },
    cases: {
      find: async () => ({ ...facts, caseworkerId: 'second', file }),
      hasTaken: async (_id: string, commandId: string) => taken.includes(commandId),
    },
  } as unknown as Parameters<typeof youthDesk>[0];
  // `as`: no school is written here.
  return { youths: youthDesk(ports), leavers: earlyLeaversDesk(ports as never), told };
}
const code = { commandId: 'c-1', caseId: 'y-1', to: 'OTNO' };
const give = { commandId: 'c-1', caseId: 'y-1', unitId: 'north', caseworkerId: 'adviser' };

describe('a page that has become old', () => {
  it('sets no code over the one somebody else has set, and says which that is', async () => {
    const { youths, told } = desk();

    expect(await youths.code(adviser, { ...code, seen: null })).toMatchObject({
      refusals: [{ code: 'youth.otherCodeNow', facts: { code: 'OTOV' } }],
    });
    expect(told).toEqual([]);
  });

  it('gives no youth away who has been given to somebody else', async () => {
    const { youths, told } = desk();

    expect(await youths.assign(adviser, { ...give, seen: 'third' })).toMatchObject({
      refusals: [{ code: 'youth.othersNow' }],
    });
    expect(told).toEqual([]);
  });

  it('is no hindrance where it is not old, where it does not say what it saw, or where it is sent twice', async () => {
    const [same, silent, twice] = [desk(), desk(), desk(['c-1'])];
    await same.youths.code(adviser, { ...code, seen: 'OTOV' });
    await silent.youths.assign(adviser, give);
    await twice.youths.code(adviser, { ...code, seen: null });

    expect([same, silent, twice].map(({ told }) => told.length)).toEqual([1, 1, 1]);
  });

  it('writes over nothing that is known by now of how somebody left', async () => {
    const [old, twice] = [desk(), desk(['c-1'])];
    const note = { commandId: 'c-1', caseId: 'y-1', leaving: { leftOn: day('2026-10-01') }, seen: '{}' };

    expect(await old.leavers.note(adviser, note)).toMatchObject({ refusals: [{ code: 'youth.otherLeavingNow' }] });
    expect(await twice.leavers.note(adviser, note)).toMatchObject({ ok: true });
    expect([old.told.length, twice.told.length]).toEqual([0, 1]);
  });
});

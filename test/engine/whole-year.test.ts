import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { RunningHouse } from '#runtime/embedded.ts';
import { demoIn, processOwner, removeHome, startHome, temporaryHome, until } from '../support/embedded-county.ts';

let home: string;
let running: RunningHouse;
let runId: string;

beforeAll(async () => {
  home = await temporaryHome();
  running = await startHome(home);
  ({ runId } = await demoIn(running, home, 20));
});
afterAll(async () => {
  await running?.stop();
  await removeHome(home);
});

const phases = async () => {
  const rows = await running.house.db.selectFrom('phase').select(['phase_id', 'state']).orderBy('position').execute();
  return Object.fromEntries(rows.map(({ phase_id, state }) => [phase_id, state]));
};
const forward = (to: string) => running.house.desk.rehearsal.forward(processOwner, { runId, to: day(to) });
const readyIn = async (phaseId: string) =>
  (
    await running.house.db
      .selectFrom('task')
      .select('task_id')
      .where('phase_id', '=', phaseId)
      .where('state', '=', 'ready')
      .execute()
  ).map(({ task_id }) => task_id);
/** Some tasks close themselves, and would wait for youths that nobody codes here. */
const reason = 'rehearsed without caseworkers';
/** Does what can be done in a phase until nothing is ready; what waits is let go as it goes. */
const finish = async (phaseId: string) => {
  for (let ready = await readyIn(phaseId); ready.length > 0; ready = await readyIn(phaseId)) {
    for (const taskId of ready)
      await running.house.desk.tasks.complete(processOwner, { commandId: randomUUID(), runId, taskId, reason });
    await until(
      'those who waited are told',
      async () =>
        (await running.house.db.selectFrom('orders').select('order_key').where('state', '<>', 'settled').execute())
          .length === 0,
    );
  }
};

describe('a whole year as a rehearsal on the real server', () => {
  it('opens its phases by their dates, closes those whose work is done, and is late where it is not', async () => {
    await finish('planning');
    await forward('2026-08-26');
    const inAugust = await phases();
    await finish('transfer');
    await forward('2026-09-15');
    const inSeptember = await phases();
    await forward('2026-12-01');
    const inDecember = await phases();
    await forward('2027-07-01');
    const inSummer = await phases();

    expect(inAugust).toMatchObject({
      planning: 'done',
      transfer: expect.stringMatching(/open|dueSoon/),
      sms: 'planned',
    });
    expect(inSeptember).toMatchObject({ transfer: 'done', review: expect.stringMatching(/open|dueSoon/) });
    expect(inDecember).toMatchObject({ review: 'overdue', letters: 'overdue', evaluation: 'planned' });
    expect(inSummer).toMatchObject({ planning: 'done', transfer: 'done', evaluation: 'overdue', phone: 'overdue' });
  }, 580_000);

  it('records every deadline at its own time, in order, and nothing after the last day', async () => {
    const late = Date.parse('2027-07-01T23:00:00Z');
    const rows = await running.house.db
      .selectFrom('journal')
      .select(['subject', 'sequence', 'recorded_at', 'event_type'])
      .where('event_type', '=', 'deadline.passed')
      .orderBy('subject')
      .orderBy('sequence')
      .execute();

    expect(rows.length).toBeGreaterThan(100);
    expect(rows.every((row) => row.recorded_at <= late)).toBe(true);
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1];
      if (before?.subject === row.subject) expect(row.recorded_at).toBeGreaterThanOrEqual(before.recorded_at);
    }
  });
});

import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { engineMarks } from '#store/engine-marks.ts';
import { standingRow } from '#store/standing-row.ts';
import { unopenedBook } from '#store/steps/unopened.ts';
import { aRun, onBothDatabases } from './store-house.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const grace = 30_000;

await onBothDatabases('asking after what should have been done', (db) => {
  let runId: string;
  let subject: string;
  beforeEach(async () => {
    runId = await aRun(db());
    subject = `youth/${randomUUID()}`;
    await db()
      .insertInto('standing')
      .values(standingRow('youth', subject, runId, { deadlines: {} }))
      .execute();
  });
  const ordered = (at: number) =>
    db()
      .insertInto('orders')
      .values({
        order_key: `${subject}/1/0`,
        subject,
        name: 'carryOutAct',
        params: '{}',
        ordered_at: at,
        state: 'open',
        answer: null,
      })
      .execute();
  const isBehind = async () => (await engineMarks(db()).behind(now - grace, 10_000)).includes(subject);

  it('leaves an order its time, and asks after one that has had it', async () => {
    await ordered(now - grace + 1);
    expect(await isBehind()).toBe(false);

    await db()
      .updateTable('orders')
      .set({ ordered_at: now - grace - 1 })
      .where('subject', '=', subject)
      .execute();
    expect(await isBehind()).toBe(true);
  });

  it.each([
    ['behind', '2026-08-17T08:00:00Z'],
    ['ahead of', '2027-05-03T08:00:00Z'],
  ])(
    'counts the time of a rehearsal’s order by the rehearsal’s clock, though that is months %s ours',
    async (_, clock) => {
      const rehearsal = Date.parse(clock);
      const run = db().updateTable('run').where('run_id', '=', runId);
      await run.set({ rehearsal_now: rehearsal, rehearsal_set_at: now }).execute();

      await ordered(rehearsal - 1_000);
      expect(await isBehind()).toBe(false);

      // A minute later on both clocks.
      await run.set({ rehearsal_set_at: now - 60_000 }).execute();
      expect(await isBehind()).toBe(true);
    },
  );

  it('names those the engine has not opened, and leaves the youths of a list to whoever is opening it', async () => {
    const unopened = async (engine: string) =>
      (await engineMarks(db()).unopened(engine, 10_000)).filter((one) => one === subject).length;
    expect(await unopened('this-one')).toBe(1);

    const order = { order_key: randomUUID(), subject: 'intake/any', name: 'openCases', ordered_at: 0, answer: null };
    const params = JSON.stringify({ intakeId: 'any', runId });
    await db()
      .insertInto('orders')
      .values({ ...order, params, state: 'open' })
      .execute();
    expect(await unopened('this-one')).toBe(0);

    await db().updateTable('orders').set({ state: 'settled' }).where('order_key', '=', order.order_key).execute();
    expect(await unopened('this-one')).toBe(1);
    await unopenedBook(db(), 'this-one').claim(subject, 0);
    expect([await unopened('this-one'), await unopened('another')]).toEqual([0, 1]);
  });
});

import type { Day } from '#domain/calendar/day.ts';
import type { Rehearsal } from '#ports/rehearsal.ts';
import type { Database } from './open.ts';

/** Kept as a setting of the run. `as`, where it is read: only `noteWish` writes it. */
type Wishes = readonly (readonly [commandId: string, to: Day])[];
const wishesOf = (runId: string): string => `rehearsal.wishes/${runId}`;
const mostWishes = 50;

/** A rehearsal's clock and deadlines on our database; moving the engine's clocks is the engine's own. */
export const rehearsalRows = (db: Database, realNow: () => number): Omit<Rehearsal, 'move'> => ({
  dueBy: async (runId, until) => {
    const rows = await db
      .selectFrom('standing')
      .select(['subject', 'next_deadline'])
      .where('run_id', '=', runId)
      .where('next_deadline', '<=', until)
      .orderBy('next_deadline')
      .execute();
    const earliest = rows[0]?.next_deadline;
    return earliest == null ? undefined : { earliest, subjects: rows.map(({ subject }) => subject) };
  },
  shiftOf: async (runId) => {
    const row = await db.selectFrom('run').select('clock_shift').where('run_id', '=', runId).executeTakeFirst();
    return row?.clock_shift ?? 0;
  },
  unsettled: async (runId) => {
    const row = await db
      .selectFrom('orders')
      .innerJoin('standing', 'standing.subject', 'orders.subject')
      .select((where) => where.fn.countAll<number>().as('n'))
      .where('standing.run_id', '=', runId)
      .where('orders.state', '<>', 'settled')
      .executeTakeFirst();
    return row?.n ?? 0;
  },
  wished: async (runId, commandId) => {
    const row = await db.selectFrom('setting').select('value').where('name', '=', wishesOf(runId)).executeTakeFirst();
    return (row?.value as Wishes | undefined)?.find(([id]) => id === commandId)?.[1];
  },
  noteWish: async (runId, commandId, to) => {
    await db.transaction().execute(async (tx) => {
      const name = wishesOf(runId);
      await tx
        .insertInto('setting')
        .values({ name, value: '[]' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await tx
        .selectFrom('setting')
        .select('value')
        .where('name', '=', name)
        .forUpdate()
        .executeTakeFirst();
      const wishes = ((row?.value ?? []) as Wishes).filter(([id]) => id !== commandId).slice(1 - mostWishes);
      const value = JSON.stringify([...wishes, [commandId, to]]);
      await tx.updateTable('setting').set({ value }).where('name', '=', name).execute();
    });
  },
  setNow: async (runId, now) => {
    await db
      .updateTable('run')
      .set({ rehearsal_now: now, rehearsal_set_at: realNow() })
      .where('run_id', '=', runId)
      .where('rehearsal_now', '<', now)
      .execute();
  },
});

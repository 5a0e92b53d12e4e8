import type { Rehearsal } from '#ports/rehearsal.ts';
import type { Database } from './open.ts';

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
  setNow: async (runId, now) => {
    await db
      .updateTable('run')
      .set({ rehearsal_now: now, rehearsal_set_at: realNow() })
      .where('run_id', '=', runId)
      .where('rehearsal_now', '<', now)
      .execute();
  },
});

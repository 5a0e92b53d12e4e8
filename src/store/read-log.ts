import { sql } from 'kysely';
import type { ReadLog } from '#ports/staff.ts';
import type { Database } from './open.ts';

/** Who has read what, on our database. */
export const readLog = (db: Database): ReadLog => ({
  append: async ({ staffId, onBehalfOf, at, what, route, subjects }) => {
    await db
      .insertInto('read_log')
      .values({
        staff_id: staffId,
        on_behalf_of: onBehalfOf,
        at,
        what,
        route,
        subjects: JSON.stringify(subjects),
        n: subjects.length,
      })
      .execute();
  },
  ofCase: async (caseId) => {
    const rows = await db
      .selectFrom('read_log')
      .select(['staff_id', 'on_behalf_of', 'at', 'what', 'route'])
      .where(sql<boolean>`subjects @> ${JSON.stringify([caseId])}::jsonb`)
      .orderBy('read_id', 'desc')
      .execute();
    return rows.map(({ staff_id, on_behalf_of, ...entry }) => ({
      staffId: staff_id,
      onBehalfOf: on_behalf_of,
      ...entry,
    }));
  },
});

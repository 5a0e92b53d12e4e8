import type { Absence } from '#domain/assignment/absence.ts';
import { parseDay } from '#domain/calendar/day.ts';
import type { Absences } from '#ports/assignment.ts';
import type { Database } from '../open.ts';

/** Absences on our database: written once, ended by a day, never deleted. */
export const absences = (db: Database): Absences => ({
  all: async () => {
    const rows = await db.selectFrom('absence').selectAll().orderBy('from_on').orderBy('absence_id').execute();
    return rows.flatMap((row): readonly Absence[] => {
      const [from, to] = [parseDay(row.from_on), parseDay(row.to_on)];
      const endedOn = row.ended_on === null ? null : (parseDay(row.ended_on) ?? null);
      return from && to
        ? [{ absenceId: row.absence_id, staffId: row.staff_id, substituteId: row.substitute_id, from, to, endedOn }]
        : [];
    });
  },
  register: async ({ absenceId, staffId, substituteId, from, to }, { at, by }) => {
    await db
      .insertInto('absence')
      .values({
        absence_id: absenceId,
        staff_id: staffId,
        substitute_id: substituteId,
        from_on: from,
        to_on: to,
        ended_on: null,
        registered_at: at,
        by_staff: by,
        ended_by: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  end: async (absenceId, on, by) => {
    await db
      .updateTable('absence')
      .set({ ended_on: on, ended_by: by })
      .where('absence_id', '=', absenceId)
      .where('ended_on', 'is', null)
      .execute();
  },
});

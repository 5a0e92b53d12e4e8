import type { Absence } from '#domain/assignment/absence.ts';
import { parseDay } from '#domain/calendar/day.ts';
import type { Tabled } from './ports.ts';

/** Every absence there was, is and will be, the first to begin first. */
export async function absencesIn(db: Tabled): Promise<readonly Absence[]> {
  const rows = await db.selectFrom('absence').selectAll().orderBy('from_on').orderBy('absence_id').execute();
  return rows.flatMap((row): readonly Absence[] => {
    const [from, to] = [parseDay(row.from_on), parseDay(row.to_on)];
    const endedOn = row.ended_on === null ? null : (parseDay(row.ended_on) ?? null);
    const { absence_id: absenceId, staff_id: staffId, substitute_id: substituteId } = row;
    return from && to ? [{ absenceId, staffId, substituteId, from, to, endedOn }] : [];
  });
}

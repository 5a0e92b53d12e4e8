import { sql, type Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { NavParticipant } from '#domain/nav-meeting/finding.ts';
import { type Mended, type MendedContact, mendContact } from '#domain/person/mended-contact.ts';
import type { NavArea, NavMeetings } from '#ports/nav-meetings.ts';
import type { Database } from '../open.ts';
import { personColumns } from '../register/person-rows.ts';
import type { StoredRecord } from '../register/stored-record.ts';
import type { Tables } from '../schema.ts';

/** Meetings with NAV on our database. */
export const navMeetings = (db: Database): NavMeetings => ({
  open: async ({ meetingId, runId, area, on, tookPart, at, by }) => {
    await db
      .insertInto('nav_meeting')
      .values({
        meeting_id: meetingId,
        run_id: runId,
        area_kind: area.kind,
        area: area.id,
        on_day: on,
        took_part: JSON.stringify(tookPart),
        recorded_at: at,
        by_staff: by,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  find: async (meetingId) => {
    const row = await db.selectFrom('nav_meeting').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst();
    if (!row) return undefined;
    return {
      meetingId,
      runId: row.run_id,
      // `as`: only `open` above writes these.
      area: { kind: row.area_kind as NavArea['kind'], id: row.area },
      on: row.on_day as Day,
      tookPart: row.took_part as readonly NavParticipant[],
    };
  },
  enter: ({ meetingId, caseId, found, runBy, contact, at, by }) =>
    db.transaction().execute(async (tx) => {
      const changed = Object.keys(contact);
      const entry = { found, run_by: JSON.stringify(runBy), recorded_at: at, by_staff: by };
      await tx
        .insertInto('nav_entry')
        .values({ meeting_id: meetingId, case_id: caseId, changed: JSON.stringify(changed), ...entry })
        .onConflict((conflict) =>
          conflict.columns(['meeting_id', 'case_id']).doUpdateSet({
            ...entry,
            // What was changed in the meeting stays changed, though the word on the youth is another.
            changed: sql`(select jsonb_agg(distinct one) from jsonb_array_elements(nav_entry.changed || excluded.changed) as one)`,
          }),
        )
        .execute();
      if (changed.length > 0) await mendPersonOf(tx, caseId, contact);
    }),
});

/** The new word stands until a list says something else than it said before. */
async function mendPersonOf(tx: Transaction<Tables>, caseId: string, contact: MendedContact): Promise<void> {
  const row = await tx
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select(['person.person_id', 'id_kind', 'record', 'mended'])
    .where('case_id', '=', caseId)
    .forUpdate('person')
    .executeTakeFirstOrThrow();
  // `as`: a record column holds what `storedRecord` put there, and `mended` what stands below.
  const { record, mended } = mendContact(row.record as StoredRecord, contact, (row.mended ?? {}) as Mended);
  await tx
    .updateTable('person')
    .set({
      ...personColumns(record, row.id_kind),
      record: JSON.stringify(record),
      mended: JSON.stringify(mended),
      // No list wrote this: taking an earlier one back must not take the new word with it.
      written_by: null,
    })
    .where('person_id', '=', row.person_id)
    .execute();
}

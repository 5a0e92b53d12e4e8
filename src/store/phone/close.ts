import { sql } from 'kysely';
import type { Database } from '../open.ts';

/** Lets go of everything held, and keeps what is left of OTUK per unit and caseworker, each number with the cases behind it. */
export const closeCards = (db: Database, driveId: string, at: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`update phone_card set held_by = null, held_at = null, held_until = null
      where drive_id = ${driveId} and held_by is not null`.execute(tx);
    await sql`delete from phone_report where drive_id = ${driveId}`.execute(tx);
    await sql`
      insert into phone_report (drive_id, unit_id, caseworker_id, otuk, cases, frozen_at)
      select drive.drive_id, youth.unit_id, youth.caseworker_id, count(*), jsonb_agg(youth.case_id order by youth.case_id), ${at}
      from phone_drive drive join youth_case youth on youth.run_id = drive.run_id and youth.status_code = 'OTUK'
        and (drive.units is null or drive.units ? youth.unit_id)
      where drive.drive_id = ${driveId} group by drive.drive_id, youth.unit_id, youth.caseworker_id`.execute(tx);
  });

import { sql } from 'kysely';
import { type Actor, unitsOf } from '#domain/access/actor.ts';
import { instant, parseDay } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { unitId } from '#domain/ids.ts';
import type { DriveState } from '#ports/phone-drives.ts';
import type { DriveHead } from '../answers/phone.ts';
import type { Tabled } from '../ports.ts';

/**
 * The drive somebody means when they name none: an open one in which they ring, else one that is open where they see youths, else one that is
 * planned, else the newest.
 */
export async function driveFor(
  db: Tabled,
  { actor, runId, driveId }: { readonly actor: Actor; readonly runId: string; readonly driveId?: string | undefined },
): Promise<DriveHead | undefined> {
  const rows = await db
    .selectFrom('phone_drive')
    .leftJoin('phone_caller', (join) =>
      join
        .onRef('phone_caller.drive_id', '=', 'phone_drive.drive_id')
        .on('staff_id', '=', actor.staffId)
        .on('rings', '=', true),
    )
    .select([
      'phone_drive.drive_id',
      'state',
      'opens_at',
      'closes_at',
      'report_on',
      'goal',
      'phone_drive.units',
      'staff_id',
    ])
    .where('run_id', '=', runId)
    .$if(driveId !== undefined, (query) => query.where('phone_drive.drive_id', '=', driveId ?? ''))
    .orderBy(sql`case state when 'open' then 0 when 'planned' then 1 else 2 end`)
    .orderBy(sql`staff_id is null`)
    .orderBy('created_at', 'desc')
    .execute();
  const mine = unitsOf(actor);
  const reaches = (units: readonly string[] | null) =>
    units === null || mine === 'all' || mine.length === 0 || units.some((unit) => mine.includes(unit));
  const row = rows.find(({ units }) => reaches(units)) ?? rows[0];
  return row && headOf(row);
}

interface DriveRow {
  readonly drive_id: string;
  readonly state: string;
  readonly opens_at: number;
  readonly closes_at: number;
  readonly report_on: string;
  readonly goal: number;
  readonly units: readonly string[] | null;
}

function headOf(row: DriveRow): DriveHead {
  const closesOn = dayOf(instant(row.closes_at));
  return {
    driveId: row.drive_id,
    // `as`: the machine's states, put there by its projection.
    state: row.state as DriveState,
    opensOn: dayOf(instant(row.opens_at)),
    closesOn,
    reportOn: parseDay(row.report_on) ?? closesOn,
    goal: row.goal,
    units: row.units?.map(unitId),
  };
}

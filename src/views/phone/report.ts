import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { staffId } from '#domain/ids.ts';
import type { PhoneReport } from '../answers/phone.ts';
import type { Asking } from '../ports.ts';
import { reachOf, within } from '../reach.ts';
import { namesOf } from '../staff-names.ts';
import { unitsOfCounty } from '../units.ts';
import { every, ofRun } from '../youth-filter.ts';
import { driveFor } from './drive-head.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly driveId?: string | undefined;
}
interface Left {
  readonly unit_id: string | null;
  readonly caseworker_id: string | null;
  readonly otuk: number;
}

/** OTUK left per unit and adviser: as it was when the drive closed, else as it is now. Counted, never typed. */
export async function phoneReport(asking: Asking, ask: Ask): Promise<PhoneReport> {
  const { db } = asking;
  const drive = await driveFor(db, ask);
  const frozen = drive?.state === 'closed' ? await asItWas(asking, ask, drive.driveId) : undefined;
  const left = frozen?.rows ?? (await asItIs(asking, ask));
  const units = await unitsOfCounty(db);
  const nameOf = await namesOf(
    db,
    left.map(({ caseworker_id }) => caseworker_id),
  );
  const rows = left
    .filter(
      ({ unit_id }) => drive?.units === undefined || (unit_id !== null && drive.units.some((id) => id === unit_id)),
    )
    .map((row) => {
      const unit = units.find(({ id }) => id === row.unit_id);
      const name = nameOf(row.caseworker_id);
      return {
        unit: unit && { id: unit.id, name: unit.name },
        caseworker: row.caseworker_id === null ? undefined : { id: staffId(row.caseworker_id), name: name ?? '' },
        otuk: row.otuk,
      };
    });
  const order = (row: (typeof rows)[number]) => units.findIndex(({ id }) => id === row.unit?.id);
  return {
    today: ask.today,
    drive,
    frozenAt: frozen?.at,
    rows: rows.toSorted((a, b) => order(a) - order(b) || b.otuk - a.otuk),
    total: rows.reduce((sum, { otuk }) => sum + otuk, 0),
  };
}

const asItIs = ({ db, ports }: Asking, { actor, runId }: Ask): Promise<readonly Left[]> =>
  db
    .selectFrom('youth_case')
    .select((where) => ['unit_id', 'caseworker_id', where.fn.countAll<number>().as('otuk')])
    .where(every([ofRun(runId), within(reachOf(actor)), ports.isCounted('otuk')]))
    .groupBy(['unit_id', 'caseworker_id'])
    .execute();

/** Of the cases that were counted then, those the reader's numbers count. */
async function asItWas({ db }: Asking, { actor, runId }: Ask, driveId: string) {
  const rows = await db
    .selectFrom('phone_report')
    .select(['unit_id', 'caseworker_id', 'cases', 'frozen_at'])
    .where('drive_id', '=', driveId)
    .execute();
  if (rows[0] === undefined) return undefined;
  const seen = await db
    .selectFrom('youth_case')
    .select('case_id')
    .where(every([ofRun(runId), within(reachOf(actor))]))
    .execute();
  const visible = new Set(seen.map(({ case_id }) => case_id));
  return {
    at: rows[0].frozen_at,
    rows: rows
      .map((row) => ({ ...row, otuk: row.cases.filter((id) => visible.has(id)).length }))
      .filter(({ otuk }) => otuk > 0),
  };
}

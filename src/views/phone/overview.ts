import { type RawBuilder, sql } from 'kysely';
import { type Actor, seesYouths } from '#domain/access/actor.ts';
import { mayRunDrive, mayRunSomeDrive } from '#domain/access/phone.ts';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { staffId, type UnitId, unitId } from '#domain/ids.ts';
import { driveDates } from '#domain/phone/window.ts';
import type { Role } from '#domain/plan/role.ts';
import type { CallerRow, DriveHead, PhoneOverview, PhoneUnit } from '../answers/phone.ts';
import type { PlanBook } from '../plan-in-force.ts';
import type { Asking } from '../ports.ts';
import { hiddenFrom, reachOf, within } from '../reach.ts';
import { holdersOf } from '../staff-names.ts';
import { unitsOfCounty } from '../units.ts';
import { every, ofRun } from '../youth-filter.ts';
import { driveFor } from './drive-head.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly driveId?: string | undefined;
}
const callingRoles: readonly Role[] = ['adviser', 'office_staff', 'super_user'];

/** OTUK per unit with how the drive goes there, and who rings: what a super user shares out by. */
export async function phoneOverview(asking: Asking, plans: PlanBook, ask: Ask): Promise<PhoneOverview> {
  const { db, ports } = asking;
  const { actor, runId, today } = ask;
  const drive = await driveFor(db, ask);
  const { now } = await ports.runs.clock(runId);
  const plan = (await plans.inForce(runId))?.plan;
  const planned = plan && driveDates(plan, today);
  const units = (await unitsOfCounty(db)).map(({ id, name }) => ({ id, name }));
  const callers = drive ? await callerRows(asking, drive.driveId, units, now) : [];
  const ringing = new Set(callers.filter(({ rings }) => rings).map(({ caller }) => String(caller.id)));
  return {
    today,
    drive,
    planned: planned && { opensOn: planned.opensOn, closesOn: planned.closesOn },
    units: await unitRows(asking, ask, drive, units, callers),
    callers,
    others: (await couldRing(asking, runId)).filter(({ id }) => !ringing.has(id)),
    unshared: drive ? await unsharedIn(asking, drive.driveId) : 0,
    mayRun: drive ? mayRunDrive(actor, drive.units ?? null) : mayRunSomeDrive(actor),
  };
}

type Units = readonly { readonly id: UnitId; readonly name: string }[];

async function unitRows(
  asking: Asking,
  ask: Ask,
  drive: DriveHead | undefined,
  units: Units,
  callers: readonly CallerRow[],
): Promise<readonly PhoneUnit[]> {
  const rows = await casesPer(asking, ask, drive?.driveId ?? '');
  const hidden = await hiddenPer(asking, ask);
  const ringsFor = (name: string) =>
    callers.filter((row) => row.rings && (row.units === undefined || row.units.includes(name))).length;
  return units.flatMap((unit) => {
    const row = rows.find(({ unit_id }) => unit_id === unit.id);
    if (!row || (drive?.units !== undefined && !drive.units.includes(unit.id))) return [];
    const { unit_id: _, needsNumber, triedOut, ...counts } = row;
    return [
      {
        unit,
        ...counts,
        hidden: hidden.find(({ unit_id }) => unit_id === unit.id)?.n ?? 0,
        out: { 'needs-number': needsNumber, 'tried-out': triedOut },
        callers: ringsFor(unit.name),
      },
    ];
  });
}

const casesPer = ({ db }: Asking, { actor, runId }: Ask, driveId: string) =>
  db
    .selectFrom('youth_case')
    .leftJoin('phone_card', (join) =>
      join.onRef('phone_card.case_id', '=', 'youth_case.case_id').on('phone_card.drive_id', '=', driveId),
    )
    .select((where) => {
      const count = (rule: RawBuilder<boolean>) => where.fn.countAll<number>().filterWhere(rule);
      const card = (rule: RawBuilder<boolean>) => count(sql<boolean>`status_code = 'OTUK' and ${rule}`);
      return [
        'unit_id',
        where.fn.countAll<number>().as('registered'),
        count(sql`status_code = 'OTUK'`).as('otuk'),
        card(sql`not has_mobile and not is_protected`).as('noMobile'),
        card(sql`phone_card.state = 'open'`).as('toRing'),
        card(sql`phone_card.state = 'settled'`).as('reached'),
        card(sql`phone_card.why = 'needs-number'`).as('needsNumber'),
        card(sql`phone_card.why = 'tried-out'`).as('triedOut'),
      ];
    })
    // `as`: the rules ask columns of the case only, and the card has none of the same name.
    .where((where) => every([ofRun(runId), within(reachOf(actor))])(where as never))
    .groupBy('unit_id')
    .execute();

const hiddenPer = ({ db, ports }: Asking, { actor, runId }: Ask) =>
  db
    .selectFrom('youth_case')
    .select((where) => ['unit_id', where.fn.countAll<number>().as('n')])
    .where(every([ofRun(runId), hiddenFrom(reachOf(actor)), ports.isCounted('otuk')]))
    .groupBy('unit_id')
    .execute();

async function callerRows({ db }: Asking, driveId: string, units: Units, now: number): Promise<readonly CallerRow[]> {
  const midnight = dayOf(instant(now));
  const found = await sql<{
    staff_id: string;
    name: string;
    share: number;
    units: readonly string[] | null;
    rings: boolean;
    pile: number;
    holds: boolean;
    calls: number;
    reached: number;
    last_calls: readonly number[] | null;
  }>`
    select caller.staff_id, staff.name, caller.share, caller.units, caller.rings, coalesce(cards.pile, 0) as pile,
      coalesce(cards.holds, false) as holds, coalesce(calls.calls, 0) as calls, coalesce(calls.reached, 0) as reached, calls.last_calls
    from phone_caller caller join staff on staff.staff_id = caller.staff_id
    left join (select kept_for, count(*) as pile, bool_or(held_by = kept_for and held_until > ${now}) as holds
      from phone_card card join youth_case youth on youth.case_id = card.case_id
      where card.drive_id = ${driveId} and state = 'open' and status_code = 'OTUK' group by kept_for) cards on cards.kept_for = caller.staff_id
    left join (select caller_id, count(*) as calls, count(*) filter (where outcome = 'reached') as reached,
        jsonb_agg(at) filter (where at > ${now - 86_400_000}) as last_calls
      from phone_call where drive_id = ${driveId} and withdrawn_at is null group by caller_id) calls on calls.caller_id = caller.staff_id
    where caller.drive_id = ${driveId} and (caller.rings or calls.calls > 0) order by staff.name`.execute(db);
  return found.rows.map((row) => ({
    caller: { id: staffId(row.staff_id), name: row.name },
    units: row.units?.map((id) => units.find((unit) => unit.id === id)?.name ?? id),
    share: row.share,
    rings: row.rings,
    pile: row.pile,
    holdsOne: row.holds,
    callsToday: (row.last_calls ?? []).filter((at) => dayOf(instant(at)) === midnight).length,
    calls: row.calls,
    reached: row.reached,
  }));
}

/** Everybody who may ring, with the units they see; undefined where that is all. */
async function couldRing({ db }: Asking, runId: string): Promise<PhoneOverview['others']> {
  const holders = await holdersOf(db, runId, callingRoles);
  const ids = [...new Set(holders.map((holder) => holder.staffId))];
  return ids.map((id) => {
    const grants = holders.filter((holder) => holder.staffId === id && seesYouths.some((role) => role === holder.role));
    const all = grants.some((grant) => grant.unitId === null);
    const units = [...new Set(grants.flatMap((grant) => (grant.unitId === null ? [] : [unitId(grant.unitId)])))];
    return { id, name: grants[0]?.name ?? '', units: all ? undefined : units };
  });
}

async function unsharedIn({ db }: Asking, driveId: string): Promise<number> {
  const row = await db
    .selectFrom('phone_card')
    .innerJoin('youth_case', 'youth_case.case_id', 'phone_card.case_id')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where('drive_id', '=', driveId)
    .where('state', '=', 'open')
    .where('kept_for', 'is', null)
    .where('tries', '=', 0)
    .where('status_code', '=', 'OTUK')
    .executeTakeFirst();
  return row?.n ?? 0;
}

import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayCode, maySeeYouth } from '#domain/access/may.ts';
import { mayRunDrive, mayRunSomeDrive } from '#domain/access/phone.ts';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { caseId } from '#domain/ids.ts';
import type { CallOutcome } from '#domain/phone/outcome.ts';
import type { DriveHead, PhonePlace } from '../answers/phone.ts';
import type { Asking } from '../ports.ts';
import { reachOf, within } from '../reach.ts';
import { every, ofRun } from '../youth-filter.ts';
import { phoneCard } from './card.ts';
import { driveFor } from './drive-head.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly driveId?: string | undefined;
}

/** The card that is before the caller, how far they and the drive have come, and the call they may undo. Claims nothing. */
export async function phonePlace(asking: Asking, ask: Ask): Promise<PhonePlace> {
  const { db, ports } = asking;
  const { actor, runId, today } = ask;
  const drive = await driveFor(db, ask);
  const { now } = await ports.runs.clock(runId);
  const mayRun = drive ? mayRunDrive(actor, drive.units ?? null) : mayRunSomeDrive(actor);
  if (!drive) return { ...nothing, drive, mayRun };
  const numbers = await countsFor(asking, ask, drive, now);
  const last = await lastCall(asking, ask, drive);
  const card =
    drive.state === 'open' && numbers.held !== undefined
      ? await phoneCard(asking, { actor, runId, today, driveId: drive.driveId, id: numbers.held })
      : undefined;
  const { held: _, rings, nextAt, ...progress } = numbers;
  return { drive, mayRun, rings, card, nextAt, progress, last };
}

const nothing: Omit<PhonePlace, 'drive' | 'mayRun'> = {
  rings: false,
  card: undefined,
  nextAt: undefined,
  progress: { callsToday: 0, pile: 0, anybodys: 0, settled: 0, cards: 0 },
  last: undefined,
};

async function countsFor({ db }: Asking, { actor, runId }: Ask, { driveId }: DriveHead, now: number) {
  const me = actor.staffId;
  const reached = db
    .selectFrom('youth_case')
    .select('case_id')
    .where(every([ofRun(runId), within(reachOf(actor))]));
  const found = await sql<{
    held: string | null;
    pile: number;
    anybodys: number;
    settled: number;
    cards: number;
    next_at: number | null;
    rings: boolean;
    calls: readonly number[] | null;
  }>`
    select
      (select case_id from phone_card where drive_id = ${driveId} and held_by = ${me} and held_until > ${now} and state = 'open'
        order by held_at desc limit 1) as held,
      count(*) filter (where card.state = 'open' and status_code = 'OTUK' and kept_for = ${me}) as pile,
      count(*) filter (where card.state = 'open' and status_code = 'OTUK' and kept_for is null and available_at <= ${now}
        and (held_by is null or held_until <= ${now}) and card.case_id in ${reached}) as anybodys,
      count(*) filter (where card.state <> 'open' or status_code is distinct from 'OTUK') as settled,
      count(*) as cards,
      min(card.available_at) filter (where card.state = 'open' and status_code = 'OTUK' and available_at > ${now}
        and (kept_for = ${me} or (kept_for is null and card.case_id in ${reached}))) as next_at,
      exists (select 1 from phone_caller where drive_id = ${driveId} and staff_id = ${me} and phone_caller.rings) as rings,
      (select jsonb_agg(at) from phone_call where drive_id = ${driveId} and caller_id = ${me} and withdrawn_at is null
        and at > ${now - 86_400_000}) as calls
    from phone_card card join youth_case youth on youth.case_id = card.case_id where card.drive_id = ${driveId}`.execute(
    db,
  );
  const [row] = found.rows;
  const today = dayOf(instant(now));
  return {
    held: row?.held ?? undefined,
    rings: row?.rings ?? false,
    nextAt: row?.next_at ?? undefined,
    callsToday: (row?.calls ?? []).filter((at) => dayOf(instant(at)) === today).length,
    pile: row?.pile ?? 0,
    anybodys: row?.anybodys ?? 0,
    settled: row?.settled ?? 0,
    cards: row?.cards ?? 0,
  };
}

async function lastCall({ db }: Asking, { actor }: Ask, { driveId }: DriveHead): Promise<PhonePlace['last']> {
  const row = await db
    .selectFrom('phone_call')
    .innerJoin('youth_case', 'youth_case.case_id', 'phone_call.case_id')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select(['phone_call.case_id', 'person.name', 'outcome', 'says', 'unit_id', 'caseworker_id', 'is_protected'])
    .where('drive_id', '=', driveId)
    .where('caller_id', '=', actor.staffId)
    .where('withdrawn_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const guarded = row && { unitId: row.unit_id, caseworkerId: row.caseworker_id, isProtected: row.is_protected };
  // Somebody may have been protected, or moved to another unit, since they were rung.
  if (!row || !guarded || !maySeeYouth(actor, guarded)) return undefined;
  return {
    caseId: caseId(row.case_id),
    name: row.name,
    // `as`: only a call's own step writes this column.
    outcome: row.outcome as CallOutcome,
    says: row.says ?? undefined,
    mayCode: mayCode(actor, guarded),
  };
}

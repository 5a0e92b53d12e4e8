import { type RawBuilder, sql } from 'kysely';
import { heldFor } from '#domain/phone/call-rules.ts';
import type { Claim } from '#ports/phone-drives.ts';
import type { Database } from '../open.ts';

/**
 * The caller's card. One that they hold stays theirs. Else the next of their own, agreed times that have come first, then one that is anybody's; each is
 * taken in one statement that locks its row and steps over rows others are taking in the same moment, so that nobody waits for anybody.
 */
export async function claimCard(db: Database, claim: Claim): Promise<string | undefined> {
  const { driveId, staffId, now } = claim;
  const mine = await sql<{ case_id: string }>`
    select case_id from phone_card
    where drive_id = ${driveId} and held_by = ${staffId} and held_until > ${now} and state = 'open'
    order by held_at desc limit 1`.execute(db);
  if (mine.rows[0]) return mine.rows[0].case_id;
  const own = sql`card.kept_for = ${staffId}`;
  const anybodys = sql`card.kept_for is null and exists (
    select 1 from phone_caller caller where caller.drive_id = ${driveId} and caller.staff_id = ${staffId} and caller.rings
      and (caller.units is null or caller.units ? youth.unit_id))`;
  return (await takeFirst(db, claim, own)) ?? takeFirst(db, claim, anybodys);
}

async function takeFirst(db: Database, claim: Claim, whose: RawBuilder<unknown>): Promise<string | undefined> {
  const { driveId, staffId, now } = claim;
  const taken = await sql<{ case_id: string }>`
    update phone_card set held_by = ${staffId}, held_at = ${now}, held_until = ${now + heldFor}
    where drive_id = ${driveId} and case_id = (
      select card.case_id from phone_card card join youth_case youth on youth.case_id = card.case_id
      where card.drive_id = ${driveId} and card.state = 'open' and ${whose} and card.available_at <= ${now}
        and (card.held_by is null or card.held_until <= ${now})
        and youth.status_code = 'OTUK' and not youth.is_protected and ${seenBy(claim)}
      order by card.call_back desc, card.tries, card.place limit 1 for update of card skip locked)
    returning case_id`.execute(db);
  return taken.rows[0]?.case_id;
}

/** While the outcome is written nobody else can be given the card, also where the caller's own time with it has run out. */
export async function holdCard(
  db: Database,
  { driveId, staffId, caseId, now }: Claim & { readonly caseId: string },
): Promise<boolean | undefined> {
  const found = await sql<{ held_by: string }>`
    update phone_card set held_by = case when ${isFree(staffId, now)} then ${staffId} else held_by end,
      held_at = case when ${isFree(staffId, now)} then coalesce(held_at, ${now}::bigint) else held_at end,
      held_until = case when ${isFree(staffId, now)} then ${now + heldFor}::bigint else held_until end
    where drive_id = ${driveId} and case_id = ${caseId} returning held_by`.execute(db);
  const [row] = found.rows;
  return row && row.held_by === staffId;
}

const isFree = (staffId: string, now: number): RawBuilder<boolean> =>
  sql<boolean>`(held_by is null or held_by = ${staffId} or held_until <= ${now})`;

/** By hand: a youth who rings back, or one who is on no card. */
export async function takeCard(db: Database, claim: Claim & { readonly caseId: string }): Promise<boolean> {
  const { driveId, staffId, caseId, now } = claim;
  await sql`
    insert into phone_card (drive_id, case_id, place, state, kept_for, available_at)
    values (${driveId}, ${caseId}, 0, 'open', ${staffId}, ${now}) on conflict do nothing`.execute(db);
  const taken = await sql`
    update phone_card set held_by = ${staffId}, held_at = ${now}, held_until = ${now + heldFor}, state = 'open'
    where drive_id = ${driveId} and case_id = ${caseId} and ${isFree(staffId, now)} returning case_id`.execute(db);
  return taken.rows.length > 0;
}

export async function letGo(
  db: Database,
  {
    driveId,
    staffId,
    now,
    skipFor,
    caseId,
  }: Pick<Claim, 'driveId' | 'staffId' | 'now'> & { readonly skipFor?: number; readonly caseId?: string },
): Promise<number> {
  const again = skipFor === undefined ? sql`` : sql`, available_at = ${now + skipFor}, kept_for = ${staffId}`;
  const named = caseId === undefined ? sql`` : sql`and case_id = ${caseId}`;
  const gone = await sql`
    update phone_card set held_by = null, held_at = null, held_until = null ${again}
    where drive_id = ${driveId} and held_by = ${staffId} ${named} returning case_id`.execute(db);
  return gone.rows.length;
}

/** Done for the day: what is not rung is anybody's; a time that was agreed stays with the one who agreed it. */
export async function releaseCards(db: Database, claim: Pick<Claim, 'driveId' | 'staffId' | 'now'>): Promise<number> {
  await letGo(db, claim);
  const gone = await sql`
    update phone_card set kept_for = null
    where drive_id = ${claim.driveId} and kept_for = ${claim.staffId} and state = 'open' and not call_back
      and (held_by is null or held_until <= ${claim.now})
    returning case_id`.execute(db);
  return gone.rows.length;
}

/** What the caller may see: their units, and their own youths anywhere. */
const seenBy = ({ staffId, units }: Claim): RawBuilder<boolean> =>
  units === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`(youth.caseworker_id = ${staffId}
        or youth.unit_id in (select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb)))`;

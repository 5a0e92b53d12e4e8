import { sql, type Transaction } from 'kysely';
import { type Caller, splitCards } from '#domain/phone/split.ts';
import type { Deal, PhoneDrives } from '#ports/phone-drives.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';

/** Thrown to leave a transaction with nothing done: a trial shows what would be. */
class OnlyTried extends Error {
  readonly deal: Deal;
  constructor(deal: Deal) {
    super('only tried');
    this.deal = deal;
  }
}

/** Makes cards for those who are OTUK now, takes them from those who no longer ring, and shares out what nobody has. */
export async function dealCards(db: Database, wish: Parameters<PhoneDrives['deal']>[0]): Promise<Deal> {
  try {
    return await db.transaction().execute(async (tx) => {
      const deal = await dealIn(tx, wish);
      if (wish.dryRun) throw new OnlyTried(deal);
      return deal;
    });
  } catch (cause) {
    if (cause instanceof OnlyTried) return cause.deal;
    throw cause;
  }
}

async function dealIn(
  tx: Transaction<Tables>,
  { driveId, how, at }: Parameters<PhoneDrives['deal']>[0],
): Promise<Deal> {
  const drive = await tx
    .selectFrom('phone_drive')
    .select(['run_id', 'units'])
    .where('drive_id', '=', driveId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const fresh = await addCards(tx, driveId, drive.run_id, drive.units, at);
  await takeFromThoseWhoLeft(tx, driveId);
  if (how === 'all')
    await sql`update phone_card set kept_for = null where drive_id = ${driveId} and state = 'open' and not call_back
      and (held_by is null or held_until <= ${at})`.execute(tx);
  const cards = await unsharedCards(tx, driveId, at);
  const { given, left } = splitCards(cards, await callersOf(tx, driveId));
  const rows = JSON.stringify([...given].map(([caseId, staffId]) => ({ case_id: caseId, staff_id: staffId })));
  await sql`update phone_card set kept_for = shared.staff_id
    from jsonb_to_recordset(${rows}::jsonb) as shared (case_id text, staff_id text)
    where drive_id = ${driveId} and phone_card.case_id = shared.case_id`.execute(tx);
  return { fresh, given: given.size, left: left.length };
}

/** Never somebody protected: their own caseworker rings them by hand. */
async function addCards(
  tx: Transaction<Tables>,
  driveId: string,
  runId: string,
  units: readonly string[] | null,
  at: number,
): Promise<number> {
  const inUnits =
    units === null
      ? sql`true`
      : sql`youth.unit_id in (select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb))`;
  const added = await sql`
    insert into phone_card (drive_id, case_id, place, state, available_at)
    select ${driveId}, youth.case_id,
      (select coalesce(max(place), 0) from phone_card where drive_id = ${driveId})
        + row_number() over (order by youth.attempts, youth.unit_id, youth.case_id), 'open', ${at}
    from youth_case youth
    where youth.run_id = ${runId} and youth.status_code = 'OTUK' and not youth.is_protected and ${inUnits}
      and not exists (select 1 from phone_card card where card.drive_id = ${driveId} and card.case_id = youth.case_id)
    returning case_id`.execute(tx);
  return added.rows.length;
}

const left = (driveId: string) => sql`(select staff_id from phone_caller where drive_id = ${driveId} and not rings)`;

const takeFromThoseWhoLeft = (tx: Transaction<Tables>, driveId: string) =>
  sql`update phone_card set kept_for = case when kept_for in ${left(driveId)} then null else kept_for end,
      held_by = case when held_by in ${left(driveId)} then null else held_by end
    where drive_id = ${driveId} and state = 'open'
      and (kept_for in ${left(driveId)} or held_by in ${left(driveId)})`.execute(tx);

/** Those that nobody has. One that was rung and is for whoever is free stays so. */
async function unsharedCards(tx: Transaction<Tables>, driveId: string, at: number) {
  const found = await sql<{
    case_id: string;
    unit_id: string | null;
    caseworker_id: string | null;
    language: string | null;
  }>`
    select card.case_id, youth.unit_id, youth.caseworker_id, person.record->>'languageForm' as language
    from phone_card card join youth_case youth on youth.case_id = card.case_id join person on person.person_id = youth.person_id
    where card.drive_id = ${driveId} and card.state = 'open' and card.kept_for is null and youth.status_code = 'OTUK'
      and (card.tries = 0 or card.last_by in ${left(driveId)})
      and (card.held_by is null or card.held_until <= ${at})
    order by card.place`.execute(tx);
  return found.rows.map((row) => ({
    caseId: row.case_id,
    unitId: row.unit_id,
    caseworkerId: row.caseworker_id,
    language: row.language,
  }));
}

/** With the units they ring for; never one whose youths they may not see. */
async function callersOf(tx: Transaction<Tables>, driveId: string): Promise<readonly Caller[]> {
  const found = await sql<{
    staff_id: string;
    share: number;
    units: readonly string[] | null;
    sees: readonly string[] | null;
    language: string;
    load: number;
  }>`
    select caller.staff_id, caller.share, caller.units, staff.language,
      (select case when bool_or(unit_id is null or role in ('system_owner', 'review_group')) then null
          else coalesce(jsonb_agg(distinct unit_id), '[]') end
        from staff_role where staff_role.staff_id = caller.staff_id and (run_id is null or run_id = drive.run_id)
          and role in ('adviser', 'office_staff', 'super_user', 'system_owner', 'review_group')) as sees,
      (select count(*) from phone_card card join youth_case youth on youth.case_id = card.case_id
        where card.drive_id = ${driveId} and card.kept_for = caller.staff_id and card.state = 'open'
          and youth.status_code = 'OTUK') as load
    from phone_caller caller join staff on staff.staff_id = caller.staff_id
      join phone_drive drive on drive.drive_id = caller.drive_id
    where caller.drive_id = ${driveId} and caller.rings order by caller.staff_id`.execute(tx);
  return found.rows.map(({ staff_id, units, sees, ...row }) => ({
    ...row,
    staffId: staff_id,
    units: units === null || sees === null ? (units ?? sees) : units.filter((unit) => sees.includes(unit)),
  }));
}

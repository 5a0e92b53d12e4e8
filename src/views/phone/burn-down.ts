import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { addDays, daysBetween } from '#domain/calendar/arithmetic.ts';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { burnDown, type DayCount, outlooks } from '#domain/forecast/burn-down.ts';
import { driveDates } from '#domain/phone/window.ts';
import type { PhoneBurnDown, UnitBurnDown } from '../answers/phone.ts';
import type { PlanBook } from '../plan-in-force.ts';
import type { Asking } from '../ports.ts';
import { reachOf, within } from '../reach.ts';
import { unitsOfCounty } from '../units.ts';
import { every, ofRun } from '../youth-filter.ts';
import { driveFor } from './drive-head.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly driveId?: string | undefined;
}
/** Where a county has set no goal: the share in the pictures of the plan. */
const usualGoal = 8;
/** So long before the drive opens the line begins. */
const before = 21;
const hour = 3_600_000;

/** OTUK per unit day by day from the journal, the pace that is needed, and how it will go. Undefined where nobody is registered. */
export async function phoneBurnDown(asking: Asking, plans: PlanBook, ask: Ask): Promise<PhoneBurnDown | undefined> {
  const { db } = asking;
  const { runId, today } = ask;
  const drive = await driveFor(db, ask);
  const inForce = await plans.inForce(runId);
  const planned = inForce && driveDates(inForce.plan, today);
  const opensOn = drive?.opensOn ?? planned?.opensOn;
  const reportOn = drive?.reportOn ?? planned?.reportOn ?? today;
  const goal = drive?.goal ?? usualGoal;
  const from = firstDay(opensOn, today);
  const registered = await registeredPer(asking, ask, drive?.units);
  const total = [...registered.values()].reduce((sum, n) => sum + n, 0);
  if (total === 0) return undefined;
  const moves = await movesPer(asking, ask);
  const counted = (unitIds: readonly (string | null)[]): readonly DayCount[] =>
    countsFrom(
      moves.filter((move) => unitIds.includes(move.unitId)),
      from,
      today,
    );
  const units = await unitsOfCounty(db);
  const seen = [...registered.keys()];
  const one = (n: number, days: readonly DayCount[], unit: UnitBurnDown['unit']): UnitBurnDown => ({
    unit,
    registered: n,
    days,
    burnDown: burnDown(days, Math.floor((n * goal) / 100), reportOn),
  });
  const perUnit = units.flatMap(({ id, name }) => {
    const n = registered.get(id) ?? 0;
    return n === 0 ? [] : [one(n, counted([id]), { id, name })];
  });
  return {
    today,
    reportOn,
    goal,
    opensOn,
    ofUnits: drive?.units?.length,
    whole: one(total, counted(seen), undefined),
    units: perUnit.toSorted((a, b) => farness(b) - farness(a)),
  };
}

/** Short of the goal first; of two alike the one that misses it by more of its youths. */
const farness = ({ burnDown: { outlook, end, goal }, registered }: UnitBurnDown): number =>
  outlooks.indexOf(outlook) * 10 + (end.left - goal) / registered;

function firstDay(opensOn: Day | undefined, today: Day): Day {
  const anchor = opensOn !== undefined && opensOn < today ? opensOn : today;
  return addDays(anchor, -before);
}

async function registeredPer(
  { db }: Asking,
  { actor, runId }: Ask,
  units: readonly string[] | undefined,
): Promise<ReadonlyMap<string | null, number>> {
  const rows = await db
    .selectFrom('youth_case')
    .select((where) => ['unit_id', where.fn.countAll<number>().as('n')])
    .where(every([ofRun(runId), within(reachOf(actor))]))
    .groupBy('unit_id')
    .execute();
  const shown = rows.filter(({ unit_id }) => units === undefined || (unit_id !== null && units.includes(unit_id)));
  return new Map(shown.map(({ unit_id, n }) => [unit_id, n]));
}

interface Move {
  readonly unitId: string | null;
  /** Whole hours since 1970: Norway's clock differs from UTC by whole hours, so a day is told from it. */
  readonly hour: number;
  readonly by: number;
}

/**
 * Every time a code made somebody OTUK (+1) or made them something else (−1), as it was recorded. A youth counts where they belong now: one who has moved
 * between units is no progress for either. The sum of all is the number of the list today.
 */
async function movesPer({ db }: Asking, { actor, runId }: Ask): Promise<readonly Move[]> {
  const cases = db
    .selectFrom('youth_case')
    .select(['case_id', 'unit_id'])
    .where(every([ofRun(runId), within(reachOf(actor))]));
  const found = await sql<{ unit_id: string | null; hour: number; by: number }>`
    with codings as (
      select subject, sequence, recorded_at,
        coalesce(case event_type when 'status.set' then event->>'to' else event->'restore'->>'status' end, '') = 'OTUK' as is_otuk
      from journal where run_id = ${runId} and event_type in ('status.set', 'status.takenBack')),
    turns as (
      select subject, recorded_at, is_otuk::int - coalesce(lag(is_otuk::int) over (partition by subject order by sequence), 0) as turn
      from codings)
    select cases.unit_id, recorded_at / ${hour} as hour, sum(turn)::int as by
    from turns join (${cases}) cases on turns.subject = 'youth/' || cases.case_id
    where turn <> 0 group by 1, 2`.execute(db);
  return found.rows.map((row) => ({ unitId: row.unit_id, hour: row.hour, by: row.by }));
}

function countsFrom(moves: readonly Move[], from: Day, today: Day): readonly DayCount[] {
  const byDay = new Map<Day, number>();
  for (const move of moves) {
    const on = dayOf(instant(move.hour * hour));
    const shown = on < from ? from : on > today ? today : on;
    byDay.set(shown, (byDay.get(shown) ?? 0) + move.by);
  }
  let left = 0;
  return Array.from({ length: daysBetween(from, today) + 1 }, (_, index) => {
    const on = addDays(from, index);
    left += byDay.get(on) ?? 0;
    return { on, left };
  });
}

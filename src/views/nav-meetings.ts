import { sql } from 'kysely';
import { type Actor, unitsOf } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Runner } from '#domain/coding/situation.ts';
import type { NavFinding, NavParticipant } from '#domain/nav-meeting/finding.ts';
import { among } from './among.ts';
import type { AreaChoice, MeetingShown, NavEntryShown } from './answers/nav.ts';
import { inTextOrder } from './norwegian-order.ts';
import type { Asking } from './ports.ts';
import { namesOf } from './staff-names.ts';
import { unitsOfCounty } from './units.ts';

/** The units somebody meets NAV over, and the municipalities whose youths they see. */
export async function areasFor({ db }: Asking, actor: Actor, runId: string): Promise<readonly AreaChoice[]> {
  const mine = unitsOf(actor);
  const units = (await unitsOfCounty(db)).filter(({ id }) => mine === 'all' || mine.includes(id));
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select([
      sql<string>`record ->> 'municipalityNumber'`.as('number'),
      sql<string | null>`max(record ->> 'municipalityName')`.as('name'),
    ])
    .where('run_id', '=', runId)
    .where('status_code', '=', 'OTUK')
    .where(sql<boolean>`record ->> 'municipalityNumber' is not null`)
    .$if(mine !== 'all', (query) => query.where('unit_id', 'in', among(mine === 'all' ? [] : mine)))
    .groupBy(sql`record ->> 'municipalityNumber'`)
    .execute();
  const places = rows.map(({ number, name }) => ({ kind: 'municipality' as const, id: number, name: name ?? number }));
  return [
    ...units.map(({ id, name }) => ({ kind: 'unit' as const, id, name })),
    ...inTextOrder(places, ({ name }) => name),
  ];
}

/** Meetings over those areas, the newest first. */
export async function meetingsOf(
  { db }: Asking,
  runId: string,
  areas: readonly AreaChoice[],
): Promise<readonly MeetingShown[]> {
  const rows = await db
    .selectFrom('nav_meeting')
    .select((where) => [
      'meeting_id',
      'area_kind',
      'area',
      'on_day',
      'took_part',
      'by_staff',
      where
        .selectFrom('nav_entry')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('nav_entry.meeting_id', '=', 'nav_meeting.meeting_id')
        .as('entries'),
    ])
    .where('run_id', '=', runId)
    .orderBy('on_day', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  const nameOf = await namesOf(
    db,
    rows.map(({ by_staff }) => by_staff),
  );
  return rows.flatMap((row) => {
    const area = areas.find(({ kind, id }) => kind === row.area_kind && id === row.area);
    if (!area) return [];
    return {
      meetingId: row.meeting_id,
      area,
      // `as`, also below: only the desk writes these, from the domain's own words.
      on: row.on_day as Day,
      tookPart: row.took_part as readonly NavParticipant[],
      by: nameOf(row.by_staff),
      entries: row.entries ?? 0,
    };
  });
}

/** The newest word on each youth from this year's meetings. */
export async function entriesOf(
  { db }: Asking,
  runId: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, NavEntryShown>> {
  if (cases.length === 0) return new Map();
  const rows = await db
    .selectFrom('nav_entry')
    .innerJoin('nav_meeting', 'nav_meeting.meeting_id', 'nav_entry.meeting_id')
    .select(['case_id', 'nav_entry.meeting_id', 'on_day', 'found', 'run_by', 'changed', 'nav_entry.by_staff'])
    .where('run_id', '=', runId)
    .where('case_id', 'in', among(cases))
    .orderBy('on_day')
    .orderBy('nav_entry.recorded_at')
    .execute();
  const nameOf = await namesOf(
    db,
    rows.map(({ by_staff }) => by_staff),
  );
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        meetingId: row.meeting_id,
        on: row.on_day as Day,
        found: row.found as NavFinding,
        runBy: row.run_by as readonly Runner[],
        changed: row.changed,
        by: nameOf(row.by_staff),
      },
    ]),
  );
}

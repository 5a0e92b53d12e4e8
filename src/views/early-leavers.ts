import { sql } from 'kysely';
import { type Actor, unitsOf } from '#domain/access/actor.ts';
import { daysBetween } from '#domain/calendar/arithmetic.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { type LeavingGap, leavingGaps } from '#domain/youth/leaving.ts';
import type { EarlyLeaversAnswer, LeaverFilter, LeaverRow } from './answers/early-leavers.ts';
import { casesWhere } from './cases-where.ts';
import type { Asking, CaseRule, Tabled } from './ports.ts';
import { hiddenFrom, namedFor, reachOf } from './reach.ts';
import { unitsOfCounty } from './units.ts';
import { ofRun, openCase } from './youth-filter.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly filter: LeaverFilter;
}
const pageSize = 50;
const shownGaps = ['any', ...leavingGaps, 'none'] as const;

/** Early leavers, all year: what the school owes of each, the longest gap first. */
export async function earlyLeavers(asking: Asking, ask: Ask): Promise<EarlyLeaversAnswer> {
  const { db } = asking;
  const { actor, today, filter } = ask;
  const reach = reachOf(actor);
  const counts = await leaversAmong(db, [...rulesOf(ask), namedFor(actor)])
    .select((where) => [
      ...shownGaps.map((gap) => where.fn.countAll<number>().filterWhere(hasGap(gap)).as(gap)),
      where.fn.countAll<number>().filterWhere(hasGap(filter.gap)).as('total'),
    ])
    .executeTakeFirst();
  const hidden = await leaversAmong(db, [...rulesOf(ask), hiddenFrom(reach)])
    .select((where) => where.fn.countAll<number>().filterWhere(hasGap(filter.gap)).as('n'))
    .executeTakeFirst();
  const total = counts?.total ?? 0;
  const page = Math.min(Math.max(1, filter.page ?? 1), Math.max(1, Math.ceil(total / pageSize)));
  const mine = unitsOf(actor);
  return {
    today,
    filter,
    counts: shownGaps.map((gap) => ({ gap, n: counts?.[gap] ?? 0 })),
    units: (await unitsOfCounty(db)).flatMap(({ id, name }) =>
      mine === 'all' || mine.includes(id) ? [{ id, name }] : [],
    ),
    total,
    hidden: hidden?.n ?? 0,
    page,
    pageSize,
    rows: await rowsOf(db, ask, page),
  };
}

/** Those still with us: a youth who was sent back is no open work. */
const rulesOf = ({ runId, filter: { unit } }: Ask): readonly CaseRule[] => [
  ofRun(runId),
  openCase,
  ...(unit === undefined ? [] : [(where: Parameters<CaseRule>[0]) => where('unit_id', '=', unit)]),
];

const leaversAmong = (db: Tabled, rules: readonly CaseRule[]) =>
  db.selectFrom('leaving').where('leaving.case_id', 'in', casesWhere(db, rules));

function hasGap(gap: LeaverFilter['gap']) {
  if (gap === undefined) return sql<boolean>`true`;
  if (gap === 'any') return sql<boolean>`leaving.gaps <> '[]'::jsonb`;
  if (gap === 'none') return sql<boolean>`leaving.gaps = '[]'::jsonb`;
  return sql<boolean>`leaving.gaps @> ${JSON.stringify([gap])}::jsonb`;
}

async function rowsOf(db: Tabled, ask: Ask, page: number): Promise<readonly LeaverRow[]> {
  const rows = await leaversAmong(db, [...rulesOf(ask), namedFor(ask.actor)])
    .innerJoin('youth_case', 'youth_case.case_id', 'leaving.case_id')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select([
      'leaving.case_id',
      'person.name',
      'unit.name as unit',
      'is_protected',
      'left_on',
      'since',
      'gaps',
      'reminded_on',
      sql<string | null>`coalesce(leaving.school, youth_case.school)`.as('school'),
    ])
    .where(hasGap(ask.filter.gap))
    .orderBy(sql`leaving.gaps = '[]'::jsonb`)
    .orderBy(sql`coalesce(left_on, since)`)
    .orderBy('youth_case.sort_name')
    .orderBy('leaving.case_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return rows.map((row) => ({
    caseId: caseId(row.case_id),
    name: row.name,
    unit: row.unit ?? '',
    school: row.school ?? undefined,
    leftOn: parseDay(row.left_on ?? ''),
    // `as`: the row is written by `gapsOf`.
    gaps: row.gaps as readonly LeavingGap[],
    days: Math.max(0, daysBetween((row.left_on ?? row.since) as Day, ask.today)),
    remindedOn: parseDay(row.reminded_on ?? ''),
    protected: row.is_protected,
  }));
}

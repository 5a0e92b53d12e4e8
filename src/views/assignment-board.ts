import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayKeepRules, mayLead, mayLeadPerson, mayLeadUnit } from '#domain/access/may.ts';
import { holdsOn, isOver } from '#domain/assignment/absence.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { caseId, type StaffId, staffId, type UnitId } from '#domain/ids.ts';
import { absencesIn } from './absences.ts';
import { among } from './among.ts';
import type { BoardAnswer, BoardWorker, Load } from './answers/assignment.ts';
import type { Asking, CaseRule } from './ports.ts';
import { hiddenFrom, reachOf, within } from './reach.ts';
import { caseworkerRoles, choicesOf, holdersOf, type RoleHolder } from './staff-names.ts';
import { unitsOfCounty } from './units.ts';
import { every, ofRun } from './youth-filter.ts';
import { youthRows } from './youth-rows.ts';

const pageSize = 50;
/** A task counts as due so many days ahead. */
const soon = 7;

export interface BoardAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly unit: UnitId | undefined;
  /** Whose youths are listed; undefined: nobody's. */
  readonly from: StaffId | undefined;
  readonly page: number;
}

/** The board of somebody who leads units: what each adviser has, and the youths of one of them or of nobody. */
export async function assignmentBoard(asking: Asking, ask: BoardAsk): Promise<BoardAnswer | undefined> {
  const { actor, runId, today } = ask;
  if (!mayLead(actor)) return undefined;
  const units = (await unitsOfCounty(asking.db)).filter(({ id }) => mayLeadUnit(actor, id));
  const unit = units.find(({ id }) => id === ask.unit)?.id;
  const holders = await holdersOf(asking.db, runId, caseworkerRoles);
  const people = await holdersOf(asking.db, runId, [
    ...caseworkerRoles,
    'office_staff',
    'system_owner',
    'review_group',
  ]);
  const shown = unit === undefined ? units.map(({ id }) => id) : [unit];
  const here = holders.filter(
    ({ role, unitId }) => role === 'adviser' && (unitId === null || shown.some((id) => id === unitId)),
  );
  const rule = openIn(asking, ask, unit);
  const loads = await loadsOf(asking, every([rule, within(reachOf(actor))]));
  const away = await awayOf(asking, people, ask);
  const from = choicesOf(holders).find(({ id }) => id === ask.from);
  const due = await tasksDue(asking, runId, today);
  return {
    today,
    units: units.map(({ id, name }) => ({ id, name })),
    unit,
    unassigned: loads.get(null) ?? none,
    workers: workersOf(here, units, loads, due).map((worker) => away.markOn(worker)),
    from: from && { staffId: from.id, name: from.name, tasks: await tasksOf(asking, runId, from.id) },
    ...(await listOf(asking, ask, every([rule, ofOne(from?.id)]))),
    targets: choicesOf(holders),
    people: choicesOf(people).filter(({ id }) => away.ledBy(id)),
    absences: away.rows,
    rules: (await rulesOf(asking, runId)).length,
    mayKeepRules: mayKeepRules(actor),
  };
}

/** Who is away, as the board shows it. */
async function awayOf({ db }: Asking, people: readonly RoleHolder[], { actor, today }: BoardAsk) {
  const absences = await absencesIn(db);
  const nameOf = new Map(choicesOf(people).map(({ id, name }) => [id, name]));
  const called = (id: string) => nameOf.get(staffId(id)) ?? '';
  const ledBy = (id: string) =>
    mayLeadPerson(
      actor,
      people.filter((holder) => holder.staffId === id).map(({ unitId }) => unitId),
    );
  return {
    ledBy,
    markOn: (worker: BoardWorker): BoardWorker => {
      const found = absences.find((absence) => absence.staffId === worker.staffId && holdsOn(absence, today));
      return found ? { ...worker, away: { to: found.to, substitute: called(found.substituteId) } } : worker;
    },
    rows: absences
      .filter((absence) => !isOver(absence, today))
      .map((absence) => ({
        absenceId: absence.absenceId,
        staff: called(absence.staffId),
        substitute: called(absence.substituteId),
        from: absence.from,
        to: absence.to,
        now: holdsOn(absence, today),
        mayEnd: ledBy(absence.staffId),
      })),
  };
}

const none: Load = { open: 0, uncoded: 0, unknown: 0, followUp: 0, inActivity: 0 };

/** Open cases of the units somebody leads; those without a unit are led by whoever leads the county. */
function openIn({ ports }: Asking, { actor, runId }: BoardAsk, unit: UnitId | undefined): CaseRule {
  const led = new Set(actor.grants.flatMap(({ role, unitId }) => (role === 'super_user' && unitId ? [unitId] : [])));
  const place: CaseRule = (where) => {
    if (unit !== undefined) return where('unit_id', '=', unit);
    return mayLeadUnit(actor, null) ? sql<boolean>`true` : where('unit_id', 'in', among(led));
  };
  return every([ofRun(runId), ports.isOpenCase, place]);
}

const ofOne =
  (id: StaffId | undefined): CaseRule =>
  (where) =>
    id === undefined ? where('caseworker_id', 'is', null) : where('caseworker_id', '=', id);

async function loadsOf({ db }: Asking, rule: CaseRule): Promise<ReadonlyMap<string | null, Load>> {
  const rows = await db
    .selectFrom('youth_case')
    .select((where) => [
      'caseworker_id',
      where.fn.countAll<number>().as('open'),
      where.fn.countAll<number>().filterWhere('status_code', 'is', null).as('uncoded'),
      where.fn.countAll<number>().filterWhere('main_group', '=', 1).as('unknown'),
      where.fn.countAll<number>().filterWhere('main_group', '=', 2).as('followUp'),
      where.fn.countAll<number>().filterWhere('main_group', '=', 3).as('inActivity'),
    ])
    .where(rule)
    .groupBy('caseworker_id')
    .execute();
  return new Map(rows.map(({ caseworker_id, ...load }) => [caseworker_id, load]));
}

function workersOf(
  holders: readonly RoleHolder[],
  units: readonly { readonly id: UnitId; readonly name: string }[],
  loads: ReadonlyMap<string | null, Load>,
  due: ReadonlyMap<string, number>,
): readonly BoardWorker[] {
  const nameOf = new Map<string, string>(units.map(({ id, name }) => [id, name]));
  return choicesOf(holders).map(({ id, name }) => ({
    staffId: id,
    name,
    units: holders.filter((holder) => holder.staffId === id).flatMap(({ unitId }) => nameOf.get(unitId ?? '') ?? []),
    load: loads.get(id) ?? none,
    tasksDue: due.get(id) ?? 0,
  }));
}

async function listOf(asking: Asking, { actor, today, page }: BoardAsk, rule: CaseRule) {
  const { db } = asking;
  const reach = reachOf(actor);
  const counted = await db
    .selectFrom('youth_case')
    .select((where) => [
      where.fn.countAll<number>().filterWhere(within(reach)).as('total'),
      where.fn.countAll<number>().filterWhere(hiddenFrom(reach)).as('hidden'),
    ])
    .where(rule)
    .executeTakeFirst();
  const ids = await db
    .selectFrom('youth_case')
    .select('case_id')
    .where(every([rule, within(reach)]))
    .orderBy('sort_name')
    .orderBy('case_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { rows } = await youthRows(
    asking,
    { actor, today },
    ids.map(({ case_id }) => caseId(case_id)),
  );
  return { rows, total: counted?.total ?? 0, hidden: counted?.hidden ?? 0, page, pageSize };
}

async function tasksDue({ db }: Asking, runId: string, today: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('task')
    .select((where) => ['staff_id', where.fn.countAll<number>().as('n')])
    .where('run_id', '=', runId)
    .where('state', '=', 'ready')
    .where('due_on', '<=', addDays(today, soon))
    .where('staff_id', 'is not', null)
    .groupBy('staff_id')
    .execute();
  return new Map(rows.map(({ staff_id, n }) => [staff_id ?? '', n]));
}

async function tasksOf({ db }: Asking, runId: string, id: StaffId): Promise<number> {
  const row = await db
    .selectFrom('task')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where('run_id', '=', runId)
    .where('staff_id', '=', id)
    .where('state', 'in', ['waiting', 'ready'])
    .executeTakeFirst();
  return row?.n ?? 0;
}

async function rulesOf({ db }: Asking, runId: string) {
  const row = await db.selectFrom('assignment_rules').select('rules').where('run_id', '=', runId).executeTakeFirst();
  return row?.rules ?? [];
}

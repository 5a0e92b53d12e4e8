import type { Actor } from '#domain/access/actor.ts';
import { mayStartRun } from '#domain/access/may.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { parseSchoolYear, schoolYearFrom, schoolYearOf, startYear } from '#domain/calendar/school-year.ts';
import { staffId, type UnitId, unitId } from '#domain/ids.ts';
import type { PlanPerson } from '#domain/plan/people.ts';
import { isRole, roles } from '#domain/plan/role.ts';
import type { PlanInputs } from '#domain/plan/roll-forward.ts';
import type { StartAnswer, StartChoice } from './answers/start.ts';
import { inNameOrder } from './norwegian-order.ts';
import type { Asking } from './ports.ts';
import { grouped } from './task-rows.ts';
import { unitsOfCounty } from './units.ts';

type Held = Awaited<ReturnType<typeof heldRoles>>;

/** What a year can be started from, and what a choice comes to. Only who may start one is told of people. */
export async function start(asking: Asking, actor: Actor, chosen: StartChoice | undefined): Promise<StartAnswer> {
  const { db, ports } = asking;
  const today = dayOf(instant(ports.now()));
  const units = await unitsOfCounty(db);
  const held = mayStartRun(actor) ? await heldRoles(asking) : [];
  const started = await db.selectFrom('run').select('school_year').where('rehearsal_now', 'is', null).execute();
  const now = schoolYearOf(today);
  const offered = [now, schoolYearFrom(startYear(now) + 1)];
  return {
    today,
    templates: ports.templates.map(({ id, title, version }) => ({ id, title, version })),
    schoolYears: [
      ...new Set([...offered, ...(chosen && parseSchoolYear(chosen.schoolYear) ? [chosen.schoolYear] : [])]),
    ],
    started: [...new Set(started.map(({ school_year }) => school_year))],
    units,
    people: roles.map((role) => ({ role, staff: holding(held, role) })),
    chosen,
    inputs:
      chosen && mayStartRun(actor)
        ? inputsFor(
            asking,
            chosen,
            units.map(({ id }) => id),
            held,
          )
        : undefined,
  };
}

const heldRoles = ({ db }: Asking) =>
  db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
    .select(['staff.staff_id', 'name', 'role', 'unit_id'])
    .where('active', '=', true)
    .where('run_id', 'is', null)
    .orderBy('staff.staff_id')
    .execute();

const holding = (held: Held, role: string) =>
  inNameOrder(
    [...grouped(held, ({ staff_id }) => staff_id).values()].flatMap(
      (own) => own.find((one) => one.role === role) ?? [],
    ),
    ({ name }) => name,
  ).map((row) => ({ id: staffId(row.staff_id), name: row.name }));

/** Undefined while the choice is of no template, no year, or units that are not there. */
function inputsFor(
  { ports }: Asking,
  { template: id, schoolYear, units: wanted }: StartChoice,
  all: readonly UnitId[],
  held: Held,
): PlanInputs | undefined {
  const template = ports.templates.find((one) => one.id === id);
  const year = parseSchoolYear(schoolYear);
  const units = wanted.length === 0 ? all : all.filter((unit) => wanted.includes(unit));
  if (!template || !year || (wanted.length > 0 && units.length !== new Set(wanted).size)) return undefined;
  return { template, schoolYear: year, units, people: peopleOf(held, units) };
}

/** Everybody with a role in the county or in one of the units. */
const peopleOf = (held: Held, units: readonly UnitId[]): readonly PlanPerson[] =>
  [...grouped(held, ({ staff_id }) => staff_id).entries()].flatMap(([id, own]) => {
    const grants = own.flatMap(({ role, unit_id }) => {
      if (!isRole(role)) return [];
      if (unit_id === null) return [{ role }];
      const unit = unitId(unit_id);
      return units.includes(unit) ? [{ role, unit }] : [];
    });
    return grants.length === 0 ? [] : [{ staff: staffId(id), roles: grants }];
  });

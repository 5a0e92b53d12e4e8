import type { Actor } from '#domain/access/actor.ts';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { staffId } from '#domain/ids.ts';
import { isRole, type Role } from '#domain/plan/role.ts';
import type { SignInAnswer } from './answers/sign-in.ts';
import { inNameOrder } from './norwegian-order.ts';
import type { Asking } from './ports.ts';
import { countyName } from './run.ts';
import { grouped } from './task-rows.ts';

/** Who is signed in, with what they hold in the run; undefined when they no longer work here. */
export async function reader(
  { db, ports }: Asking,
  id: string,
  runId: string | undefined,
): Promise<{ readonly actor: Actor; readonly name: string } | undefined> {
  const rows = await db
    .selectFrom('staff')
    .leftJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
    .select(['name', 'role', 'run_id', 'unit_id'])
    .where('staff.staff_id', '=', id)
    .where('active', '=', true)
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const grants = rows.flatMap(({ role, run_id, unit_id }) =>
    role !== null && isRole(role) && (run_id === null || run_id === runId) ? [{ role, unitId: unit_id }] : [],
  );
  const today = runId === undefined ? dayOf(instant(ports.now())) : (await ports.runs.clock(runId)).today;
  const standsInFor = await standsInOn(db, id, today);
  return { name: first.name, actor: { staffId: id, grants, ...(standsInFor.length > 0 ? { standsInFor } : {}) } };
}

/** Whose substitute somebody is that day: begun and not handed back, by the days alone. */
async function standsInOn(db: Asking['db'], id: string, today: Day): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('absence')
    .select('staff_id')
    .distinct()
    .where('substitute_id', '=', id)
    .where('from_on', '<=', today)
    .where('to_on', '>=', today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', today)]))
    .execute();
  return rows.map(({ staff_id }) => staff_id);
}

/** The county, and in a demo the people one may be. */
export async function signIn(asking: Asking, demo: boolean): Promise<SignInAnswer> {
  return { county: await countyName(asking), demo: demo ? await demoPeople(asking) : [] };
}

async function demoPeople({ db }: Asking): Promise<SignInAnswer['demo']> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
    .leftJoin('unit', 'unit.unit_id', 'staff_role.unit_id')
    .select(['staff.staff_id', 'staff.name', 'role', 'unit.name as unit'])
    .where('active', '=', true)
    .execute();
  const people = [...grouped(rows, ({ staff_id }) => staff_id).entries()].map(([id, held]) => ({
    staffId: staffId(id),
    name: held[0]?.name ?? '',
    roles: [...new Set(held.flatMap(({ role }): readonly Role[] => (isRole(role) ? [role] : [])))],
    unit: held.find(({ unit }) => unit !== null)?.unit ?? undefined,
  }));
  return inNameOrder(people, ({ name }) => name);
}

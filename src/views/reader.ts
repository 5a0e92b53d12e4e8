import type { Actor } from '#domain/access/actor.ts';
import { staffId } from '#domain/ids.ts';
import { isRole, type Role } from '#domain/plan/role.ts';
import type { SignInAnswer } from './answers/sign-in.ts';
import { inNameOrder } from './norwegian-order.ts';
import type { Asking } from './ports.ts';
import { countyName } from './run.ts';
import { grouped } from './task-rows.ts';

/** Who is signed in, with what they hold in the run; undefined when they no longer work here. */
export async function reader(
  { db }: Asking,
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
  return { name: first.name, actor: { staffId: id, grants } };
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

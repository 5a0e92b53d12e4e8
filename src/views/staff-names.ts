import { type StaffId, staffId } from '#domain/ids.ts';
import type { Role } from '#domain/plan/role.ts';
import { among } from './among.ts';
import type { Choice } from './answers/youths.ts';
import { inNameOrder } from './norwegian-order.ts';
import type { Tabled } from './ports.ts';

/** What people are called, those who have left included. */
export async function namesOf(
  db: Tabled,
  ids: Iterable<string | null>,
): Promise<(id: string | null) => string | undefined> {
  const wanted = new Set([...ids].filter((id) => id !== null));
  const rows =
    wanted.size === 0
      ? []
      : await db.selectFrom('staff').select(['staff_id', 'name']).where('staff_id', 'in', among(wanted)).execute();
  const names = new Map(rows.map((row) => [row.staff_id, row.name]));
  return (id) => (id === null ? undefined : names.get(id));
}

export interface RoleHolder {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: string;
  readonly unitId: string | null;
}

/** Who holds one of the roles in the run, by surname; somebody with two roles comes twice. */
export async function holdersOf(db: Tabled, runId: string, roles: readonly Role[]): Promise<readonly RoleHolder[]> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
    .select(['staff.staff_id', 'name', 'role', 'unit_id'])
    .where('active', '=', true)
    .where('role', 'in', roles)
    .where((where) => where.or([where('run_id', 'is', null), where('run_id', '=', runId)]))
    .execute();
  return inNameOrder(rows, ({ name }) => name).map((row) => ({
    staffId: staffId(row.staff_id),
    name: row.name,
    role: row.role,
    unitId: row.unit_id,
  }));
}

/** Each person once. */
export const choicesOf = (holders: readonly RoleHolder[]): readonly Choice<StaffId>[] =>
  [...new Map(holders.map((holder) => [holder.staffId, holder])).values()].map(({ staffId: id, name }) => ({
    id,
    name,
  }));

/** Those who can be a youth's caseworker. */
export const caseworkerRoles: readonly Role[] = ['adviser', 'super_user'];

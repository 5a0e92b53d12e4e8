import { splitName } from '#domain/person/name.ts';
import { sortKey } from '#domain/person/name-keys.ts';
import { isRole } from '#domain/plan/role.ts';
import type { Grant, StaffBook, StaffMember } from '#ports/staff.ts';
import type { Database } from '../open.ts';
import { writeCounty } from './county.ts';

/** The county's units and people on our database. */
export const staffBook = (db: Database): StaffBook => ({
  writeCounty: (county) => writeCounty(db, county),
  units: async () => {
    const rows = await db.selectFrom('unit').selectAll().orderBy('unit_id').execute();
    return rows.map(({ unit_id, ...unit }) => ({ unitId: unit_id, ...unit }));
  },
  everybody: () => everybody(db),
  byId: async (staffId) => {
    const row = await staff(db).where('staff_id', '=', staffId).executeTakeFirst();
    return row && withGrants(row, await grantsOf(db, staffId));
  },
  byLogin: async (login) => {
    const row = await staff(db)
      .select('password_hash')
      .where((where) => where(where.fn('lower', ['login']), '=', login.trim().toLowerCase()))
      .executeTakeFirst();
    if (!row) return undefined;
    return { member: withGrants(row, await grantsOf(db, row.staff_id)), passwordHash: row.password_hash };
  },
  setActive: (staffId, active) =>
    db.transaction().execute(async (tx) => {
      await tx.updateTable('staff').set({ active }).where('staff_id', '=', staffId).execute();
      if (!active) await tx.deleteFrom('session').where('staff_id', '=', staffId).execute();
    }),
  setPassword: async (staffId, passwordHash) => {
    await db.updateTable('staff').set({ password_hash: passwordHash }).where('staff_id', '=', staffId).execute();
  },
  setLanguage: async (staffId, language) => {
    await db.updateTable('staff').set({ language }).where('staff_id', '=', staffId).execute();
  },
});

const staff = (db: Database) =>
  db.selectFrom('staff').select(['staff_id', 'login', 'name', 'email', 'language', 'active']);

async function everybody(db: Database): Promise<readonly StaffMember[]> {
  const rows = await staff(db).execute();
  const grants = await roles(db).execute();
  const grantsById = new Map<string, Grant[]>();
  for (const grant of grants)
    grantsById.set(grant.staff_id, [...(grantsById.get(grant.staff_id) ?? []), ...asGrant(grant)]);
  return rows
    .map((row) => withGrants(row, grantsById.get(row.staff_id) ?? []))
    .map((member) => ({ member, key: sortKey(splitName(member.name) ?? { first: '', last: '' }) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ member }) => member);
}

const roles = (db: Database) => db.selectFrom('staff_role').select(['staff_id', 'role', 'unit_id', 'run_id']);

const grantsOf = async (db: Database, staffId: string): Promise<readonly Grant[]> =>
  (await roles(db).where('staff_id', '=', staffId).orderBy('role').execute()).flatMap(asGrant);

interface RoleRow {
  readonly role: string;
  readonly unit_id: string | null;
  readonly run_id: string | null;
}

const asGrant = ({ role, unit_id, run_id }: RoleRow): readonly Grant[] =>
  isRole(role) ? [{ role, unitId: unit_id, runId: run_id }] : [];

type StaffRow = Omit<StaffMember, 'staffId' | 'grants'> & { readonly staff_id: string };

const withGrants = (row: StaffRow, grants: readonly Grant[]): StaffMember => ({
  staffId: row.staff_id,
  login: row.login,
  name: row.name,
  email: row.email,
  language: row.language,
  active: row.active,
  grants,
});

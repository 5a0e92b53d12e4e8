import type { Transaction } from 'kysely';
import type { CountyFacts } from '#ports/staff.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';

/** Writes a county whole; again is the same. Passwords, languages, and roles given for one run stay. */
export async function writeCounty(db: Database, county: CountyFacts): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('county')
      .values({
        county_id: county.number,
        name: county.name,
        municipality_numbers: JSON.stringify(county.units.map(({ municipality }) => municipality.number)),
      })
      .onConflict((conflict) =>
        conflict.column('county_id').doUpdateSet((set) => ({
          name: set.ref('excluded.name'),
          municipality_numbers: set.ref('excluded.municipality_numbers'),
        })),
      )
      .execute();
    await writeUnits(tx, county.units);
    await writeStaff(tx, county.staff);
  });
}

async function writeUnits(tx: Transaction<Tables>, units: CountyFacts['units']): Promise<void> {
  if (units.length === 0) return;
  await tx
    .insertInto('unit')
    .values(
      units.map(({ id, number, name, region, municipality }) => ({
        unit_id: id,
        number,
        name,
        region,
        municipalities: JSON.stringify([municipality]),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('unit_id').doUpdateSet((set) => ({
        number: set.ref('excluded.number'),
        name: set.ref('excluded.name'),
        region: set.ref('excluded.region'),
        municipalities: set.ref('excluded.municipalities'),
      })),
    )
    .execute();
}

async function writeStaff(tx: Transaction<Tables>, staff: CountyFacts['staff']): Promise<void> {
  if (staff.length === 0) return;
  await tx
    .insertInto('staff')
    .values(
      staff.map(({ id, login, firstName, lastName, email }) => ({
        staff_id: id,
        login,
        name: `${firstName} ${lastName}`,
        email,
        language: 'nb',
        active: true,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('staff_id').doUpdateSet((set) => ({
        login: set.ref('excluded.login'),
        name: set.ref('excluded.name'),
        email: set.ref('excluded.email'),
      })),
    )
    .execute();
  const ids = staff.map(({ id }) => id);
  await tx.deleteFrom('staff_role').where('staff_id', 'in', ids).where('run_id', 'is', null).execute();
  await insertMany(
    tx,
    'staff_role',
    staff.flatMap(({ id, roles }) =>
      roles.map(({ role, unit }) => ({ staff_id: id, role, run_id: null, unit_id: unit })),
    ),
  );
}

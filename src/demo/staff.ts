import type { DemoRole, DemoStaff, DemoUnit } from './county-shape.ts';
import { boyNames, girlNames, surnames } from './names.ts';
import { type Chance, chanceFrom } from './random.ts';
import { asciiOf } from './spelling.ts';

type Roles = DemoStaff['roles'];

/** Makes the people of every role: 2–4 advisers and one of the office staff per unit, the others for the county. */
export function makeStaff(units: readonly DemoUnit[], chance: Chance): DemoStaff[] {
  const staff: DemoStaff[] = [];
  const logins = new Set<string>();
  const hire = (roles: Roles) => staff.push(person(staff.length + 1, roles, logins, chance));

  hire(forCounty('process_owner'));
  hire(forCounty('system_owner'));
  hire(forCounty('manager'));
  hire(forCounty('admissions_office'));
  hire(forCounty('admissions_office'));
  const regionsWithSuperUser = new Set<string>();
  for (const [at, unit] of units.entries()) {
    const advisers = 2 + chance.int(3);
    for (let nth = 0; nth < advisers; nth += 1) {
      const roles: { role: DemoRole; unit: string | null }[] = [{ role: 'adviser', unit: unit.id }];
      if (nth === 0 && !regionsWithSuperUser.has(unit.region)) {
        regionsWithSuperUser.add(unit.region);
        for (const other of units) if (other.region === unit.region) roles.push({ role: 'super_user', unit: other.id });
      }
      if (nth === 1 && at % 4 === 0) roles.push({ role: 'review_group', unit: null });
      hire(roles);
    }
    hire([{ role: 'office_staff', unit: unit.id }]);
  }
  return staff;
}

const forCounty = (role: DemoRole): Roles => [{ role, unit: null }];

function person(serial: number, roles: Roles, logins: Set<string>, chance: Chance): DemoStaff {
  const firstName = chance.pick(chance.happens(0.5) ? girlNames : boyNames);
  const lastName = chance.pick(surnames);
  const wanted = `${asciiOf(firstName)}.${asciiOf(lastName)}`;
  const login = logins.has(wanted) ? `${wanted}${serial}` : wanted;
  logins.add(login);
  // Nkom keeps 68 05 00 00–68 05 99 99 for fiction: nobody answers there.
  const phone = `+476805${String(chanceFrom(serial).int(10_000)).padStart(4, '0')}`;
  const id = `staff-${String(serial).padStart(3, '0')}`;
  return { id, login, firstName, lastName, email: `${login}@vestfjord.example`, phone, roles };
}

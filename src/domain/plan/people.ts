import { type StaffId, taskId, type UnitId } from '../ids.ts';
import type { Finding } from './finding.ts';
import type { TaskInstance } from './plan.ts';
import type { Role } from './role.ts';
import type { Multiplicity } from './template.ts';

/** A role somebody holds in one unit, or in the whole county when no unit is named. */
export interface RoleGrant {
  readonly role: Role;
  readonly unit?: UnitId;
}

export interface PlanPerson {
  readonly staff: StaffId;
  readonly roles: readonly RoleGrant[];
}

/** Who holds a role, looked up once for all tasks. */
export interface RoleHolders {
  readonly everybody: (role: Role) => ReadonlyMap<StaffId, UnitId | undefined>;
  readonly inUnit: (role: Role, unit: UnitId) => ReadonlySet<StaffId>;
}

export function holdersOf(people: readonly PlanPerson[]): RoleHolders {
  const everybody = new Map<Role, Map<StaffId, UnitId | undefined>>();
  const byUnit = new Map<string, Set<StaffId>>();
  for (const person of people)
    for (const { role, unit } of person.roles) {
      const holders = everybody.get(role) ?? new Map<StaffId, UnitId | undefined>();
      everybody.set(role, holders);
      if (holders.get(person.staff) === undefined) holders.set(person.staff, unit);
      const place = `${role} ${unit ?? ''}`;
      byUnit.set(place, (byUnit.get(place) ?? new Set()).add(person.staff));
    }
  return {
    everybody: (role) => everybody.get(role) ?? new Map(),
    inUnit: (role, unit) => new Set([...(byUnit.get(`${role} ${unit}`) ?? []), ...(byUnit.get(`${role} `) ?? [])]),
  };
}

export interface Choosing {
  readonly key: string;
  readonly role: Role;
  readonly multiplicity: Multiplicity;
  /** Chosen by hand, by key of the task or id of an instance. */
  readonly chosen: ReadonlyMap<string, StaffId>;
  /** Reasons for leaving out, by key of the task or id of an instance. */
  readonly skipped: ReadonlyMap<string, string>;
}

/** One instance for the county, for each unit or for each person with the role, with the one who answers for it where there is one. */
export function instancesOf(
  task: Choosing,
  units: readonly UnitId[],
  holders: RoleHolders,
): { readonly instances: readonly TaskInstance[]; readonly findings: readonly Finding[] } {
  const everybody = holders.everybody(task.role);
  switch (task.multiplicity) {
    case 'once': {
      const instance = byHand(task, withStaff({ id: taskId(task.key) }, onlyOne(everybody.keys(), everybody.size)));
      const missing = everybody.size === 0 && instance.staff === undefined;
      return { instances: [instance], findings: missing ? [nobody(task)] : [] };
    }
    case 'each-unit': {
      const findings: Finding[] = [];
      const instances = units.map((unit) => {
        const here = holders.inUnit(task.role, unit);
        const id = taskId(`${task.key}@unit:${unit}`);
        const instance = byHand(task, withStaff({ id, unit }, onlyOne(here, here.size)));
        if (here.size === 0 && instance.staff === undefined) findings.push(nobody(task, unit));
        return instance;
      });
      return { instances, findings };
    }
    case 'each-person': {
      const instances: TaskInstance[] = [];
      for (const [staff, unit] of everybody) {
        const id = taskId(`${task.key}@staff:${staff}`);
        instances.push(byHand(task, unit === undefined ? { id, staff } : { id, unit, staff }));
      }
      return { instances, findings: instances.length === 0 ? [nobody(task)] : [] };
    }
  }
}

const withStaff = (instance: TaskInstance, staff: StaffId | undefined): TaskInstance =>
  staff === undefined ? instance : { ...instance, staff };

function byHand(task: Choosing, instance: TaskInstance): TaskInstance {
  // Ten thousand instances and seldom a change: the look-ups are what would cost.
  if (task.chosen.size === 0 && task.skipped.size === 0) return instance;
  const staff = task.chosen.get(instance.id) ?? task.chosen.get(task.key);
  const skipped = task.skipped.get(instance.id) ?? task.skipped.get(task.key);
  const chosen = withStaff(instance, staff);
  return skipped === undefined ? chosen : { ...chosen, skipped };
}

function onlyOne(holders: Iterable<StaffId>, size: number): StaffId | undefined {
  if (size !== 1) return undefined;
  const [only] = holders;
  return only;
}

const nobody = (task: Choosing, unit?: UnitId): Finding => ({
  id: 'no-person',
  severity: 'warning',
  where: task.key,
  dates: [],
  facts: { role: task.role, ...(unit === undefined ? {} : { unit }) },
});

import { type StaffId, type TaskId, taskId, type UnitId } from '../ids.ts';
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
  /** Chosen by hand for the task or one of its instances. */
  readonly chosen: (instance: TaskId) => StaffId | undefined;
  readonly skipped: (instance: TaskId) => string | undefined;
}

/** One instance for the county, for each unit or for each person with the role, with the one who answers for it where there is one. */
export function instancesOf(
  task: Choosing,
  units: readonly UnitId[],
  holders: RoleHolders,
): { readonly instances: readonly TaskInstance[]; readonly findings: readonly Finding[] } {
  const instance = (id: TaskId, unit: UnitId | undefined, staff: StaffId | undefined): TaskInstance => {
    const skipped = task.skipped(id);
    return {
      id,
      ...(unit === undefined ? {} : { unit }),
      ...(staff === undefined ? {} : { staff }),
      ...(skipped === undefined ? {} : { skipped }),
    };
  };
  const everybody = holders.everybody(task.role);
  switch (task.multiplicity) {
    case 'once': {
      const id = taskId(task.key);
      const staff = task.chosen(id) ?? onlyOne(everybody.keys(), everybody.size);
      const missing = everybody.size === 0 && staff === undefined ? [nobody(task)] : [];
      return { instances: [instance(id, undefined, staff)], findings: missing };
    }
    case 'each-unit': {
      const findings: Finding[] = [];
      const instances = units.map((unit) => {
        const id = taskId(`${task.key}@unit:${unit}`);
        const here = holders.inUnit(task.role, unit);
        const staff = task.chosen(id) ?? onlyOne(here, here.size);
        if (here.size === 0 && staff === undefined) findings.push(nobody(task, unit));
        return instance(id, unit, staff);
      });
      return { instances, findings };
    }
    case 'each-person': {
      const instances = [...everybody].map(([holder, unit]) => {
        const id = taskId(`${task.key}@staff:${holder}`);
        return instance(id, unit, task.chosen(id) ?? holder);
      });
      return { instances, findings: instances.length === 0 ? [nobody(task)] : [] };
    }
  }
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

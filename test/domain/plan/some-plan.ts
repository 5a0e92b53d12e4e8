import { readFileSync } from 'node:fs';
import { type SchoolYear, schoolYear } from '#domain/calendar/school-year.ts';
import { staffId, unitId } from '#domain/ids.ts';
import type { PlanPerson } from '#domain/plan/people.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { datesOf } from '#domain/plan/plan-dates.ts';
import { roles } from '#domain/plan/role.ts';
import type { PlanInputs } from '#domain/plan/roll-forward.ts';
import type { Template } from '#domain/plan/template.ts';
import { readTemplate } from '#intake/template/read-template.ts';

export const bytesOf = (file: string): Uint8Array =>
  readFileSync(new URL(`../../../templates/${file}`, import.meta.url));

export function templateIn(file: 'vigo-otto.yaml' | 'sheet-2017.yaml'): Template {
  const read = readTemplate(bytesOf(file));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.template;
}

export const vigoOtto = templateIn('vigo-otto.yaml');
export const sheet2017 = templateIn('sheet-2017.yaml');
export const year2026 = schoolYear('2026-2027');

export const units = ['nord', 'sor', 'vest'].map(unitId);

/** Every role once for the county, and two advisers and two in the office in each unit. */
export const people: readonly PlanPerson[] = [
  ...roles
    .filter((role) => role !== 'adviser' && role !== 'office_staff')
    .map((role) => ({ staff: staffId(`s-${role}`), roles: [{ role }] })),
  ...units.flatMap((unit) =>
    [1, 2].flatMap((number) => [
      { staff: staffId(`a-${unit}-${number}`), roles: [{ role: 'adviser' as const, unit }] },
      { staff: staffId(`o-${unit}-${number}`), roles: [{ role: 'office_staff' as const, unit }] },
    ]),
  ),
];

export const inputs = (more: Partial<PlanInputs> = {}, year: SchoolYear = year2026): PlanInputs => ({
  template: vigoOtto,
  schoolYear: year,
  units,
  people,
  ...more,
});

export const dateIn = (plan: Plan, key: string) => {
  const found = datesOf(plan).get(key);
  if (!found) throw new Error(`no date ${key}`);
  return found;
};

export const taskIn = (plan: Plan, key: string) => {
  const found = plan.phases.flatMap((phase) => phase.tasks).find((task) => task.key === key);
  if (!found) throw new Error(`no task ${key}`);
  return found;
};

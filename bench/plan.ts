import { readFileSync } from 'node:fs';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { staffId, unitId } from '#domain/ids.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import type { PlanPerson } from '#domain/plan/people.ts';
import { everyTask } from '#domain/plan/plan-dates.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { readTemplate } from '#intake/template/read-template.ts';

/** Roll-forward and lint of a large county: 15 units with 60 people each, goal under 50 ms. */
const goal = 50;
const runs = 100;

const read = readTemplate(readFileSync(new URL('../templates/vigo-otto.yaml', import.meta.url)));
if (!read.ok) throw new Error('the template cannot be read');
const units = Array.from({ length: 15 }, (_, index) => unitId(`u${index}`));
const people = units.flatMap((unit, at) =>
  Array.from({ length: 60 }, (_, index): PlanPerson => {
    const office = index % 6 === 5;
    const county =
      at === 0
        ? (['process_owner', 'system_owner', 'super_user', 'review_group', 'manager'] as const)[index]
        : undefined;
    return {
      staff: staffId(`s${at}-${index}`),
      roles: [{ role: office ? 'office_staff' : 'adviser', unit }, ...(county ? [{ role: county }] : [])],
    };
  }),
);

const times: number[] = [];
let tasks = 0;
let findings = 0;
for (let run = 0; run < runs + 5; run += 1) {
  const started = performance.now();
  const plan = rollForward({ template: read.template, schoolYear: schoolYear('2026-2027'), units, people });
  findings = lintPlan(plan).length;
  if (run >= 5) times.push(performance.now() - started);
  tasks = everyTask(plan).length;
}
times.sort((a, b) => a - b);
const at = (share: number) => Number((times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(2));
console.log(
  JSON.stringify({
    bench: 'plan',
    what: 'roll-forward and lint, 15 units with 60 people',
    runs,
    tasks,
    findings,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    goalMs: goal,
    reached: at(0.95) < goal,
  }),
);

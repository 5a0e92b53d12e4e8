import { phaseId, type UnitId } from '../ids.ts';
import type { DateBook } from './date-book.ts';
import type { KeyedPhase, KeyedTask } from './expand-windows.ts';
import type { Finding } from './finding.ts';
import type { Overlay } from './overlay.ts';
import { instancesOf, type RoleHolders } from './people.ts';
import type { PlannedPhase, PlannedTask } from './plan.ts';
import { isRole, type Role } from './role.ts';

/** What the phases of one plan are made with; findings are added to the list on the way. */
export interface Rolling {
  readonly units: readonly UnitId[];
  readonly overlay: Overlay;
  readonly book: DateBook;
  readonly holders: RoleHolders;
  readonly findings: Finding[];
}

/** A phase of the template with its windows dated and its tasks written out for units and people. */
export function plannedPhase(rolling: Rolling, phase: KeyedPhase, number: number): PlannedPhase {
  const { rule } = phase;
  return {
    id: phaseId(rule.id),
    number,
    title: rule.title,
    what: rule.what,
    owner: knownRole(rolling, rule.owner, rule.id),
    participants: rule.participants.map((role) => knownRole(rolling, role, rule.id)),
    place: rule.place,
    references: rule.references,
    windows: rule.windows.map((window) => ({
      id: window.id,
      ...(window.title === undefined ? {} : { title: window.title }),
      ...(window.track === undefined ? {} : { track: window.track }),
      opens: rolling.book.dateOf(`${rule.id}.${window.id}.opens`),
      closes: rolling.book.dateOf(`${rule.id}.${window.id}.closes`),
    })),
    counters: rule.counters,
    tasks: phase.tasks.map((task) => plannedTask(rolling, rule.id, task)),
  };
}

function plannedTask(rolling: Rolling, phase: string, { key, rule, window }: KeyedTask): PlannedTask {
  const { people, roles, skips } = rolling.overlay;
  const role = knownRole(rolling, roles.get(key) ?? rule.role, key);
  const skipped = skips.get(key);
  const { instances, findings } = instancesOf(
    {
      key,
      role,
      multiplicity: rule.multiplicity,
      chosen: people,
      skipped: skips,
    },
    rolling.units,
    rolling.holders,
  );
  if (skipped === undefined) rolling.findings.push(...findings);
  return {
    key,
    phase: phaseId(phase),
    group: rule.group,
    title: rule.title,
    ...(rule.note === undefined ? {} : { note: rule.note }),
    role,
    multiplicity: rule.multiplicity,
    dependsOn: rule.dependsOn,
    required: rule.required,
    kind: rule.kind,
    ...(rule.doneIn === undefined ? {} : { doneIn: rule.doneIn }),
    due: rolling.book.dateOf(key),
    ...(rule.track === undefined ? {} : { track: rule.track }),
    ...(window === undefined ? {} : { window }),
    ...(rule.choices === undefined ? {} : { choices: rule.choices }),
    references: rule.references ?? [],
    ...(skipped === undefined ? {} : { skipped }),
    instances,
  };
}

/** A role nobody knows goes to the process owner, who will see the finding. */
function knownRole(rolling: Rolling, role: string, where: string): Role {
  if (isRole(role)) return role;
  rolling.findings.push({ id: 'unknown-role', severity: 'error', where, dates: [], facts: { role } });
  return 'process_owner';
}

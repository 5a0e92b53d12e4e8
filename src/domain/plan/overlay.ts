import type { Day } from '../calendar/day.ts';
import type { StaffId, TaskId } from '../ids.ts';
import { assertNever } from '../outcome.ts';
import type { PlanChange } from './change.ts';
import type { Move, TaskRule, Template } from './template.ts';

/** The list of changes read once, so that rolling can ask it by key. The last word about a thing counts. */
export interface Overlay {
  readonly template: Template;
  readonly dates: ReadonlyMap<string, { readonly day: Day; readonly move?: Move }>;
  readonly roles: ReadonlyMap<string, string>;
  /** By key of the task or id of an instance. */
  readonly people: ReadonlyMap<string, StaffId>;
  readonly skips: ReadonlyMap<string, string>;
}

/** Lays changes made by hand over a template; what they name is checked when the plan is rolled. */
export function overlay(template: Template, changes: readonly PlanChange[]): Overlay {
  const dates = new Map<string, { readonly day: Day; readonly move?: Move }>();
  const roles = new Map<string, string>();
  const people = new Map<string, StaffId>();
  const skips = new Map<string, string>();
  const added = new Map<string, TaskRule[]>();
  for (const change of changes)
    switch (change.kind) {
      case 'move-date':
        dates.set(change.key, { day: change.to, ...(change.move === undefined ? {} : { move: change.move }) });
        break;
      case 'add-task':
        added.set(change.phase, [...(added.get(change.phase) ?? []), change.task]);
        break;
      case 'skip-task':
        skips.set(change.instance ?? change.task, change.reason);
        break;
      case 'change-role':
        roles.set(change.task, change.role);
        break;
      case 'change-person':
        people.set(change.instance ?? change.task, change.staff);
        break;
      default:
        assertNever(change);
    }
  return { template: withTasks(template, added), dates, roles, people, skips };
}

function withTasks(template: Template, added: ReadonlyMap<string, readonly TaskRule[]>): Template {
  if (added.size === 0) return template;
  const phases = template.phases.map((phase) => ({
    ...phase,
    tasks: [...phase.tasks, ...(added.get(phase.id) ?? [])],
  }));
  return { ...template, phases };
}

/** What a change points to: the key of a date, task or phase, and the instance if it is about one only. */
export function targetOf(change: PlanChange): { readonly key: string; readonly instance?: TaskId } {
  switch (change.kind) {
    case 'move-date':
      return { key: change.key };
    case 'add-task':
      return { key: change.phase };
    case 'change-role':
      return { key: change.task };
    case 'skip-task':
    case 'change-person':
      return { key: change.task, ...(change.instance === undefined ? {} : { instance: change.instance }) };
    default:
      return assertNever(change);
  }
}

import type { Actor } from '#domain/access/actor.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import { type UnitId, unitId } from '#domain/ids.ts';
import type { PlannedPhase } from '#domain/plan/plan.ts';
import type { Role } from '#domain/plan/role.ts';
import type { NextDeadline, YearAnswer } from './answers/year.ts';
import { type Checklist, checklist } from './checklist.ts';
import { phaseCounters } from './counters.ts';
import type { FrozenLists } from './frozen-lists.ts';
import { paceOfPhase, progressOf } from './pace.ts';
import { partNames } from './part-names.ts';
import { phaseStates, rolesOf, windowsOf } from './phase-rows.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { type Reach, reachOf } from './reach.ts';
import { choicesOf, holdersOf } from './staff-names.ts';
import { isOpen, tasksOf } from './task-rows.ts';

/** The whole year: its phases, how each goes and why, and the numbers the reader may open. */
export async function year(
  asking: Asking,
  books: { readonly plans: PlanBook; readonly frozen: FrozenLists },
  { actor, runId, today }: { readonly actor: Actor; readonly runId: string; readonly today: Day },
): Promise<YearAnswer> {
  const { db } = asking;
  const inForce = await books.plans.inForce(runId);
  if (!inForce) throw new Error(`no plan in force for ${runId}`);
  const { plan } = inForce;
  const list = checklist(plan, await tasksOf(db, runId));
  const stateOf = await phaseStates(db, runId);
  const reach = reachOf(actor);
  const counters = await phaseCounters(asking, books.frozen, {
    runId,
    reach,
    phases: plan.phases,
    stateOf,
    firstOnly: true,
  });
  const names = await partNames(db, list.rows.filter(isOpen));
  const ownerOf = await ownersOf(asking, runId, plan.phases);
  const phases = plan.phases.map((phase) => ({
    phaseId: phase.id,
    number: phase.number,
    short: phase.title,
    what: phase.what,
    windows: windowsOf(plan, phase),
    roles: rolesOf(phase),
    owner: ownerOf(phase.owner),
    ...paceOfPhase(list, phase, stateOf(phase.id), today, names.part),
    ...progressOf(list.ofPhase(phase)),
    next: nextOf(list, phase),
    before: counters.of(phase, 'before')[0],
    after: counters.of(phase, 'after')[0],
  }));
  const unit = ownUnit(reach, names.unit);
  return {
    schoolYear: plan.schoolYear,
    today,
    ...spanOf(
      plan,
      phases.flatMap(({ windows }) => windows.map(({ from }) => from)),
      today,
    ),
    phases,
    reports: plan.reportingDays
      .map(({ title, date }) => ({ on: date.day, title }))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    youths: counters.youths,
    unknown: counters.unknown,
    late: phases.filter(({ pace }) => pace === 'late').length,
    atRisk: phases.filter(({ pace }) => pace === 'at-risk').length,
    ...(unit && { unit }),
  };
}

const rowsOf = (list: Checklist, phase: PlannedPhase) => list.ofPhase(phase).flatMap(({ rows }) => rows);

/** The earliest due of what must be done and is not. */
function nextOf(list: Checklist, phase: PlannedPhase): NextDeadline | undefined {
  const open = rowsOf(list, phase)
    .filter((row) => row.required && isOpen(row))
    .flatMap((row) => (row.due === undefined ? [] : [{ row, due: row.due }]))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const [first] = open;
  const ref = first && list.refOf(first.row);
  return ref && { ...ref, due: first.due };
}

/** Whole months, from the first in which something opens (or today is) to the end of the plan. */
function spanOf(
  { span }: { readonly span: { readonly from: Day; readonly to: Day } },
  opens: readonly Day[],
  today: Day,
): { readonly from: Day; readonly to: Day } {
  const inside = [...opens, today].filter((on) => on >= span.from && on <= span.to).toSorted();
  const [first = span.from] = inside;
  return { from: day(`${first.slice(0, 8)}01`), to: span.to };
}

/** Who owns a phase, where just one person holds the role. */
export async function ownersOf(
  { db }: Asking,
  runId: string,
  phases: readonly PlannedPhase[],
): Promise<(role: Role) => string | undefined> {
  const holders = await holdersOf(db, runId, [...new Set(phases.map(({ owner }) => owner))]);
  return (role) => {
    const people = choicesOf(holders.filter((holder) => holder.role === role));
    return people.length === 1 ? people[0]?.name : undefined;
  };
}

function ownUnit(
  reach: Reach,
  nameOf: (id: string) => string | undefined,
): { readonly unitId: UnitId; readonly name: string } | undefined {
  if (reach.kind !== 'some' || reach.units === 'all') return undefined;
  const [only, ...more] = reach.units;
  return only === undefined || more.length > 0 ? undefined : { unitId: unitId(only), name: nameOf(only) ?? '' };
}

import type { Actor } from '#domain/access/actor.ts';
import { mayChangePlan } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { PhaseId } from '#domain/ids.ts';
import { taskGroups } from '#domain/plan/template.ts';
import type { PhaseAnswer } from './answers/phase.ts';
import { checklist, phaseOf } from './checklist.ts';
import { phaseCounters } from './counters.ts';
import type { FrozenLists } from './frozen-lists.ts';
import { lapsedApprovals } from './lapsed-approvals.ts';
import { paceOfPhase, progressOf } from './pace.ts';
import { partNames } from './part-names.ts';
import { phaseEvents } from './phase-events.ts';
import { phaseStates, rolesOf, windowsOf } from './phase-rows.ts';
import { phaseTask } from './phase-task.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { reachOf } from './reach.ts';
import { isClosed } from './run.ts';
import { taskLists } from './task-lists.ts';
import { isOpen, tasksOf } from './task-rows.ts';
import { ownersOf } from './year.ts';

/** One phase with its checklist; undefined when the plan has no such phase. */
export async function phase(
  asking: Asking,
  books: { readonly plans: PlanBook; readonly frozen: FrozenLists },
  { actor, runId, phaseId, today }: { actor: Actor; runId: string; phaseId: PhaseId; today: Day },
): Promise<PhaseAnswer | undefined> {
  const { db } = asking;
  const plan = (await books.plans.inForce(runId))?.plan;
  const planned = plan && phaseOf(plan, phaseId);
  if (!planned) return undefined;
  const list = checklist(plan, await tasksOf(db, runId));
  const stateOf = await phaseStates(db, runId);
  const names = await partNames(db, list.rows);
  const listed = list.ofPhase(planned);
  const listOf = await taskLists(
    asking,
    { actor, runId, today },
    listed.filter(({ rows }) => rows.some(isOpen)).map((one) => one.planned),
  );
  const counters = await phaseCounters(asking, books.frozen, {
    runId,
    reach: reachOf(actor),
    phases: [planned],
    stateOf,
  });
  const closed = await isClosed(db, runId);
  const lapsed = await lapsedApprovals(db, runId);
  const tasks = listed.map((one) =>
    phaseTask(one, { actor, today, list, names, listOf, lapsed, phaseState: stateOf(planned.id), isClosed: closed }),
  );
  const [before] = counters.of(planned, 'before');
  const [after, ...more] = counters.of(planned, 'after');
  return {
    today,
    steps: plan.phases.map((step) => ({
      phaseId: step.id,
      number: step.number,
      short: step.title,
      pace: paceOfPhase(list, step, stateOf(step.id), today, names.part).pace,
    })),
    phaseId: planned.id,
    number: planned.number,
    title: planned.title,
    what: planned.what,
    ...paceOfPhase(list, planned, stateOf(planned.id), today, names.part),
    ...progressOf(list.ofPhase(planned)),
    groups: taskGroups.flatMap((group) => {
      const own = tasks.filter((_, index) => listed[index]?.planned.group === group);
      return own.length === 0 ? [] : [{ group, tasks: own }];
    }),
    windows: windowsOf(plan, planned),
    place: planned.place,
    roles: rolesOf(planned),
    owner: (await ownersOf(asking, runId, [planned]))(planned.owner),
    references: planned.references,
    before,
    after,
    more,
    events: await phaseEvents(db, runId, planned, listed, names.part),
    mayChangePlan: mayChangePlan(actor) && !closed,
  };
}

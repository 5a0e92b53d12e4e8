import { choiceDays } from '#domain/plan/choice-days.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { momentsOf } from '#domain/run/from-plan.ts';
import type { Deadlines, OpenOrder } from '#domain/standing.ts';
import type { Engine } from '#ports/engine.ts';
import type { Intakes, Tell } from '#ports/intakes.ts';
import type { Runs } from '#ports/runs.ts';
import { type AssigningPorts, assignNew } from './assign-new.ts';
import { beat } from './beat.ts';
import type { Performer } from './carry-out.ts';

interface Ports {
  readonly engine: Engine;
  readonly intakes: Intakes;
  readonly runs: Runs;
}
interface ListParams {
  readonly intakeId: string;
  readonly runId: string;
}
const doer = { by: null };
// `as`: the intake machine gives these params with each of its orders.
const paramsOf = (params: OpenOrder['params']): ListParams => params as unknown as ListParams;

/** Order `readList`: plans the kept list against the register as it is now; answers `list.planned`. */
export const readList =
  ({ intakes }: Ports): Performer =>
  async (params, order) => {
    const { counts, approval } = await intakes.replan(paramsOf(params).intakeId);
    return { type: 'list.planned', at: order.at, doer, ...{ counts, approval } };
  };

/** Order `applyList`: all rows in one transaction, then word to the cases that were there before; answers `list.applied` or `list.outdated`. */
export const applyList =
  (ports: Ports): Performer =>
  async (params, order) => {
    const { intakeId, runId } = paramsOf(params);
    const inForce = await ports.runs.planInForce(runId);
    const deadlines = inForce ? choiceDeadlines(inForce.plan) : {};
    const applied = await ports.intakes.apply({ intakeId, by: null, at: order.at, deadlines });
    if (applied.outcome === 'outdated') return { type: 'list.outdated', at: order.at, doer };
    await pass(ports, applied.tell, order);
    return { type: 'list.applied', at: order.at, doer, ...{ counts: applied.counts } };
  };

/** Order `openCases`: the rules' people where the county has said so, and the new cases' workflows at the engine's own rate. */
export const openCases =
  (ports: Ports & AssigningPorts): Performer =>
  async (params, order) => {
    const { intakeId } = paramsOf(params);
    await assignNew(ports, paramsOf(params), order);
    const applied = await ports.intakes.apply({ intakeId, by: null, at: order.at, deadlines: {} });
    if (applied.outcome === 'applied') await ports.engine.openMany(applied.opened, beat);
    return null;
  };

/** Order `undoList`: takes back what nobody has touched since; answers `list.undone`. */
export const undoList =
  (ports: Ports): Performer =>
  async (params, order) => {
    const undone = await ports.intakes.undo(paramsOf(params).intakeId);
    await ports.engine.closeMany(undone.removed);
    await pass(ports, undone.tell, order);
    return { type: 'list.undone', at: order.at, doer, ...{ kept: undone.kept } };
  };

async function pass({ engine, runs }: Ports, tell: readonly Tell[], { at, params }: OpenOrder): Promise<void> {
  const { today } = await runs.clock(paramsOf(params).runId);
  for (const [index, { subject, commandId, event }] of tell.entries()) {
    await engine.hear({ subject, commandId, event: { at, doer, ...event, ...{ on: today } } });
    beat(index);
  }
}

/** By track, the moment by which each of its youths must have an explicit choice: when the plan's choice task is overdue. */
function choiceDeadlines(plan: Plan): Readonly<Record<string, Deadlines>> {
  return Object.fromEntries(
    choiceDays(plan).flatMap(({ track, chooseBy }) =>
      chooseBy === undefined ? [] : [[track.id, { choice: momentsOf(chooseBy).overdueAt }]],
    ),
  );
}

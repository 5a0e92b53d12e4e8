import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { OpenOrder } from '#domain/standing.ts';
import type { Engine } from '#ports/engine.ts';
import type { Runs } from '#ports/runs.ts';
import type { Performer } from './carry-out.ts';

const isSettled = (state: string): boolean => state === 'done' || state === 'skipped' || state === 'expired';
const doer = { by: null };

/**
 * Orders `releaseDependants` and `holdDependants`: tells the tasks that wait for this one, and the year whose dates hang on it.
 * Told as commands: only when each is written is the order done, so that none is lost with an engine. A refusal is an answer too.
 */
export function tellDependants(
  { engine, runs }: { readonly engine: Engine; readonly runs: Runs },
  isRelease: boolean,
): Performer {
  return async (params, order) => {
    const { runId, taskId } = params as { readonly runId: string; readonly taskId: string };
    const type = isRelease ? 'task.released' : 'task.held';
    for (const dependant of await runs.dependants(runId, taskId))
      await engine.tell({
        subject: `task/${runId}/${dependant}`,
        commandId: `${order.key}/${dependant}`,
        event: { type, at: order.at, doer, ...{ by: taskId } },
      });
    await tellYear({ engine, runs }, runId, taskId, order, isRelease);
    return null;
  };
}

/** A completion that dates hang on has happened when the last of its tasks is settled, and has not when one is open again. */
async function tellYear(
  { engine, runs }: { readonly engine: Engine; readonly runs: Runs },
  runId: string,
  taskId: string,
  order: OpenOrder,
  isRelease: boolean,
): Promise<void> {
  const inForce = await runs.planInForce(runId);
  const { tasks } = await runs.rows(runId);
  const definition = tasks.find((task) => task.taskId === taskId)?.definition;
  if (!inForce || definition === undefined) return;
  for (const { id, completionOf } of inForce.plan.anchors.filter((anchor) =>
    anchor.completionOf.includes(definition),
  )) {
    const isComplete = tasks
      .filter((task) => completionOf.includes(task.definition))
      .every(({ state }) => isSettled(state));
    if (isRelease !== isComplete) continue;
    const more = isComplete ? { anchor: id, on: dayOf(instant(order.at)) } : { anchor: id };
    await engine.tell({
      subject: `year/${runId}`,
      commandId: `${order.key}/${id}`,
      event: { type: isComplete ? 'anchor.completed' : 'anchor.withdrawn', at: order.at, doer, ...more },
    });
  }
}

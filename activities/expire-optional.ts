import type { Engine } from '#ports/engine.ts';
import type { Runs } from '#ports/runs.ts';
import type { Performer } from './carry-out.ts';

/** Order `expireOptional`: the phase is closed; optional tasks that are left run out. */
export const expireOptional =
  ({ engine, runs }: { readonly engine: Engine; readonly runs: Runs }): Performer =>
  async (params, order) => {
    const { runId, phaseId } = params as { readonly runId: string; readonly phaseId: string };
    const { tasks } = await runs.rows(runId);
    const left = tasks.filter(
      (task) => task.phaseId === phaseId && !task.required && (task.state === 'ready' || task.state === 'waiting'),
    );
    for (const { taskId } of left)
      await engine.tell({
        subject: `task/${runId}/${taskId}`,
        commandId: `${order.key}/${taskId}`,
        event: { type: 'task.expired', at: order.at, doer: { by: null } },
      });
    return null;
  };

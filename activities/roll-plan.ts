import type { Day } from '#domain/calendar/day.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import type { Runs } from '#ports/runs.ts';
import type { Performer } from './carry-out.ts';

/** Order `rollPlan`: the plan anew with the completions known now, kept as a version; answers `plan.changed`. */
export const rollPlan =
  (runs: Runs): Performer =>
  async (params, order) => {
    const { runId, completions } = params as {
      readonly runId: string;
      readonly completions: Readonly<Record<string, Day>>;
    };
    const inForce = await runs.planInForce(runId);
    if (!inForce) return null;
    const plan = rollForward({ ...inForce.inputs, completions });
    const version = await runs.keepPlan({ runId, plan, completions, at: order.at, by: null, key: order.key });
    return { type: 'plan.changed', at: order.at, doer: { by: null }, ...{ version } };
  };

import type { Actor } from '#domain/access/actor.ts';
import { mayChangePlan } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import { staffId } from '#domain/ids.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import { type ChangedPlan, changePlan } from '#domain/plan/change-plan.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import type { PlanAnswer } from './answers/plan.ts';
import { lettersAtRisk } from './cross-check-lists.ts';
import { inNameOrder } from './norwegian-order.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { isClosed } from './run.ts';
import { unitsOfCounty } from './units.ts';

/** The plan in force with what the lint says of it, and names for the ids it carries. */
export async function plan(
  { db }: Asking,
  plans: PlanBook,
  { actor, runId, today }: { readonly actor: Actor; readonly runId: string; readonly today: Day },
): Promise<PlanAnswer> {
  const inForce = await plans.inForce(runId);
  if (!inForce) throw new Error(`no plan in force for ${runId}`);
  const staff = await db.selectFrom('staff').select(['staff_id', 'name']).where('active', '=', true).execute();
  const units = await unitsOfCounty(db);
  const atRisk = await lettersAtRisk(db, actor, runId);
  return {
    today,
    plan: inForce.plan,
    findings: lintPlan(inForce.plan, atRisk > 0 ? { atRisk } : {}),
    staff: inNameOrder(staff, ({ name }) => name).map((row) => ({ id: staffId(row.staff_id), name: row.name })),
    units: units.map(({ id, name }) => ({ id, name })),
    mayChange: mayChangePlan(actor) && !(await isClosed(db, runId)),
  };
}

/** What a change of the plan would move, and what it would break; undefined where there is no plan. */
export async function planMove(plans: PlanBook, runId: string, change: PlanChange): Promise<ChangedPlan | undefined> {
  const inForce = await plans.inForce(runId);
  return inForce && changePlan(inForce.inputs, change);
}

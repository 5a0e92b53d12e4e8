import type { Actor } from '#domain/access/actor.ts';
import { mayPlanSending } from '#domain/access/sending.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CampaignChannel } from '#domain/campaign/campaign-file.ts';
import { dayByPlan, sendingTask } from '#domain/campaign/plan-task.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { PlanDay } from './answers/sending.ts';
import type { SendingFormAnswer } from './answers/sending-form.ts';
import { inTextOrder } from './norwegian-order.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { unitsOfCounty } from './units.ts';

/** What a sending can be made of; undefined for those who may not make one. */
export async function sendingForm(
  { db, ports }: Asking,
  plans: PlanBook,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
): Promise<SendingFormAnswer | undefined> {
  const inForce = await plans.inForce(runId);
  if (!inForce || !mayPlanSending(actor)) return undefined;
  const templates = await ports.messages.newestOfEach();
  const { today } = await ports.runs.clock(runId);
  return {
    today,
    smsDay: smsDayIn(inForce.plan, today),
    tracks: inForce.plan.tracks.map(({ id, title }) => ({ id, title })),
    units: (await unitsOfCounty(db)).map(({ id, name }) => ({ id, name })),
    templates: inTextOrder(templates, ({ name }) => name).map(({ templateId, version, channel, name }) => ({
      templateId,
      version,
      channel: channel satisfies CampaignChannel,
      name,
    })),
  };
}

function smsDayIn(plan: Plan, today: Day): PlanDay | undefined {
  const due = dayByPlan(plan, { followsPlan: true }, sendingTask(plan, 'sms-round', {}));
  return due && (due.forecast || due.day > today) ? { day: due.day, forecast: due.forecast } : undefined;
}

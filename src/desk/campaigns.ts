import type { Actor } from '#domain/access/actor.ts';
import { mayApproveSending, mayPlanSending, mayStopSending } from '#domain/access/sending.ts';
import { approvalProblem } from '#domain/campaign/approval.ts';
import {
  type CampaignChannel,
  type CampaignFilter,
  type CampaignPurpose,
  newCampaign,
  type TemplateVersion,
} from '#domain/campaign/campaign-file.ts';
import type { UncertainSettlement } from '#domain/campaign/recipient.ts';
import { nextSendingMoment } from '#domain/campaign/sending-hours.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { everyTask } from '#domain/plan/plan-dates.ts';
import type { CampaignFacts, Campaigns } from '#ports/campaigns.ts';
import type { Rehearsal } from '#ports/rehearsal.ts';
import type { DeliveryReport } from '#ports/sms-gateway.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';

interface Ports extends DeskPorts {
  readonly campaigns: Campaigns;
  readonly rehearsal: Pick<Rehearsal, 'shiftOf' | 'move'>;
}

/** Who it is about, what it says, and not before when. */
export interface CampaignContent {
  readonly filter: CampaignFilter;
  readonly template: TemplateVersion;
  /** UTC ms; as soon as may be where it is left out. */
  readonly sendAt?: number;
}
export interface PlanCampaignWish extends Wish, CampaignContent {
  readonly runId: string;
  readonly title: string;
  readonly channel: CampaignChannel;
  readonly purpose: CampaignPurpose;
  /** The plan's task that is done with it; the plan's own where it is left out, none where it is null. */
  readonly taskId?: string | null;
}
export interface CampaignWish extends Wish {
  readonly runId: string;
  readonly campaignId: string;
}

/** Sendings: planned, looked at, approved by somebody else, stopped, taken up again. */
export const campaignDesk = (ports: Ports) => ({
  plan: (actor: Actor, wish: PlanCampaignWish) => plan(ports, actor, wish),
  change: (actor: Actor, wish: CampaignWish & CampaignContent) =>
    act(ports, actor, wish, mayPlanSending, async ({ file }) => {
      const { filter, template, sendAt = file.sendAt } = wish;
      return { type: 'campaign.changed', ...{ filter, template, sendAt } };
    }),
  /** Freezes the list anew; what it came to is asked of the views. */
  preview: (actor: Actor, wish: CampaignWish) =>
    act(ports, actor, wish, mayPlanSending, async () => ({ type: 'preview.asked' })),
  /** For the list and the text that were looked at. */
  approve: (actor: Actor, wish: CampaignWish & { readonly list: number; readonly fingerprint: string }) =>
    approve(ports, actor, wish),
  withdrawApproval: (actor: Actor, wish: CampaignWish) =>
    act(ports, actor, wish, mayApproveSending, async () => ({ type: 'approval.withdrawn' })),
  stop: (actor: Actor, wish: CampaignWish) =>
    act(ports, actor, wish, mayStopSending, async () => ({ type: 'campaign.stopped' })),
  resume: (actor: Actor, wish: CampaignWish) =>
    act(ports, actor, wish, mayApproveSending, async (facts, now) => ({
      type: 'campaign.resumed',
      handOverAt: await nextTime(ports, facts, now),
    })),
  end: (actor: Actor, wish: CampaignWish) =>
    act(ports, actor, wish, mayApproveSending, async () => ({ type: 'campaign.ended' })),
  settleUncertain: (actor: Actor, wish: CampaignWish & { readonly key: string; readonly as: UncertainSettlement }) =>
    settleUncertain(ports, actor, wish),
  /** What a provider says later; from the gateway's own way back, not from a person. */
  noteDelivery: (reports: readonly DeliveryReport[], at: number) => ports.campaigns.noteDelivery(reports, at),
});

async function plan(
  ports: Ports,
  actor: Actor,
  wish: PlanCampaignWish,
): Promise<Outcome<{ readonly campaignId: string }>> {
  if (!mayPlanSending(actor)) return deny();
  const { runId, title, channel, purpose, filter, template } = wish;
  const inForce = await ports.runs.planInForce(runId);
  if (!inForce) return missing();
  const wanted = channelOf[purpose];
  if (wanted !== undefined && wanted !== channel)
    return refused({ code: 'campaign.otherChannel', facts: { purpose, channel: wanted } });
  if (wish.dryRun) return accepted({ campaignId: '' });
  const campaignId = wish.commandId;
  const { now: at } = await ports.runs.clock(runId);
  const by = actor.staffId;
  const file = newCampaign({ campaignId, runId, channel, purpose, template, sendAt: wish.sendAt ?? at, by });
  const taskId = wish.taskId === undefined ? taskFor(inForce.plan, purpose, filter) : wish.taskId;
  await ports.campaigns.plan({ file, title, filter, taskId, at, by });
  await ports.engine.openMany([subjects.campaign(campaignId)]);
  return accepted({ campaignId });
}

const channelOf: Readonly<Partial<Record<CampaignPurpose, CampaignChannel>>> = {
  'standard-letter': 'letter',
  'sms-round': 'sms',
};
const conditionOf: Readonly<Partial<Record<CampaignPurpose, string>>> = {
  'standard-letter': 'every-letter-handed-over',
  'sms-round': 'every-sms-handed-over',
};

/** The plan's sending task that this campaign does: the one of its track where there are several; a campaign for some units does none. */
function taskFor(plan: Plan, purpose: CampaignPurpose, { tracks, units, cases }: CampaignFilter): string | null {
  if (units ?? cases) return null;
  const sending = everyTask(plan).filter(
    ({ task }) => task.kind.by === 'data' && task.kind.condition === conditionOf[purpose],
  );
  const found = sending.filter(({ task }) => task.track === undefined || tracks?.includes(task.track));
  return found[0]?.instance.id ?? null;
}

type Fact = { readonly type: string; readonly [key: string]: unknown };

async function act(
  ports: Ports,
  actor: Actor,
  wish: CampaignWish,
  may: (actor: Actor) => boolean,
  fact: (facts: CampaignFacts, now: number) => Promise<Fact | Outcome<never>>,
): Promise<Outcome<Done>> {
  if (!may(actor)) return deny();
  const facts = await ports.campaigns.find(wish.campaignId);
  if (facts?.file.runId !== wish.runId) return missing();
  const clock = await ports.runs.clock(wish.runId);
  const { now } = clock;
  const found = await fact(facts, now);
  if ('refusals' in found) return found as Outcome<never>;
  if (clock.isRehearsal && !wish.dryRun) await keepUp(ports, wish, now);
  // `as`: whatever a fact says, it is a fact with a type.
  const event = { ...(found as Fact), at: now, doer: doerOf(actor) };
  return tell(ports, wish, subjects.campaign(wish.campaignId), event);
}

/** A rehearsal's campaign is opened behind the run's clock; its regret window is to pass as fast as the run's own minutes. */
async function keepUp({ engine, rehearsal }: Ports, { runId, campaignId }: CampaignWish, now: number): Promise<void> {
  const subject = subjects.campaign(campaignId);
  await engine.openMany([subject]);
  await rehearsal.move([subject], now - (await rehearsal.shiftOf(runId)));
}

const approve = (
  ports: Ports,
  actor: Actor,
  wish: CampaignWish & { readonly list: number; readonly fingerprint: string },
): Promise<Outcome<Done>> =>
  act(ports, actor, wish, mayApproveSending, async ({ file }, now) => {
    const { list, fingerprint } = wish;
    const problem = approvalProblem(file, { doer: doerOf(actor), list, fingerprint });
    if (problem) return refused(problem);
    const { hours, regretMinutes } = await ports.campaigns.settings();
    const regretUntil = now + regretMinutes * 60_000;
    const handOverAt = nextSendingMoment(Math.max(file.sendAt, regretUntil), hours);
    return { type: 'campaign.approved', list, fingerprint, regretUntil, handOverAt };
  });

/** At once where it may be, but never before what was approved. */
async function nextTime({ campaigns }: Ports, { file }: CampaignFacts, now: number): Promise<number> {
  const { hours } = await campaigns.settings();
  return nextSendingMoment(file.hasBegun ? now : Math.max(now, file.handOverAt ?? now), hours);
}

const settleUncertain = (
  ports: Ports,
  actor: Actor,
  wish: CampaignWish & { readonly key: string; readonly as: UncertainSettlement },
): Promise<Outcome<Done>> =>
  act(ports, actor, wish, mayPlanSending, async (facts, now) => {
    const { campaignId, key, as } = wish;
    const row = await ports.campaigns.recipient(campaignId, key);
    if (!row) return missing();
    if (row.state !== 'uncertain') return refused({ code: 'campaign.notUncertain', facts: { state: row.state } });
    return { type: 'uncertain.settled', key, as, handOverAt: await nextTime(ports, facts, now) };
  });

import type { Actor } from '#domain/access/actor.ts';
import { mayApproveSending, mayKeepSendingSettings, mayPlanSending, mayStopSending } from '#domain/access/sending.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { approvalProblem } from '#domain/campaign/approval.ts';
import {
  type CampaignChannel,
  type CampaignFilter,
  type CampaignPurpose,
  channelOf,
  newCampaign,
} from '#domain/campaign/campaign-file.ts';
import { dayByPlan, sendingTask } from '#domain/campaign/plan-task.ts';
import type { UncertainSettlement } from '#domain/campaign/recipient.ts';
import { nextSendingMoment } from '#domain/campaign/sending-hours.ts';
import { faultsOfSettings, type SendingSettings } from '#domain/campaign/settings.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { CampaignFacts, Campaigns } from '#ports/campaigns.ts';
import type { Rehearsal } from '#ports/rehearsal.ts';
import type { DeliveryReport } from '#ports/sms-gateway.ts';
import type { Templates } from '#ports/templates.ts';
import { subjects } from '#workflows/messages.ts';
import { chosenTemplate, type TemplateChoice, unknownIn } from './campaign-content.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';

interface Ports extends DeskPorts {
  readonly campaigns: Campaigns;
  readonly templates: Pick<Templates, 'find' | 'newest' | 'newestOfEach'>;
  readonly rehearsal: Pick<Rehearsal, 'shiftOf' | 'move'>;
}

/** Who it is about, what it says, and not before when. */
export interface CampaignContent {
  readonly filter: CampaignFilter;
  readonly template: TemplateChoice;
  /** UTC ms. `by-plan`, and left out of a new one: an SMS round goes on the plan's day, everything else as soon as may be. */
  readonly sendAt?: number | 'by-plan';
}
export interface PlanCampaignWish extends Wish, CampaignContent {
  readonly runId: string;
  readonly title: string;
  /** Left out: the one that fits the purpose, else the text's own. */
  readonly channel?: CampaignChannel;
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
    act(ports, actor, wish, mayPlanSending, (facts, now) => change(ports, wish, facts, now)),
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
  /** Hours, thinking time and price: of every sending from now on, those under way too. */
  keepSettings: (actor: Actor, wish: Wish & { readonly runId: string; readonly settings: SendingSettings }) =>
    keepSettings(ports, actor, wish),
  /** What a provider says later; from the gateway's own way back, not from a person. */
  noteDelivery: (reports: readonly DeliveryReport[], at: number) => ports.campaigns.noteDelivery(reports, at),
});

async function change(
  { runs, templates }: Ports,
  wish: CampaignWish & CampaignContent,
  { file, taskId }: CampaignFacts,
  now: number,
): Promise<Fact | Outcome<never>> {
  const inForce = await runs.planInForce(wish.runId);
  const unknown = inForce ? unknownIn(wish.filter, inForce) : [];
  if (unknown.length > 0) return refused(...unknown);
  const text = await chosenTemplate(templates, wish.template, file.channel);
  if (!text.ok) return text;
  const { filter } = wish;
  const when = wish.sendAt === undefined ? file : whenOf(wish.sendAt, { purpose: file.purpose, taskId, now });
  const { sendAt, followsPlan } = when;
  return { type: 'campaign.changed', ...{ filter, template: text.value.template, sendAt, followsPlan } };
}

interface Aimed {
  readonly purpose: CampaignPurpose;
  readonly taskId: string | null;
  readonly now: number;
}

/** An SMS round of the plan waits for the plan's day, unless somebody has given it one. */
const whenOf = (sendAt: number | 'by-plan', { purpose, taskId, now }: Aimed) =>
  sendAt === 'by-plan'
    ? { sendAt: now, followsPlan: purpose === 'sms-round' && taskId !== null }
    : { sendAt, followsPlan: false };

async function plan(
  ports: Ports,
  actor: Actor,
  wish: PlanCampaignWish,
): Promise<Outcome<{ readonly campaignId: string }>> {
  if (!mayPlanSending(actor)) return deny();
  const { runId, title, purpose, filter } = wish;
  const inForce = await ports.runs.planInForce(runId);
  if (!inForce) return missing();
  const wanted = channelOf[purpose];
  if (wanted !== undefined && wish.channel !== undefined && wanted !== wish.channel)
    return refused({ code: 'campaign.otherChannel', facts: { purpose, channel: wanted } });
  const unknown = unknownIn(filter, inForce);
  if (unknown.length > 0) return refused(...unknown);
  const text = await chosenTemplate(ports.templates, wish.template, wish.channel ?? wanted);
  if (!text.ok) return text;
  if (wish.dryRun) return accepted({ campaignId: '' });
  const campaignId = wish.commandId;
  const { now: at } = await ports.runs.clock(runId);
  const by = actor.staffId;
  const taskId = wish.taskId === undefined ? sendingTask(inForce.plan, purpose, filter) : wish.taskId;
  const when = whenOf(wish.sendAt ?? 'by-plan', { purpose, taskId, now: at });
  const file = newCampaign({ campaignId, runId, purpose, ...text.value, ...when, by });
  await ports.campaigns.plan({ file, title, filter, taskId, at, by });
  await ports.engine.openMany([subjects.campaign(campaignId)]);
  return accepted({ campaignId });
}

async function keepSettings(
  { campaigns, runs }: Ports,
  actor: Actor,
  { runId, settings, dryRun }: Wish & { readonly runId: string; readonly settings: SendingSettings },
): Promise<Outcome<SendingSettings>> {
  if (!mayKeepSendingSettings(actor)) return deny();
  const faults = faultsOfSettings(settings);
  if (faults.length > 0) return refused(...faults);
  const { now: at } = await runs.clock(runId);
  if (!dryRun) await campaigns.keepSettings(settings, { at, by: actor.staffId });
  return accepted(settings);
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
  act(ports, actor, wish, mayApproveSending, async ({ file, taskId }, now) => {
    const { list, fingerprint } = wish;
    const problem = approvalProblem(file, { doer: doerOf(actor), list, fingerprint });
    if (problem) return refused(problem);
    const inForce = await ports.runs.planInForce(wish.runId);
    const planned = inForce && dayByPlan(inForce.plan, file, taskId);
    if (planned?.forecast) return refused({ code: 'campaign.dayIsForecast', facts: { day: planned.day } });
    const { hours, regretMinutes } = await ports.campaigns.settings();
    const regretUntil = now + regretMinutes * 60_000;
    const byPlan = planned ? instantAt(planned.day, hours.from) : 0;
    const handOverAt = nextSendingMoment(Math.max(file.sendAt, regretUntil, byPlan), hours);
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

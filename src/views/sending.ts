import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { maySeeNumbers } from '#domain/access/may.ts';
import { mayApproveSending, mayPlanSending, maySeeRecipients, mayStopSending } from '#domain/access/sending.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { CampaignFile, CampaignFilter, CampaignState } from '#domain/campaign/campaign-file.ts';
import { dayByPlan } from '#domain/campaign/plan-task.ts';
import { reachedStates } from '#domain/campaign/recipient.ts';
import { costOf } from '#domain/campaign/settings.ts';
import type { ReasonCount, SameList, SendingAnswer, SendingReport } from './answers/sending.ts';
import { lapsedApprovals } from './lapsed-approvals.ts';
import { inTextOrder } from './norwegian-order.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking, Tabled } from './ports.ts';
import { isClosed } from './run.ts';
import { countsIn, sum, type Tally, talliesOf } from './sending-counts.ts';
import { type CampaignRecord, campaignRows, headOf } from './sendings.ts';
import { namesOf } from './staff-names.ts';
import { unitsOfCounty } from './units.ts';

/** Whose question it is, and about which sending of which run. */
export interface SendingAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly campaignId: string;
}

/** One sending with its numbers and what the reader may do; undefined where there is none or they see no numbers. */
export async function sending(asking: Asking, plans: PlanBook, ask: SendingAsk): Promise<SendingAnswer | undefined> {
  const { db, ports } = asking;
  const { actor, runId } = ask;
  const row = await recordOf(db, ask);
  if (!row) return undefined;
  const file = await fileOf(db, row.campaign_id);
  const planDay = await dayOfPlan(plans, runId, file, row.task_id);
  const tallies = await talliesOf(db, actor, [row.campaign_id]);
  const nameOf = await namesOf(db, [row.made_by, row.approved_by, row.stopped_by]);
  const frozen = await db
    .selectFrom('campaign_list')
    .select(['fingerprint', 'frozen_at'])
    .where('campaign_id', '=', row.campaign_id)
    .where('list_no', '=', row.list_no)
    .executeTakeFirst();
  const going = tallies.filter(({ state }) => state !== 'excluded' && state !== 'manual' && state !== 'taken-out');
  const parts = going.reduce((all, one) => all + one.parts, 0);
  return {
    ...headOf(row, tallies, nameOf(row.made_by)),
    today: (await ports.runs.clock(runId)).today,
    // `as`: the desk and the machine write the filter.
    filter: row.filter as CampaignFilter,
    template: { templateId: row.template_id, version: row.template_version },
    taskId: row.task_id ?? undefined,
    planDay,
    approvalLapsed: (await lapsedApprovals(db, runId)).some((one) => one.campaignId === row.campaign_id),
    list: row.list_no,
    fingerprint: frozen?.fingerprint,
    frozenAt: frozen?.frozen_at,
    reasons: reasonsIn(tallies),
    units: await unitsIn(db, tallies),
    languages: languagesIn(going),
    parts,
    cost: row.channel === 'sms' ? costOf(parts, await ports.campaigns.settings()) : 0,
    sameListBefore: frozen ? await sameListBefore(db, row, frozen.fingerprint) : [],
    writtenToLately: await writtenToLately(db, row),
    approvedBy: nameOf(row.approved_by),
    approvedAt: row.approved_at ?? undefined,
    handOverAt: row.hand_over_at ?? undefined,
    begunAt: row.begun_at ?? undefined,
    stoppedAt: row.stopped_at ?? undefined,
    stoppedBy: nameOf(row.stopped_by),
    settledAt: row.settled_at ?? undefined,
    pile: await pileOf(db, row.campaign_id),
    acts: await actsOf(db, row.campaign_id),
    ...mayDo(ask, row, { file, planDay, isOpen: !(await isClosed(db, runId)) }),
  };
}

/** What the campaign's machine remembers. */
async function fileOf(db: Tabled, campaignId: string): Promise<CampaignFile | undefined> {
  const standing = await db
    .selectFrom('standing')
    .select(['input', 'snapshot'])
    .where('subject', '=', `campaign/${campaignId}`)
    .executeTakeFirst();
  // `as`: a campaign's standing holds its file, as input before the first step and as the machine's context after.
  return ((standing?.snapshot as { readonly context: CampaignFile } | null)?.context ?? standing?.input) as unknown as
    | CampaignFile
    | undefined;
}

async function dayOfPlan(
  plans: PlanBook,
  runId: string,
  file: CampaignFile | undefined,
  taskId: string | null,
): Promise<SendingAnswer['planDay']> {
  const inForce = file && (await plans.inForce(runId));
  const found = inForce && dayByPlan(inForce.plan, file, taskId);
  return found && { day: found.day, forecast: found.forecast };
}

/** Who got it and who did not, in numbers that are the lengths of the recipients' lists. */
export async function sendingReport({ db }: Asking, ask: SendingAsk): Promise<SendingReport | undefined> {
  const row = await recordOf(db, ask);
  if (!row) return undefined;
  const tallies = await talliesOf(db, ask.actor, [row.campaign_id]);
  const counts = countsIn(tallies);
  const nameOf = await namesOf(db, [row.stopped_by]);
  return {
    campaignId: row.campaign_id,
    title: row.title,
    state: row.state as CampaignState,
    stoppedAt: row.stopped_at ?? undefined,
    stoppedBy: nameOf(row.stopped_by),
    reached: reachedStates.reduce((all, state) => all + counts[state], 0),
    notReached: counts.planned + counts.failed + counts['taken-out'] + counts.excluded + counts.manual,
    uncertain: counts.uncertain,
    underWay: counts['handing-over'],
    reasons: reasonsIn(tallies),
  };
}

export const recordOf = async (db: Tabled, { actor, runId, campaignId }: SendingAsk) =>
  maySeeNumbers(actor)
    ? campaignRows(db).where('campaign_id', '=', campaignId).where('run_id', '=', runId).executeTakeFirst()
    : undefined;

interface Known {
  readonly file: CampaignFile | undefined;
  readonly planDay: SendingAnswer['planDay'];
  /** The school year is not closed. */
  readonly isOpen: boolean;
}

function mayDo({ actor }: SendingAsk, { state, approved_by }: CampaignRecord, { file, planDay, isOpen }: Known) {
  const stands = (...states: readonly CampaignState[]): boolean => isOpen && states.some((one) => one === state);
  const isUntouched = !file?.hasBegun;
  const isMaker = file?.makers.includes(actor.staffId) ?? true;
  const approves = mayApproveSending(actor);
  return {
    mayChange: mayPlanSending(actor) && isUntouched && stands('planned', 'previewed', 'approved', 'waiting', 'stopped'),
    mayPreview: mayPlanSending(actor) && stands('planned', 'previewed'),
    mayApprove:
      approves && !isMaker && stands('previewed') && (file?.recipients ?? 0) > 0 && planDay?.forecast !== true,
    mayWithdraw: approves && isUntouched && stands('approved', 'waiting'),
    mayStop: mayStopSending(actor) && stands('planned', 'freezing', 'previewed', 'approved', 'waiting', 'handingOver'),
    mayResume: approves && stands('stopped') && approved_by !== null,
    mayEnd: approves && stands('stopped'),
    maySettle: mayPlanSending(actor) && stands('waiting', 'handingOver', 'settled', 'stopped'),
    maySeeRecipients: maySeeRecipients(actor),
  };
}

/** Every reason with how many it holds, the most first. */
function reasonsIn(tallies: readonly Tally[]): readonly ReasonCount[] {
  const found = new Map<string, ReasonCount>();
  for (const { state, reason, n } of tallies) {
    if (reason === null) continue;
    const key = `${state} ${reason}`;
    found.set(key, { state, reason, count: (found.get(key)?.count ?? 0) + n });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

async function unitsIn(db: Tabled, tallies: readonly Tally[]): Promise<SendingAnswer['units']> {
  const known = new Map((await unitsOfCounty(db)).map(({ id, name }): readonly [string, string] => [id, name]));
  const ids = [...new Set(tallies.map(({ unitId }) => unitId ?? ''))];
  const units = ids.map((id) => ({
    id,
    name: known.get(id) ?? id,
    counts: countsIn(tallies.filter(({ unitId }) => (unitId ?? '') === id)),
  }));
  return inTextOrder(units, ({ name }) => name);
}

const languagesIn = (going: readonly Tally[]): SendingAnswer['languages'] =>
  [...new Set(going.flatMap(({ language }) => language ?? []))]
    .sort()
    .map((language) => ({ language, count: sum(going.filter((one) => one.language === language)) }));

/** Sendings that have begun, to the very same people on the same channel. */
async function sameListBefore(db: Tabled, row: CampaignRecord, fingerprint: string): Promise<readonly SameList[]> {
  const rows = await db
    .selectFrom('campaign_list')
    .innerJoin('campaign', (join) =>
      join
        .onRef('campaign.campaign_id', '=', 'campaign_list.campaign_id')
        .onRef('campaign.list_no', '=', 'campaign_list.list_no'),
    )
    .select(['campaign.campaign_id', 'title', 'begun_at'])
    .where('fingerprint', '=', fingerprint)
    .where('campaign.campaign_id', '<>', row.campaign_id)
    .where('begun_at', 'is not', null)
    .orderBy('begun_at', 'desc')
    .execute();
  return rows.map(({ campaign_id, title, begun_at }) => ({
    campaignId: campaign_id,
    title,
    on: dayOf(instant(begun_at ?? 0)),
  }));
}

const fortnight = 14 * 86_400_000;

async function writtenToLately(db: Tabled, row: CampaignRecord): Promise<number> {
  const from = (row.hand_over_at ?? row.send_at) - fortnight;
  const found = await db
    .selectFrom('campaign_recipient as mine')
    .select((where) => where.fn.count<number>('mine.case_id').distinct().as('n'))
    .where('mine.campaign_id', '=', row.campaign_id)
    .where('mine.state', '=', 'planned')
    .where(
      sql<boolean>`exists (select 1 from campaign_recipient as theirs join campaign on campaign.campaign_id = theirs.campaign_id
        where theirs.case_id = mine.case_id and theirs.campaign_id <> mine.campaign_id and channel = ${row.channel}
          and theirs.state in ('handed-over', 'delivered') and theirs.handed_at >= ${from}::bigint)`,
    )
    .executeTakeFirst();
  return found?.n ?? 0;
}

async function pileOf(db: Tabled, campaignId: string): Promise<SendingAnswer['pile']> {
  const row = await db
    .selectFrom('letter_post')
    .innerJoin('campaign_recipient', 'campaign_recipient.recipient_key', 'letter_post.letter_key')
    .select((where) => [
      where.fn.countAll<number>().filterWhere('batch_id', 'is', null).as('waiting'),
      where.fn.countAll<number>().filterWhere('batch_id', 'is not', null).as('printed'),
    ])
    .where('campaign_recipient.campaign_id', '=', campaignId)
    .where('discarded', '=', false)
    .executeTakeFirst();
  return row ?? { waiting: 0, printed: 0 };
}

async function actsOf(db: Tabled, campaignId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('campaign_recipient')
    .select('act_id')
    .distinct()
    .where('campaign_id', '=', campaignId)
    .where('act_id', 'is not', null)
    .orderBy('act_id')
    .execute();
  return rows.flatMap(({ act_id }) => act_id ?? []);
}

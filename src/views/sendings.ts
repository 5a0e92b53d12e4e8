import type { Actor } from '#domain/access/actor.ts';
import { maySeeNumbers } from '#domain/access/may.ts';
import { mayPlanSending } from '#domain/access/sending.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { CampaignChannel, CampaignPurpose, CampaignState } from '#domain/campaign/campaign-file.ts';
import type { SendingHead, SendingsAnswer } from './answers/sending.ts';
import type { Asking, Tabled } from './ports.ts';
import { isClosed } from './run.ts';
import { countsIn, type Tally, talliesOf } from './sending-counts.ts';
import { namesOf } from './staff-names.ts';

/** The run's sendings, the newest first, each with its numbers. */
export async function sendings({ db, ports }: Asking, actor: Actor, runId: string): Promise<SendingsAnswer> {
  const { today } = await ports.runs.clock(runId);
  const rows = maySeeNumbers(actor) ? await campaignRows(db).where('run_id', '=', runId).execute() : [];
  const tallies = await talliesOf(
    db,
    actor,
    rows.map(({ campaign_id }) => campaign_id),
  );
  const nameOf = await namesOf(
    db,
    rows.map(({ made_by }) => made_by),
  );
  return {
    today,
    sendings: rows.map((row) =>
      headOf(
        row,
        tallies.filter(({ campaignId }) => campaignId === row.campaign_id),
        nameOf(row.made_by),
      ),
    ),
    mayPlan: mayPlanSending(actor) && !(await isClosed(db, runId)),
  };
}

export type CampaignRecord = Awaited<ReturnType<ReturnType<typeof campaignRows>['execute']>>[number];

export const campaignRows = (db: Tabled) =>
  db.selectFrom('campaign').selectAll().orderBy('made_at', 'desc').orderBy('campaign_id');

export const headOf = (row: CampaignRecord, tallies: readonly Tally[], madeBy: string | undefined): SendingHead => ({
  campaignId: row.campaign_id,
  title: row.title,
  // `as`: the desk and the machine write these columns.
  channel: row.channel as CampaignChannel,
  purpose: row.purpose as CampaignPurpose,
  state: row.state as CampaignState,
  madeOn: dayOf(instant(row.made_at)),
  madeBy,
  sendAt: row.send_at,
  counts: countsIn(tallies),
});

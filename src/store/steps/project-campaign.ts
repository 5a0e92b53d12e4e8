import { sql } from 'kysely';
import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import type { UncertainSettlement } from '#domain/campaign/recipient.ts';
import type { Happening, Step } from '#domain/standing.ts';
import type { Asking, Projection, Row } from './projection.ts';

/** The campaign's row as of a step; with it the recipients' rows that the step is about. */
export function projectCampaign(ask: Asking, { event, snapshot }: Step): Projection {
  // `as`: a campaign step's context is a campaign's file, put there by its machine.
  const file = snapshot.context as unknown as CampaignFile;
  const state = String(snapshot.value);
  const campaign = ask
    .updateTable('campaign')
    .set({
      state,
      list_no: file.list,
      template_id: file.template.templateId,
      template_version: file.template.version,
      send_at: file.sendAt,
      approved_by: file.approvedBy,
      hand_over_at: file.handOverAt,
      ...momentsOf(event, state),
    })
    .where('campaign_id', '=', file.campaignId);
  if (event.type === 'uncertain.settled')
    return { rows: [campaign, settledOne(ask, file.campaignId, event as Settled)] };
  if (event.type === 'campaign.ended') return { rows: [campaign, theRestTakenOut(ask, file.campaignId)] };
  return { rows: [campaign] };
}

type Settled = Happening & { readonly key: string; readonly as: UncertainSettlement };

function momentsOf(event: Happening, state: string) {
  const { at, doer } = event;
  switch (event.type) {
    case 'campaign.changed':
      return { filter: JSON.stringify((event as Happening & { readonly filter: unknown }).filter), approved_at: null };
    case 'campaign.approved':
      return { approved_at: at };
    case 'preview.asked':
    case 'approval.withdrawn':
      return { approved_at: null };
    case 'campaign.stopped':
      return { stopped_at: at, stopped_by: doer.by };
    case 'campaign.resumed':
      return { stopped_at: null, stopped_by: null };
    case 'deadline.passed':
      return state === 'handingOver' ? { begun_at: sql<number>`coalesce(begun_at, ${at}::bigint)` } : {};
    case 'contacts.noted':
      return state === 'settled' ? { settled_at: at } : {};
    default:
      return {};
  }
}

/** A person's word on one row; a provider's report that came first has settled it already. */
function settledOne(ask: Asking, campaignId: string, { key, as, at, doer }: Settled): Row {
  const settled = { settled_at: at, settled_by: doer.by };
  const becomes = {
    sent: { ...settled, state: 'handed-over', handed_at: at },
    'not-sent': { ...settled, state: 'failed', reason: 'not-sent' },
    again: { state: 'planned', settled_by: doer.by },
  } as const;
  return ask
    .updateTable('campaign_recipient')
    .set(becomes[as])
    .where('recipient_key', '=', key)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'uncertain');
}

const theRestTakenOut = (ask: Asking, campaignId: string): Row =>
  ask
    .updateTable('campaign_recipient')
    .set({ state: 'taken-out', reason: 'ended' })
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'planned');

import { sql, type Transaction } from 'kysely';
import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import type { UncertainSettlement } from '#domain/campaign/recipient.ts';
import type { Happening, Step } from '#domain/standing.ts';
import type { Tables } from '../schema.ts';

type Tx = Transaction<Tables>;

/** The campaign's row as of a step; with it the recipients' rows that the step is about. */
export async function projectCampaign(tx: Tx, { event, snapshot }: Step): Promise<void> {
  // `as`: a campaign step's context is a campaign's file, put there by its machine.
  const file = snapshot.context as unknown as CampaignFile;
  const state = String(snapshot.value);
  await tx
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
    .where('campaign_id', '=', file.campaignId)
    .execute();
  if (event.type === 'uncertain.settled') await settleOne(tx, file.campaignId, event as Settled);
  if (event.type === 'campaign.ended') await takeOutTheRest(tx, file.campaignId);
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
async function settleOne(tx: Tx, campaignId: string, { key, as, at, doer }: Settled): Promise<void> {
  const settled = { settled_at: at, settled_by: doer.by };
  const becomes = {
    sent: { ...settled, state: 'handed-over', handed_at: at },
    'not-sent': { ...settled, state: 'failed', reason: 'not-sent' },
    again: { state: 'planned', settled_by: doer.by },
  } as const;
  await tx
    .updateTable('campaign_recipient')
    .set(becomes[as])
    .where('recipient_key', '=', key)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'uncertain')
    .execute();
}

async function takeOutTheRest(tx: Tx, campaignId: string): Promise<void> {
  await tx
    .updateTable('campaign_recipient')
    .set({ state: 'taken-out', reason: 'ended' })
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'planned')
    .execute();
}

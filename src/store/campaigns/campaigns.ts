import { sql } from 'kysely';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { CampaignFile, CampaignFilter, CampaignState } from '#domain/campaign/campaign-file.ts';
import type { RecipientState } from '#domain/campaign/recipient.ts';
import { defaultSendingSettings, type SendingSettings } from '#domain/campaign/settings.ts';
import type { Households } from '#domain/campaign/sort-out.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import type { LanguageForm } from '#domain/person/youth-record.ts';
import type { CampaignFacts, Campaigns, NewCampaign, Placed } from '#ports/campaigns.ts';
import type { DeliveryReport } from '#ports/sms-gateway.ts';
import type { Database } from '../open.ts';
import { standingRow } from '../standing-row.ts';
import { freeze } from './freeze.ts';

/** Campaigns on our database; who else gets a letter is the household's rule, given where things are joined. */
export const campaigns = (db: Database, households: Households): Campaigns => ({
  plan: (campaign) => plan(db, campaign),
  find: async (campaignId) => {
    const row = await facts(db).where('campaign.campaign_id', '=', campaignId).executeTakeFirst();
    return row && factsIn(row);
  },
  waitingIn: async (runId) => {
    const rows = await facts(db)
      .where('campaign.run_id', '=', runId)
      .where('campaign.state', 'in', ['approved', 'waiting'])
      .execute();
    return rows.map(factsIn);
  },
  settings: async () => {
    const row = await db.selectFrom('setting').select('value').where('name', '=', 'sending').executeTakeFirst();
    // `as`: only whoever keeps settings writes this row, and what it leaves out stands as it is.
    const known = { ...defaultSendingSettings, ...((row?.value ?? {}) as Partial<SendingSettings>) };
    return { hours: known.hours, regretMinutes: known.regretMinutes, smsPartPrice: known.smsPartPrice };
  },
  keepSettings: async (settings, kept) => {
    const value = JSON.stringify({ ...settings, kept });
    await db
      .insertInto('setting')
      .values({ name: 'sending', value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  },
  freeze: async (wish) => freeze(db, await households(), wish),
  piecesFrom: (campaignId, list, place, atMost) => piecesFrom(db, campaignId, list, place, atMost),
  noteParts: async (parts) => {
    const rows = [...parts].map(([key, n]) => ({ key, n }));
    await sql`
      update campaign_recipient set parts = measured.n from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as measured(key text, n int)
      where recipient_key = measured.key`.execute(db);
  },
  recipient: async (campaignId, key) => {
    const row = await db
      .selectFrom('campaign_recipient')
      .select('state')
      .where('campaign_id', '=', campaignId)
      .where('recipient_key', '=', key)
      .executeTakeFirst();
    // `as`: the column holds the states of `recipient.ts`.
    return row && { state: row.state as RecipientState };
  },
  noteDelivery: (reports, at) => noteDelivery(db, reports, at),
});

/** The row, where its machine begins, and the first line of its journal. */
const plan = (db: Database, { file, title, filter, taskId, at, by }: NewCampaign): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('campaign')
      .values({
        campaign_id: file.campaignId,
        run_id: file.runId,
        title,
        channel: file.channel,
        purpose: file.purpose,
        filter: JSON.stringify(filter),
        template_id: file.template.templateId,
        template_version: file.template.version,
        send_at: file.sendAt,
        task_id: taskId,
        state: 'planned',
        list_no: 0,
        made_at: at,
        made_by: by,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('campaign_id')
      .executeTakeFirst();
    if (!inserted) return;
    const subject = `campaign/${file.campaignId}`;
    await tx
      .insertInto('standing')
      .values(standingRow('campaign', subject, file.runId, file))
      .execute();
    const event = { type: 'campaign.planned', at, doer: { by } };
    await tx
      .insertInto('journal')
      .values({
        ...{ subject, sequence: 0, run_id: file.runId, event_type: event.type, event: JSON.stringify(event) },
        ...{ by_staff: by, on_behalf_of: null, effective_on: null, recorded_at: at, command_id: null, fingerprint: '' },
      })
      .execute();
  });

const facts = (db: Database) =>
  db
    .selectFrom('campaign')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'campaign/' || campaign.campaign_id`))
    .select(['campaign.state', 'campaign.filter', 'campaign.task_id', 'standing.input', 'standing.snapshot']);

function factsIn(row: Awaited<ReturnType<ReturnType<typeof facts>['executeTakeFirstOrThrow']>>): CampaignFacts {
  // `as`: a campaign's standing holds its file, as input before the first step and as the machine's context after.
  const snapshot = row.snapshot as { readonly context: CampaignFile } | null;
  return {
    file: snapshot?.context ?? (row.input as unknown as CampaignFile),
    state: row.state as CampaignState,
    filter: row.filter as CampaignFilter,
    taskId: row.task_id,
  };
}

async function piecesFrom(
  db: Database,
  campaignId: string,
  list: number,
  place: number,
  atMost: number,
): Promise<readonly Placed[]> {
  const rows = await db
    .selectFrom('campaign_recipient as row')
    .innerJoin('campaign', 'campaign.campaign_id', 'row.campaign_id')
    .select(['recipient_key', 'case_id', 'addressee', 'language', 'place', 'run_id', 'template_id', 'template_version'])
    .select('send_at')
    .where('row.campaign_id', '=', campaignId)
    .where('row.list_no', '=', list)
    .where('row.state', '=', 'planned')
    .where('place', '>=', place)
    .orderBy('place')
    .limit(atMost)
    .execute();
  return rows.map((row) => ({
    key: row.recipient_key,
    runId: row.run_id,
    caseId: row.case_id,
    // `as`: `freeze` writes both.
    addressee: row.addressee as Addressee,
    language: row.language as LanguageForm,
    template: { templateId: row.template_id, version: row.template_version },
    on: dayOf(instant(row.send_at)) satisfies Day,
    place: row.place,
  }));
}

const settledBy = { delivered: 'delivered', failed: 'failed', expired: 'failed' } as const;

/** By key, else by the reference the receipt had. A report proves that the piece was taken, whatever we knew of it. */
async function noteDelivery(db: Database, reports: readonly DeliveryReport[], at: number): Promise<number> {
  const rows = reports.flatMap(({ key, reference, state, why }) =>
    state === 'buffered' ? [] : [{ key, reference, state: settledBy[state], why }],
  );
  const changed = await sql`
    update campaign_recipient set state = said.state, reason = case said.state when 'failed' then said.why end, settled_at = ${at}::bigint,
      handed_at = coalesce(handed_at, ${at}::bigint), claim = null, claimed_at = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said(key text, reference text, state text, why text)
    where (recipient_key = said.key or (said.key is null and campaign_recipient.reference = said.reference))
      and campaign_recipient.state in ('planned', 'handing-over', 'handed-over', 'uncertain')`.execute(db);
  return Number(changed.numAffectedRows ?? 0);
}

import { maySeeRecipients } from '#domain/access/sending.ts';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { CampaignChannel } from '#domain/campaign/campaign-file.ts';
import type { RecipientState } from '#domain/campaign/recipient.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import { caseId } from '#domain/ids.ts';
import type { LanguageForm } from '#domain/person/youth-record.ts';
import type { RecipientPreview, RecipientRow, RecipientsAnswer } from './answers/sending.ts';
import type { Asking, Tabled } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { recordOf, type SendingAsk } from './sending.ts';

const pageSize = 50;

/** A page of recipients by name: those whom the reader may see, in one state or all. */
export async function recipients(
  { db }: Asking,
  ask: SendingAsk & { readonly shown: RecipientState | undefined; readonly page: number },
): Promise<RecipientsAnswer | undefined> {
  const { actor, campaignId, shown } = ask;
  const row = await recordOf(db, ask);
  if (!row || !maySeeRecipients(actor)) return undefined;
  const page = Math.max(1, ask.page);
  const found = seenBy(db, ask).$if(shown !== undefined, (query) => query.where('to.state', '=', shown ?? ''));
  const counted = await found.select((where) => where.fn.countAll<number>().as('n')).executeTakeFirst();
  const rows = await withNames(found)
    .orderBy('to.place')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { campaignId, shown, rows: rows.map(recipientRow), total: counted?.n ?? 0, page, pageSize };
}

/** What one addressee gets, as it would go out now; undefined for one the reader may not see, and for one that gets nothing. */
export async function recipientPreview(
  { db, ports }: Asking,
  ask: SendingAsk & { readonly key: string },
): Promise<RecipientPreview | undefined> {
  const campaign = await recordOf(db, ask);
  if (!campaign || !maySeeRecipients(ask.actor)) return undefined;
  const row = await withNames(seenBy(db, ask)).where('recipient_key', '=', ask.key).executeTakeFirst();
  if (!row || row.state === 'manual') return undefined;
  const { key, caseId: id, name, language } = recipientRow(row);
  // `as`: freezing writes addressee and language.
  const addressee = row.addressee as Addressee;
  const { today } = await ports.runs.clock(ask.runId);
  const goes = dayOf(instant(row.handed_at ?? campaign.hand_over_at ?? campaign.send_at));
  // What has waited goes no earlier than today.
  const on: Day = row.state === 'planned' && goes < today ? today : goes;
  const template = { templateId: campaign.template_id, version: campaign.template_version };
  const piece = {
    key,
    runId: ask.runId,
    caseId: id,
    addressee,
    language: (language ?? 'nb') as LanguageForm,
    template,
    on,
  };
  const channel = await ports.channels(campaign.channel as CampaignChannel, ask.runId);
  const made = (await channel.preview([piece])).get(key);
  return made && { key, caseId: id, name, addressee, language: piece.language, ...made };
}

const seenBy = (db: Tabled, { actor, campaignId }: SendingAsk) =>
  db
    .selectFrom('campaign_recipient as to')
    .innerJoin('youth_case', 'youth_case.case_id', 'to.case_id')
    .where('to.campaign_id', '=', campaignId)
    .where('to.case_id', 'in', (from) =>
      from
        .selectFrom('youth_case')
        .select('youth_case.case_id')
        .where(within(reachOf(actor))),
    );

const withNames = (found: ReturnType<typeof seenBy>) =>
  found
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'to.unit_id')
    .select([
      'to.recipient_key',
      'to.case_id',
      'person.name',
      'to.addressee',
      'unit.name as unit',
      'to.language',
      'to.state',
      'to.reason',
      'to.parts',
      'to.handed_at',
    ]);

type Found = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

const recipientRow = (row: Found): RecipientRow => ({
  key: row.recipient_key,
  caseId: caseId(row.case_id),
  name: row.name,
  addressee: row.addressee,
  unit: row.unit ?? '',
  language: row.language ?? undefined,
  // `as`: the column holds the states of `recipient.ts`.
  state: row.state as RecipientState,
  reason: row.reason ?? undefined,
  parts: row.parts ?? undefined,
  handedAt: row.handed_at ?? undefined,
});

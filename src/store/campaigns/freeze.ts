import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CampaignFilter } from '#domain/campaign/campaign-file.ts';
import { type Aim, type Household, type Sorted, sortOut } from '#domain/campaign/sort-out.ts';
import type { Campaigns, FrozenList } from '#ports/campaigns.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import { type CandidateRow, candidateOf, candidates, named, repliedSinceSending } from './candidates.ts';

type Wish = Parameters<Campaigns['freeze']>[0];
type Row = CandidateRow & { readonly has_replied: boolean };

/** Names who gets a campaign and who does not under a list number, in one transaction; the same number again gives the first answer. */
export const freeze = (db: Database, household: Household, wish: Wish): Promise<FrozenList> =>
  db.transaction().execute(async (tx) => {
    const { campaignId, list, at, on } = wish;
    const campaign = await tx
      .selectFrom('campaign')
      .select(['run_id', 'channel', 'purpose', 'filter'])
      .where('campaign_id', '=', campaignId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const earlier = await tx
      .selectFrom('campaign_list')
      .select(['fingerprint', 'recipients'])
      .where('campaign_id', '=', campaignId)
      .where('list_no', '=', list)
      .executeTakeFirst();
    if (earlier) return earlier;
    // `as`: `plan` and the machine's steps write these columns.
    const aim = campaign as unknown as Aim;
    const rows = await candidates(tx, campaign.run_id, aim.channel)
      .select(repliedSinceSending.as('has_replied'))
      .where(named(campaign.filter as CampaignFilter))
      // By unit, as letters are sorted and as people read them.
      .orderBy(sql`youth_case.unit_id nulls last`)
      .orderBy('youth_case.sort_name')
      .orderBy('youth_case.case_id')
      .execute();
    const sorted = rows.flatMap((row) => lines(row, sortOut(candidateOf(row, row.has_replied), aim, on, household)));
    const recipients = sorted.map((line, place) => ({
      ...line,
      recipient_key: `${campaignId}.${list}.${place}`,
      campaign_id: campaignId,
      list_no: list,
      place,
    }));
    // A list that is replaced has served: what was looked at before is told by its fingerprint alone.
    await tx
      .deleteFrom('campaign_recipient')
      .where('campaign_id', '=', campaignId)
      .where('list_no', '<', list)
      .execute();
    await insertMany(tx, 'campaign_recipient', recipients);
    const planned = recipients.filter(({ state }) => state === 'planned');
    const frozen = { fingerprint: fingerprintOf(aim, planned), recipients: planned.length };
    await tx
      .insertInto('campaign_list')
      .values({ campaign_id: campaignId, list_no: list, frozen_at: at, ...frozen })
      .execute();
    return frozen;
  });

const lines = (row: Row, { language, lines: sorted }: Sorted) =>
  sorted.map((line) => ({
    case_id: row.case_id,
    addressee: line.addressee,
    unit_id: row.unit_id,
    language,
    state: line.stands,
    reason: line.stands === 'excluded' ? line.reason : null,
    parts: null,
    contacts_known: row.contacts_known,
    is_noted: false,
  }));

/** The same people on the same channel give the same mark, in whatever order and campaign. */
function fingerprintOf({ channel }: Aim, planned: ReturnType<typeof lines>): string {
  const who = planned.map(({ case_id, addressee }) => `${case_id} ${addressee}`).sort();
  return createHash('sha256')
    .update(`${channel}\n${who.join('\n')}`)
    .digest('base64url');
}

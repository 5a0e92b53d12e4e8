import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { reachedStates } from '#domain/campaign/recipient.ts';
import type { FollowUps } from '#ports/campaigns.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';

/** What follows from sending, read from the recipients' rows. */
export const followUps = (db: Database): FollowUps => ({
  unnoted: (campaignId, atMost) => unnoted(db, campaignId, atMost),
  noted: async (keys) => {
    await db
      .updateTable('campaign_recipient')
      .set({ is_noted: true })
      .where('recipient_key', 'in', among(keys))
      .execute();
  },
  open: async (campaignId) => {
    const row = await db
      .selectFrom('campaign_recipient')
      .select((where) => [
        where.fn.countAll<number>().filterWhere('state', 'in', ['planned', 'handing-over']).as('planned'),
        where.fn.countAll<number>().filterWhere('state', '=', 'uncertain').as('uncertain'),
      ])
      .where('campaign_id', '=', campaignId)
      .executeTakeFirst();
    return row ?? { planned: 0, uncertain: 0 };
  },
  uncoded: async (campaignId) => {
    const rows = await youthsReached(db, campaignId)
      .innerJoin('youth_case', 'youth_case.case_id', 'campaign_recipient.case_id')
      .select(['campaign_recipient.case_id as caseId', 'youth_case.born_on'])
      .where('act_id', 'is', null)
      .orderBy('place')
      .execute();
    // `as`: a `date` column gives days.
    return rows.map(({ caseId, born_on }) => ({ caseId, born: born_on as Day | null }));
  },
  coded: async (campaignId, cases, actId) => {
    await db
      .updateTable('campaign_recipient')
      .set({ act_id: actId })
      .where('campaign_id', '=', campaignId)
      .where('addressee', '=', 'youth')
      .where('case_id', 'in', among(cases))
      .execute();
  },
});

const unnoted = (db: Database, campaignId: string, atMost: number) =>
  youthsReached(db, campaignId)
    .select([
      'recipient_key as key',
      'campaign_recipient.case_id as caseId',
      sql<number>`coalesce(handed_at, 0)`.as('at'),
    ])
    .where('is_noted', '=', false)
    .orderBy('place')
    .limit(atMost)
    .execute();

const youthsReached = (db: Database, campaignId: string) =>
  db
    .selectFrom('campaign_recipient')
    .where('campaign_id', '=', campaignId)
    .where('addressee', '=', 'youth')
    .where('campaign_recipient.state', 'in', [...reachedStates]);

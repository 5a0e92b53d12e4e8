import type { Actor } from '#domain/access/actor.ts';
import { maySeeProtected } from '#domain/access/may.ts';
import { type RecipientCounts, type RecipientState, recipientStates } from '#domain/campaign/recipient.ts';
import { among } from './among.ts';
import type { Tabled } from './ports.ts';

/** How many rows stand alike. */
export interface Tally {
  readonly campaignId: string;
  readonly state: RecipientState;
  readonly reason: string | null;
  readonly unitId: string | null;
  readonly language: string | null;
  readonly parts: number;
  readonly n: number;
}

/** The recipients of some campaigns, counted. Rows that are a person's own work are told only to those who may know why. */
export async function talliesOf(db: Tabled, actor: Actor, ids: readonly string[]): Promise<readonly Tally[]> {
  const rows = await db
    .selectFrom('campaign_recipient')
    .select((where) => [
      'campaign_id as campaignId',
      'state',
      'reason',
      'unit_id as unitId',
      'language',
      where.fn.coalesce(where.fn.sum<number>('parts'), where.val(0)).as('parts'),
      where.fn.countAll<number>().as('n'),
    ])
    .where('campaign_id', 'in', among(ids))
    .groupBy(['campaign_id', 'state', 'reason', 'unit_id', 'language'])
    .execute();
  // `as`: the column holds the states of `recipient.ts`.
  const tallies = rows.map((row) => ({ ...row, state: row.state as RecipientState, parts: Number(row.parts) }));
  return maySeeProtected(actor) ? tallies : tallies.filter(({ state }) => state !== 'manual');
}

export const countsIn = (tallies: readonly Tally[]): RecipientCounts =>
  // `as`: the keys are all states there are.
  Object.fromEntries(
    recipientStates.map((state) => [state, sum(tallies.filter((one) => one.state === state))]),
  ) as RecipientCounts;

export const sum = (tallies: readonly Tally[]): number => tallies.reduce((all, { n }) => all + n, 0);

import { sql, type Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { type Aim, type Household, type Households, sortOut, standsNow } from '#domain/campaign/sort-out.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import type { LanguageForm } from '#domain/person/youth-record.ts';
import type { HandOverBook, Stranded } from '#ports/campaigns.ts';
import type { Piece, PieceStanding, Receipt } from '#ports/channel.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import { candidateOf, candidates, repliedAfter } from './candidates.ts';

type Tx = Transaction<Tables>;

/** The database's own clock, whatever the machine: claims of several processes are held against each other. */
const databaseNow = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Claims and what became of them on our database. */
export const handOverBook = (db: Database, households: Households): HandOverBook => ({
  claim: async (wish) => {
    const household = await households();
    return db.transaction().execute((tx) => claim(tx, household, wish));
  },
  holds: async (campaignId, claim, keys) => {
    const row = await db
      .selectFrom('campaign_recipient')
      .innerJoin('campaign', 'campaign.campaign_id', 'campaign_recipient.campaign_id')
      .select((where) => where.fn.countAll<number>().as('n'))
      .where('campaign_recipient.campaign_id', '=', campaignId)
      .where('claim', '=', claim)
      .where('campaign_recipient.state', '=', 'handing-over')
      .where('campaign.state', '=', 'handingOver')
      .executeTakeFirst();
    return row?.n === keys.length;
  },
  release: async (campaignId, claim) => {
    await db
      .updateTable('campaign_recipient')
      .set({ state: 'planned', claim: null, claimed_at: null })
      .where('campaign_id', '=', campaignId)
      .where('claim', '=', claim)
      .where('state', '=', 'handing-over')
      .execute();
  },
  settle: (campaignId, claim, receipts, at) =>
    db.transaction().execute((tx) => settle(tx, campaignId, claim, receipts, at)),
  stranded: (campaignId, olderThan, atMost) => stranded(db, campaignId, olderThan, atMost),
  answer: (campaignId, rows, answers, at) =>
    db.transaction().execute((tx) => answer(tx, campaignId, rows, answers, at)),
});

async function claim(
  tx: Tx,
  household: Household,
  { campaignId, claim: word, atMost, on }: Parameters<HandOverBook['claim']>[0],
): ReturnType<HandOverBook['claim']> {
  // Shared with other claimers, and in turn with the step that stops the campaign: after that step nothing is claimed.
  const campaign = await tx
    .selectFrom('campaign')
    .select(['run_id', 'channel', 'purpose', 'state', 'list_no', 'template_id', 'template_version'])
    .where('campaign_id', '=', campaignId)
    .forShare()
    .executeTakeFirst();
  if (campaign?.state !== 'handingOver') return 'closed';
  const rows = await tx
    .selectFrom('campaign_recipient')
    .select(['recipient_key', 'case_id', 'addressee', 'contacts_known'])
    .where('campaign_id', '=', campaignId)
    .where('list_no', '=', campaign.list_no)
    .where('state', '=', 'planned')
    .orderBy('place')
    .limit(atMost)
    .forUpdate()
    .skipLocked()
    .execute();
  // `as`: `plan` writes these columns.
  const aim = campaign as unknown as Aim;
  const judged = await judge(tx, household, { rows, aim, runId: campaign.run_id, on });
  await takeOut(tx, judged.late);
  const going = judged.going.map(({ key }) => key);
  await tx
    .updateTable('campaign_recipient')
    .set({ state: 'handing-over', claim: word, claimed_at: databaseNow })
    .where('recipient_key', 'in', among(going))
    .execute();
  const template = { templateId: campaign.template_id, version: campaign.template_version };
  const pieces = judged.going.map((one): Piece => ({ ...one, runId: campaign.run_id, template, on }));
  return { pieces, looked: rows.length };
}

interface Judging {
  readonly rows: readonly { recipient_key: string; case_id: string; addressee: string; contacts_known: number }[];
  readonly aim: Aim;
  readonly runId: string;
  readonly on: Day;
}
interface Judged {
  readonly going: readonly Pick<Piece, 'key' | 'caseId' | 'addressee' | 'language'>[];
  readonly late: readonly { readonly key: string; readonly reason: string | null }[];
}

/** Each row by the facts as they are now: a code, an answer, a birthday or a protection that came since the list was frozen. */
async function judge(tx: Tx, household: Household, { rows, aim, runId, on }: Judging): Promise<Judged> {
  const keys = rows.map(({ recipient_key }) => recipient_key);
  const known = await candidates(tx, runId, aim.channel)
    .innerJoin('campaign_recipient as row', 'row.case_id', 'youth_case.case_id')
    .select(['row.recipient_key', repliedAfter(sql.ref('row.contacts_known')).as('has_replied')])
    .where('row.recipient_key', 'in', among(keys))
    .execute();
  const factsOf = new Map(known.map((each) => [each.recipient_key, each]));
  const going: { key: string; caseId: string; addressee: Addressee; language: LanguageForm }[] = [];
  const late: { key: string; reason: string | null }[] = [];
  for (const { recipient_key: key, case_id: caseId, addressee: text } of rows) {
    const facts = factsOf.get(key);
    // `as`: `freeze` writes addressees.
    const addressee = text as Addressee;
    // A case that is no more: its list was taken back.
    if (!facts) late.push({ key, reason: 'off-list' });
    else {
      const sorted = sortOut(candidateOf(facts, facts.has_replied), aim, on, household);
      const now = standsNow(addressee, sorted);
      if (now.stands === 'planned') going.push({ key, caseId, addressee, language: sorted.language });
      else late.push({ key, reason: now.stands === 'excluded' ? now.reason : null });
    }
  }
  return { going, late };
}

async function takeOut(tx: Tx, late: Judged['late']): Promise<void> {
  if (late.length === 0) return;
  const rows = JSON.stringify(late.map(({ key, reason }) => ({ key, reason })));
  await sql`
    update campaign_recipient set reason = late.reason, state = case when late.reason is null then 'manual' else 'taken-out' end
    from jsonb_to_recordset(${rows}::jsonb) as late(key text, reason text)
    where recipient_key = late.key`.execute(tx);
}

async function settle(
  tx: Tx,
  campaignId: string,
  word: string,
  receipts: readonly Receipt[],
  at: number,
): Promise<void> {
  const accepted = receipts.filter((one) => one.outcome === 'accepted');
  // Accepted is accepted, whoever holds the row by now: the piece is out of the house.
  await sql`
    update campaign_recipient set state = 'handed-over', reference = took.reference, handed_at = ${at}::bigint, claim = null, claimed_at = null
    from jsonb_to_recordset(${JSON.stringify(accepted)}::jsonb) as took(key text, reference text)
    where recipient_key = took.key and campaign_id = ${campaignId} and state in ('planned', 'handing-over', 'uncertain')`.execute(
    tx,
  );
  const refused = receipts.filter((one) => one.outcome === 'refused');
  await sql`
    update campaign_recipient set state = 'failed', reason = said.why, claim = null, claimed_at = null
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as said(key text, why text)
    where recipient_key = said.key and campaign_id = ${campaignId} and claim = ${word} and state = 'handing-over'`.execute(
    tx,
  );
}

async function stranded(
  db: Database,
  campaignId: string,
  olderThan: number,
  atMost: number,
): ReturnType<HandOverBook['stranded']> {
  const rows = await db
    .selectFrom('campaign_recipient')
    .select(['recipient_key as key', 'claim', sql<number>`${databaseNow} - claimed_at`.as('age')])
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'handing-over')
    .orderBy('claimed_at')
    .orderBy('place')
    .limit(atMost)
    .execute();
  const calm = rows.filter(({ age }) => age >= olderThan);
  const next = rows.find(({ age }) => age < olderThan);
  return {
    rows: calm.flatMap(({ key, claim: word }) => (word === null ? [] : [{ key, claim: word }])),
    nextIn: next ? olderThan - next.age : null,
  };
}

async function answer(
  tx: Tx,
  campaignId: string,
  rows: readonly Stranded[],
  answers: ReadonlyMap<string, PieceStanding>,
  at: number,
): Promise<void> {
  const said = rows.map(({ key, claim: word }) => {
    const given = answers.get(key) ?? { answer: 'cannot-tell' as const };
    return { key, claim: word, answer: given.answer, reference: given.answer === 'taken' ? given.reference : null };
  });
  await sql`
    update campaign_recipient set claim = null, claimed_at = null, reference = said.reference,
      state = case said.answer when 'taken' then 'handed-over' when 'not-taken' then 'planned' else 'uncertain' end,
      handed_at = case said.answer when 'taken' then ${at}::bigint end
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as said(key text, claim text, answer text, reference text)
    where recipient_key = said.key and campaign_id = ${campaignId} and campaign_recipient.claim = said.claim
      and state = 'handing-over'`.execute(tx);
}

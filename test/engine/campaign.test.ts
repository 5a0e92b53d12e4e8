import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerformers } from '#activities/performers.ts';
import { pulse } from '#activities/pulse.ts';
import { createSendingPerformers } from '#activities/sending-performers.ts';
import { smsChannel } from '#adapters/channels/sms-channel.ts';
import { pretendLine } from '#adapters/sms/pretend/pretend-line.ts';
import { moveWorkflows } from '#adapters/temporal/rehearsal-clock.ts';
import { createDesk, type Desk } from '#desk/desk.ts';
import { standardTemplates } from '#letters/standard-templates.ts';
import type { Piece } from '#ports/channel.ts';
import { acts } from '#store/acts/acts.ts';
import { assignments } from '#store/assignment/assignments.ts';
import { campaigns } from '#store/campaigns/campaigns.ts';
import { followUps } from '#store/campaigns/follow-ups.ts';
import { handOverBook } from '#store/campaigns/hand-over.ts';
import { smsNumbers } from '#store/campaigns/sms-recipients.ts';
import { cases } from '#store/cases.ts';
import { counting } from '#store/counting.ts';
import { keepStandardTemplates, templates } from '#store/letters/templates.ts';
import type { Database } from '#store/open.ts';
import { rehearsalRows } from '#store/rehearsal.ts';
import { runs } from '#store/runs/runs.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { writeYouths } from '../support/campaign-rows.ts';
import { engineForTests, engineLater } from '../support/engine.ts';
import { households } from '../support/households.ts';
import { writeYear } from '../support/rows.ts';

const runId = 'run';
const maker = { staffId: 'office', grants: [{ role: 'office_staff' as const, unitId: null }] };
const approver = { staffId: 'owner', grants: [{ role: 'system_owner' as const, unitId: null }] };
const reachable = 60;
/** So many youths, one with each reason for not getting it, and the last answers in the middle. */
const youths = [
  ...Array.from({ length: reachable }, (_, n) => ({ caseId: `y${String(n).padStart(2, '0')}` })),
  { caseId: 'protected', record: { addressProtection: 'confidential' as const } },
  { caseId: 'no-mobile', record: { mobiles: [] } },
];

let db: Database;
let engine: Awaited<ReturnType<typeof engineForTests>>;
let desk: Desk;
const line = pretendLine({ batchSize: 3 });
const texts = async (pieces: readonly Piece[]) => new Map(pieces.map(({ key }) => [key, 'Hei']));
/** How long a call takes, ms: long enough that a stop comes while there is more to send than a second sends. */
let pace = 0;
/** When each call began. */
const began: number[] = [];

beforeAll(async () => {
  db = await memoryDatabase();
  await writeYear(db, runId);
  await writeYouths(db, runId, youths);
  await db
    .insertInto('setting')
    .values({
      name: 'sending',
      value: JSON.stringify({ regretMinutes: 0, hours: { from: '00:00', to: '24:00', workingDaysOnly: false } }),
    })
    .execute();
  await keepStandardTemplates(db, standardTemplates);
  const none = () => Promise.reject(new Error('no lists arrive here'));
  const ports = {
    engine: engineLater(() => engine.engine),
    runs: runs(db, Date.now),
    counting: counting(db),
    intakes: { receive: none, runOf: none, replan: none, apply: none, undo: none, preview: none },
    acts: acts(db),
    assignments: assignments(db),
    campaigns: campaigns(db, households),
    followUps: followUps(db),
    handOvers: handOverBook(db, households),
    templates: templates(db),
    channels: async () => {
      const channel = smsChannel(line.gateway, { numbers: smsNumbers(db), texts }, 1_000);
      const handOver = async (pieces: readonly Piece[]) => {
        began.push(Date.now());
        await new Promise((resolve) => setTimeout(resolve, pace));
        return channel.handOver(pieces);
      };
      return { ...channel, handOver };
    },
    pulse,
    newId: randomUUID,
  };
  engine = await engineForTests(db, { ...createPerformers(ports), ...createSendingPerformers(ports) });
  // `as`: what no sending asks for is not here.
  const rest = {} as Omit<Parameters<typeof createDesk>[0], keyof typeof ports | 'cases' | 'rehearsal'>;
  const move = (subjects: readonly string[], to: number) => moveWorkflows(engine.client, subjects, to);
  const rehearsal = { ...rehearsalRows(db, Date.now), move };
  desk = createDesk({ ...rest, ...ports, rehearsal, cases: cases(db, (text) => text, Date.now) });
});
afterAll(async () => {
  await engine?.stop();
  await db?.destroy();
});

const state = async (campaignId: string) =>
  (await db.selectFrom('campaign').select('state').where('campaign_id', '=', campaignId).executeTakeFirst())?.state;
const rows = (campaignId: string) =>
  db
    .selectFrom('campaign_recipient')
    .select(['recipient_key', 'case_id', 'state', 'reason', 'parts'])
    .where('campaign_id', '=', campaignId)
    .orderBy('place')
    .execute();
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 600; left > 0; left -= 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that');
}
const value = <T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: unknown },
): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};

/** A campaign with its list, looked at and approved by another. */
async function approved(ofRun: string): Promise<string> {
  const { campaignId } = value(
    await desk.campaigns.plan(maker, {
      commandId: randomUUID(),
      runId: ofRun,
      title: 'SMS 1',
      channel: 'sms',
      purpose: 'sms-round',
      filter: { status: 'OTUK' },
      template: { templateId: 'sms', version: 1 },
      sendAt: 0,
    }),
  );
  const of = () => ({ commandId: randomUUID(), runId: ofRun, campaignId });
  value(await desk.campaigns.preview(maker, of()));
  await until(async () => (await state(campaignId)) === 'previewed');
  const { fingerprint } = await db
    .selectFrom('campaign_list')
    .select('fingerprint')
    .where('campaign_id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const own = await desk.campaigns.approve({ ...approver, staffId: 'office' }, { ...of(), list: 1, fingerprint });
  expect(own).toMatchObject({ ok: false, refusals: [{ code: 'campaign.ownApproval' }] });
  value(await desk.campaigns.approve(approver, { ...of(), list: 1, fingerprint }));
  return campaignId;
}

describe('an SMS round', () => {
  it('stops within a second and says exactly who got it; resumed, it reaches everybody once', async () => {
    pace = 100;
    const campaignId = await approved(runId);
    const of = () => ({ commandId: randomUUID(), runId, campaignId });
    await until(async () => line.taken().length >= 6);
    const askedAt = Date.now();
    value(await desk.campaigns.stop(maker, of()));
    // What was under way is settled; then more than a second passes.
    await until(async () => (await rows(campaignId)).every((row) => row.state !== 'handing-over'));
    await until(async () => Date.now() > askedAt + 1_500);
    const lastBegan = Math.max(...began);
    const got = new Set(line.taken().map(({ key }) => key));
    const stopped = await rows(campaignId);
    pace = 0;
    value(await desk.campaigns.resume(approver, of()));
    await until(async () => (await state(campaignId)) === 'settled');

    expect(lastBegan - askedAt).toBeLessThan(1_000);
    const stands = (is: string) => stopped.filter((row) => row.state === is).map((row) => row.recipient_key);
    expect(stands('handed-over')).toEqual(stopped.map((row) => row.recipient_key).filter((key) => got.has(key)));
    expect(stands('planned')).toHaveLength(reachable - got.size);
    expect(got.size).toBeLessThan(reachable);
    const end = await rows(campaignId);
    expect(end.filter((row) => row.state === 'handed-over')).toHaveLength(reachable);
    expect(end.filter((row) => row.state !== 'handed-over').map((row) => [row.case_id, row.state, row.reason])).toEqual(
      [
        ['protected', 'manual', null],
        ['no-mobile', 'excluded', 'no-mobile'],
      ],
    );
    const keys = line.taken().map(({ key }) => key);
    expect([new Set(keys).size, keys.length]).toEqual([reachable, reachable]);
    const contacts = await db.selectFrom('contact').select(['case_id', 'channel', 'direction']).execute();
    expect(contacts).toHaveLength(reachable);
    expect(contacts[0]).toMatchObject({ channel: 'sms', direction: 'out' });
  }, 60_000);

  it('of a rehearsal that was taken forward goes by the rehearsal clock, whose minutes pass as ours', async () => {
    const began = Date.parse('2026-08-20T08:00:00Z');
    await writeYear(db, 'rehearsed', began);
    await writeYouths(db, 'rehearsed', [{ caseId: 'r1' }, { caseId: 'r2' }]);
    const month = 30 * 86_400_000;
    await db
      .updateTable('run')
      .set({ rehearsal_now: began + month, rehearsal_set_at: Date.now() })
      .where('run_id', '=', 'rehearsed')
      .execute();
    const campaignId = await approved('rehearsed');
    await until(async () => (await state(campaignId)) === 'settled');

    expect((await rows(campaignId)).map((row) => row.state)).toEqual(['handed-over', 'handed-over']);
    const contact = await db.selectFrom('contact').select('on_day').where('case_id', '=', 'r1').executeTakeFirst();
    expect(contact?.on_day).toBe('2026-09-19');
  }, 60_000);
});

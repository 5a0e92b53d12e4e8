import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CampaignFile, newCampaign } from '#domain/campaign/campaign-file.ts';
import { recipientStates } from '#domain/campaign/recipient.ts';
import { phaseId } from '#domain/ids.ts';
import type { Channel } from '#ports/channel.ts';
import { campaigns } from '#store/campaigns/campaigns.ts';
import type { Database } from '#store/open.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { households } from '../support/households.ts';
import { run, today, viewsOn } from './asked.ts';
import { actor, at, startRun, writeCounty, writeYouths } from './county.ts';

const channel: Channel = {
  name: 'pretend',
  batchSize: 10,
  calmAfter: 0,
  handOver: async () => [],
  ask: async () => new Map(),
  preview: async (pieces) => new Map(pieces.map(({ key, language }) => [key, { text: `Hei (${language})`, parts: 1 }])),
};
const now = at('2026-09-10');
const sending = (campaignId: string, more: Partial<CampaignFile> = {}): CampaignFile => ({
  ...newCampaign({
    ...{ campaignId, runId: 'run', channel: 'sms', purpose: 'sms-round', sendAt: now, by: 'office' },
    template: { templateId: 'sms', version: 1 },
  }),
  ...more,
});

describe('sendings', () => {
  let db: Database;
  const ask = () => viewsOn(db, now, { channels: async () => channel });
  const [owner, office, boss, process] = ['owner', 'office', 'boss', 'process'].map((id) => actor(id));
  if (!owner || !office || !boss || !process) throw new Error('no people');

  beforeAll(async () => {
    db = await memoryDatabase();
    await writeCounty(db);
    await startRun(db);
    const otuk = { code: 'OTUK', mobile: '+4740000001' };
    await writeYouths(db, [
      { id: 'a', name: { first: 'Ane', last: 'Aas' }, unit: 'north', ...otuk },
      { id: 'b', name: { first: 'Bo', last: 'Berg' }, unit: 'south', ...otuk },
      { id: 'c', name: { first: 'Cai', last: 'Corn' }, unit: 'north', ...otuk, mobile: null },
      { id: 'd', name: { first: 'Dag', last: 'Dal' }, unit: 'north', ...otuk, protection: 'confidential' },
    ]);
    const store = campaigns(db, households);
    for (const id of ['first', 'second']) {
      const made = { title: `SMS ${id}`, filter: { status: 'OTUK' as const }, taskId: null, by: 'office' };
      await store.plan({ file: sending(id), at: now + (id === 'second' ? 1 : 0), ...made });
      const { fingerprint, recipients } = await store.freeze({ campaignId: id, list: 1, at: now, on: today });
      const file = sending(id, { list: 1, fingerprint, recipients });
      await db
        .updateTable('standing')
        .set({ input: JSON.stringify(file) })
        .where('subject', '=', `campaign/${id}`)
        .execute();
      await db
        .updateTable('campaign')
        .set({ list_no: 1, state: 'previewed', begun_at: id === 'first' ? now - 1 : null })
        .where('campaign_id', '=', id)
        .execute();
    }
  });
  afterAll(() => db?.destroy());

  it('are listed with numbers, and who sees no names sees the numbers', async () => {
    const answer = await ask().sendings(boss, run);

    expect(answer.sendings.map(({ title }) => title)).toEqual(['SMS second', 'SMS first']);
    expect(answer.sendings[0]?.counts).toMatchObject({ planned: 2, excluded: 1, manual: 0 });
    expect(answer.mayPlan).toBe(false);
  });

  it('have numbers that are the lengths of the lists they open', async () => {
    const whole = await ask().sending(owner, run, 'second');
    for (const state of recipientStates) {
      const list = await ask().recipients(owner, run, 'second', state, 1);
      expect(list?.total, state).toBe(whole?.counts[state]);
      expect(list?.rows, state).toHaveLength(list?.total ?? -1);
    }

    expect(whole?.reasons).toEqual([{ state: 'excluded', reason: 'no-mobile', count: 1 }]);
    expect(whole?.units.map(({ name, counts }) => [name, counts.planned])).toEqual([
      ['Nordvik', 1],
      ['Ålvik', 1],
    ]);
  });

  it('show who is to be looked after by hand to nobody but those who may know why', async () => {
    const seen = async (who: typeof owner) =>
      (await ask().recipients(who, run, 'second', undefined, 1))?.rows.map(({ caseId }) => String(caseId));

    expect((await ask().sending(owner, run, 'second'))?.counts.manual).toBe(1);
    expect((await ask().sending(process, run, 'second'))?.counts.manual).toBe(0);
    expect(await seen(owner)).toEqual(['a', 'c', 'd', 'b']);
    expect(await seen(office)).toEqual(['a', 'c']);
    expect(await seen(process)).toBeUndefined();
    const manual = await ask().recipients(owner, run, 'second', 'manual', 1);
    expect(manual?.rows[0]).toMatchObject({ caseId: 'd', reason: undefined });
  });

  it('are approved by others than their makers', async () => {
    expect((await ask().sending(owner, run, 'second'))?.mayApprove).toBe(true);
    expect((await ask().sending({ ...owner, staffId: 'office' }, run, 'second'))?.mayApprove).toBe(false);
    expect((await ask().sending(office, run, 'second'))?.mayApprove).toBe(false);
    expect((await ask().sending(boss, run, 'second'))?.mayStop).toBe(false);
  });

  it('tell when the plan took their approval, until somebody has approved them again', async () => {
    const lapsed = async () => {
      const { groups = [] } = (await ask().phase(owner, run, phaseId('sms'), today)) ?? {};
      const mine = await ask().tasks(owner, run, 'all', today);
      const [task] = groups.flatMap(({ tasks }) => tasks).filter(({ taskId }) => taskId === 'sms.send');
      const [row] = mine.groups.flatMap(({ rows }) => rows).filter(({ taskId }) => taskId === 'sms.send');
      const whole = await ask().sending(owner, run, 'second');
      return [whole?.approvalLapsed, task?.lapsedSending, row?.lapsedSending];
    };
    const line = { subject: 'campaign/second', run_id: 'run', event: '{}', recorded_at: now, fingerprint: '' };
    const heard = (sequence: number, event_type: string, by_staff: string | null) =>
      db
        .insertInto('journal')
        .values({ ...line, sequence, event_type, by_staff })
        .execute();
    await db.updateTable('campaign').set({ task_id: 'sms.send' }).where('campaign_id', '=', 'second').execute();

    await heard(1, 'campaign.approved', 'owner');
    expect(await lapsed()).toEqual([false, undefined, undefined]);
    await heard(2, 'approval.withdrawn', null);
    expect(await lapsed()).toEqual([true, 'second', 'second']);
    await heard(3, 'campaign.approved', 'owner');
    await heard(4, 'approval.withdrawn', 'owner');
    expect(await lapsed()).toEqual([false, undefined, undefined]);
  });

  it('warn when the very same list had something before', async () => {
    expect((await ask().sending(owner, run, 'second'))?.sameListBefore.map(({ title }) => title)).toEqual([
      'SMS first',
    ]);
    expect((await ask().sending(owner, run, 'first'))?.sameListBefore).toEqual([]);
  });

  it('say what they cost, and how many get it in which language', async () => {
    const parts = new Map([
      ['second.1.0', 1],
      ['second.1.3', 2],
    ]);
    await campaigns(db, households).noteParts(parts);
    const whole = await ask().sending(owner, run, 'second');

    expect([whole?.parts, whole?.cost]).toEqual([3, 3 * 39]);
    expect(whole?.languages).toEqual([{ language: 'nn', count: 2 }]);
  });

  it('show what one addressee gets, to those who may see that youth', async () => {
    expect(await ask().recipientPreview(owner, run, 'second', 'second.1.0')).toMatchObject({
      name: 'Ane Aas',
      parts: 1,
    });
    const inSouth = (await ask().recipients(owner, run, 'second', 'planned', 1))?.rows.find(
      ({ unit }) => unit === 'Ålvik',
    );
    expect(await ask().recipientPreview(office, run, 'second', inSouth?.key ?? '')).toBeUndefined();
    const manual = (await ask().recipients(owner, run, 'second', 'manual', 1))?.rows[0]?.key ?? '';
    expect(await ask().recipientPreview(owner, run, 'second', manual)).toBeUndefined();
  });

  it('report who got it and who did not', async () => {
    await db
      .updateTable('campaign_recipient')
      .set({ state: 'handed-over', handed_at: now })
      .where('recipient_key', '=', 'first.1.0')
      .execute();

    expect(await ask().sendingReport(owner, run, 'first')).toMatchObject({ reached: 1, notReached: 3, uncertain: 0 });
    expect((await ask().sending(owner, run, 'second'))?.writtenToLately).toBe(1);
  });
});

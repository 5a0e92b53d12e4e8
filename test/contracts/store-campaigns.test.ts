import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { type CampaignFilter, newCampaign } from '#domain/campaign/campaign-file.ts';
import type { Happening } from '#domain/standing.ts';
import { campaignChart } from '#machines/campaign/machine.ts';
import { plain, resume, step } from '#machines/chart.ts';
import type { Receipt } from '#ports/channel.ts';
import { campaigns } from '#store/campaigns/campaigns.ts';
import { followUps } from '#store/campaigns/follow-ups.ts';
import { handOverBook } from '#store/campaigns/hand-over.ts';
import { leftOf } from '#store/conditions/left.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { type AYouth, writeYouths } from '../support/campaign-rows.ts';
import { households } from '../support/households.ts';
import { aRun, onBothDatabases } from './store-house.ts';

const on = day('2026-10-05');
const at = Date.UTC(2026, 9, 5, 10);

await onBothDatabases('campaigns', (db) => {
  let runId: string;
  const store = () => campaigns(db(), households);
  const book = () => handOverBook(db(), households);

  const id = (name: string) => `${runId}-${name}`;
  const youths = (...all: readonly AYouth[]) =>
    writeYouths(
      db(),
      runId,
      all.map((one) => ({ ...one, caseId: id(one.caseId) })),
    );

  async function planned(
    given: Partial<Parameters<typeof newCampaign>[0]> = {},
    filter: CampaignFilter = {},
  ): Promise<string> {
    const campaignId = randomUUID();
    const file = newCampaign({
      ...{ campaignId, runId, channel: 'sms', purpose: 'sms-round', by: 'maker', sendAt: at },
      template: { templateId: 'sms', version: 1 },
      ...given,
    });
    const made = { file, title: 'SMS 1', filter, taskId: null, at, by: 'maker' };
    await store().plan(made);
    await store().plan(made);
    return campaignId;
  }
  /** Steps as the engine takes them. */
  async function goes(campaignId: string, ...events: readonly (Partial<Happening> & { readonly type: string })[]) {
    const subject = `campaign/${campaignId}`;
    for (const given of events) {
      const there = await stepBook(db()).reopen(subject);
      if (!there) throw new Error('no standing');
      const event = { at, doer: { by: 'approver' }, ...given };
      const snapshot = resume(campaignChart, there.standing);
      if (!snapshot.can(event as never)) throw new Error(`not taken: ${JSON.stringify(event)}`);
      const [next] = step(campaignChart, snapshot, event);
      const sequence = there.standing.sequence + 1;
      const written = { subject, sequence, event, commandId: null, snapshot: plain(next), orders: [] };
      await stepBook(db()).write({ ...written, settles: null, nextDeadline: null, ruleVersion: 1 });
    }
  }
  async function handingOver(campaignId: string) {
    await goes(campaignId, { type: 'preview.asked' });
    const { fingerprint, recipients } = await store().freeze({ campaignId, list: 1, at, on });
    const looked = { list: 1, fingerprint, regretUntil: at, handOverAt: at };
    await goes(
      campaignId,
      { type: 'recipients.frozen', ...{ list: 1, fingerprint, recipients } },
      { type: 'campaign.approved', doer: { by: 'another' }, ...looked },
      { type: 'deadline.passed', ...{ deadline: 'regret' } },
      { type: 'deadline.passed', ...{ deadline: 'handOver' } },
    );
    return fingerprint;
  }
  const rows = (campaignId: string) =>
    db()
      .selectFrom('campaign_recipient')
      .select(['recipient_key', 'case_id', 'addressee', 'state', 'reason', 'reference'])
      .where('campaign_id', '=', campaignId)
      .orderBy('place')
      .execute();
  const states = async (campaignId: string) =>
    (await rows(campaignId)).map((row) => [row.case_id.slice(runId.length + 1), row.state, row.reason]);
  const accepted = (key: string): Receipt => ({ key, outcome: 'accepted', reference: `r-${key}` });

  it('a frozen list names everybody in the filter, with the reason where somebody gets nothing', async () => {
    runId = await aRun(db());
    await youths(
      { caseId: 'gets' },
      { caseId: 'coded', status: 'OTAR' },
      { caseId: 'no-mobile', record: { mobiles: [] } },
      { caseId: 'protected', record: { addressProtection: 'strictly-confidential' } },
      { caseId: 'protected-coded', status: 'OTAR', record: { addressProtection: 'confidential' } },
      { caseId: 'dead', record: { deceased: true } },
      { caseId: 'too-old', born: '1999-01-01' },
      { caseId: 'reserved' },
      { caseId: 'replied' },
    );
    await db()
      .insertInto('channel_reservation')
      .values({ person_id: `person-${id('reserved')}`, channel: 'sms', since: at, why: 'stop' })
      .execute();
    const reply = { sequence: 1, on_day: on, channel: 'phone', direction: 'in', answered_by: 'youth', says: null };
    await db()
      .insertInto('contact')
      .values({ case_id: id('replied'), ...reply })
      .execute();
    const campaignId = await planned();
    const first = await store().freeze({ campaignId, list: 1, at, on });
    const again = await store().freeze({ campaignId, list: 1, at, on });

    expect(again).toEqual(first);
    expect(first.recipients).toBe(1);
    expect(await states(campaignId)).toEqual([
      ['gets', 'planned', null],
      ['coded', 'excluded', 'not-otuk'],
      ['no-mobile', 'excluded', 'no-mobile'],
      ['protected', 'manual', null],
      ['protected-coded', 'excluded', 'not-otuk'],
      ['dead', 'excluded', 'deceased'],
      ['too-old', 'excluded', 'outside-target-group'],
      ['reserved', 'excluded', 'reserved'],
      ['replied', 'excluded', 'replied'],
    ]);
  });

  it('a letter goes to those for whom it was chosen, and the reason of the others is told', async () => {
    runId = await aRun(db());
    await youths(
      { caseId: 'gets', status: null, choice: 'standard-letter' },
      { caseId: 'own', status: null, choice: 'own-contact' },
      { caseId: 'none', status: null },
      { caseId: 'off', status: null, choice: 'standard-letter', isOnList: false },
      { caseId: 'abroad', status: null, choice: 'standard-letter', record: { emigrated: true } },
    );
    const campaignId = await planned({ channel: 'letter', purpose: 'standard-letter' }, { tracks: ['oson'] });
    await store().freeze({ campaignId, list: 1, at, on });

    expect(await states(campaignId)).toEqual([
      ['gets', 'planned', null],
      ['own', 'excluded', 'own-contact'],
      ['none', 'excluded', 'no-choice'],
      ['off', 'excluded', 'off-list'],
      ['abroad', 'manual', null],
    ]);
  });

  it('the same people have the same fingerprint whatever the campaign, others another', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'a' }, { caseId: 'b' });
    const [one, two, fewer] = [await planned(), await planned(), await planned({}, { cases: [id('a')] })];
    const mark = async (campaignId: string) => (await store().freeze({ campaignId, list: 1, at, on })).fingerprint;

    expect(await mark(one)).toBe(await mark(two));
    expect(await mark(fewer)).not.toBe(await mark(one));
  });

  it('a claim looks again: who is coded, has answered or is protected since is taken out, and the others are claimed once', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'a' }, { caseId: 'b' }, { caseId: 'c' }, { caseId: 'd' }, { caseId: 'e' });
    const campaignId = await planned();
    await handingOver(campaignId);
    await db().updateTable('youth_case').set({ status_code: 'OTAR' }).where('case_id', '=', id('a')).execute();
    const reply = { sequence: 1, on_day: on, channel: 'sms', direction: 'in', answered_by: null, says: null };
    await db()
      .insertInto('contact')
      .values({ case_id: id('b'), ...reply })
      .execute();
    await db()
      .updateTable('person')
      .set({ record: JSON.stringify({ addressProtection: 'confidential' }), protection: 'confidential' })
      .where('person_id', '=', `person-${id('c')}`)
      .execute();
    const [one, two] = await Promise.all(
      ['one', 'two'].map((claim) => book().claim({ campaignId, claim, atMost: 4, on })),
    );

    const keys = [one, two].flatMap((claimed) => (claimed === 'closed' ? [] : (claimed?.pieces ?? [])));
    expect(keys.map(({ caseId }) => caseId).sort()).toEqual([id('d'), id('e')]);
    expect(await states(campaignId)).toEqual([
      ['a', 'taken-out', 'not-otuk'],
      ['b', 'taken-out', 'replied'],
      ['c', 'manual', null],
      ['d', 'handing-over', null],
      ['e', 'handing-over', null],
    ]);
  });

  it('after a stop nothing is claimed, a claim of before does not hold, and what was claimed is given back', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'a' }, { caseId: 'b' });
    const campaignId = await planned();
    await handingOver(campaignId);
    const claimed = await book().claim({ campaignId, claim: 'mine', atMost: 1, on });
    const keys = claimed === 'closed' ? [] : claimed.pieces.map(({ key }) => key);
    const before = await book().holds(campaignId, 'mine', keys);
    await goes(campaignId, { type: 'campaign.stopped' });
    const after = await book().holds(campaignId, 'mine', keys);
    await book().release(campaignId, 'mine');

    expect([before, after]).toEqual([true, false]);
    expect(await book().claim({ campaignId, claim: 'other', atMost: 1, on })).toBe('closed');
    expect(await states(campaignId)).toEqual([
      ['a', 'planned', null],
      ['b', 'planned', null],
    ]);
  });

  it('what came of a call is written, and a receipt that comes late still counts', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'a' }, { caseId: 'b' }, { caseId: 'c' }, { caseId: 'd' });
    const campaignId = await planned();
    await handingOver(campaignId);
    await book().claim({ campaignId, claim: 'mine', atMost: 4, on });
    const [a = '', b = '', c = '', d = ''] = (await rows(campaignId)).map((row) => row.recipient_key);
    await book().settle(
      campaignId,
      'mine',
      [accepted(a), { key: b, outcome: 'refused', why: 'BARRED' }, { key: c, outcome: 'unclear' }],
      at,
    );
    const young = await book().stranded(campaignId, 60_000, 10);
    const old = await book().stranded(campaignId, 0, 10);
    const told = new Map([
      [c, { answer: 'cannot-tell' as const }],
      [d, { answer: 'not-taken' as const }],
    ]);
    await book().answer(campaignId, [{ key: d, claim: 'somebody else' }], told, at);
    await book().answer(campaignId, old.rows, told, at);
    await book().settle(campaignId, 'mine', [{ key: d, outcome: 'refused', why: 'late' }], at);
    const unsure = await states(campaignId);
    await book().settle(campaignId, 'mine', [accepted(c), accepted(d)], at);

    expect(young.rows).toEqual([]);
    expect(young.nextIn).toBeGreaterThan(50_000);
    expect(old).toEqual({ rows: [c, d].map((key) => ({ key, claim: 'mine' })), nextIn: null });
    expect(unsure).toEqual([
      ['a', 'handed-over', null],
      ['b', 'failed', 'BARRED'],
      ['c', 'uncertain', null],
      ['d', 'planned', null],
    ]);
    expect((await rows(campaignId)).map(({ state, reference }) => [state, reference])).toEqual([
      ['handed-over', `r-${a}`],
      ['failed', null],
      ['handed-over', `r-${c}`],
      ['handed-over', `r-${d}`],
    ]);
  });

  it('a delivery report settles by key or by reference, once, and proves what was uncertain', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'a' }, { caseId: 'b' }, { caseId: 'c' });
    const campaignId = await planned();
    await handingOver(campaignId);
    await book().claim({ campaignId, claim: 'mine', atMost: 3, on });
    const [a = '', b = '', c = ''] = (await rows(campaignId)).map((row) => row.recipient_key);
    await book().settle(campaignId, 'mine', [accepted(a), accepted(b)], at);
    const reports = [
      { key: a, reference: null, state: 'delivered' as const, why: null },
      { key: null, reference: `r-${b}`, state: 'expired' as const, why: 'EXPIRED' },
      { key: c, reference: null, state: 'delivered' as const, why: null },
      { key: a, reference: null, state: 'buffered' as const, why: null },
    ];

    expect(await store().noteDelivery(reports, at)).toBe(3);
    expect(await store().noteDelivery(reports, at)).toBe(0);
    expect((await rows(campaignId)).map(({ state, reason }) => [state, reason])).toEqual([
      ['delivered', null],
      ['failed', 'EXPIRED'],
      ['delivered', null],
    ]);
  });

  it('a person settles what is uncertain: sent, not sent, or once more', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'a' }, { caseId: 'b' }, { caseId: 'c' });
    const campaignId = await planned();
    await handingOver(campaignId);
    await book().claim({ campaignId, claim: 'mine', atMost: 3, on });
    const stranded = await book().stranded(campaignId, 0, 10);
    await book().answer(campaignId, stranded.rows, new Map(), at);
    const [a = '', b = '', c = ''] = (await rows(campaignId)).map((row) => row.recipient_key);
    const settled = (key: string, as: string) => ({ type: 'uncertain.settled', ...{ key, as, handOverAt: at } });
    const unsure = await followUps(db()).open(campaignId);
    await goes(campaignId, settled(a, 'sent'), settled(b, 'not-sent'), settled(c, 'again'));

    expect(unsure).toEqual({ planned: 0, uncertain: 3 });
    expect(await states(campaignId)).toEqual([
      ['a', 'handed-over', null],
      ['b', 'failed', 'not-sent'],
      ['c', 'planned', null],
    ]);
    expect((await followUps(db()).unnoted(campaignId, 10)).map(({ key }) => key)).toEqual([a]);
  });

  it('who has no mobile is noted when a list has named them, and left again when another comes', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'gets' }, { caseId: 'silent', record: { mobiles: [] } });
    await youths({ caseId: 'hidden', record: { mobiles: [], addressProtection: 'confidential' } });
    const left = async () =>
      (await leftOf(db(), { runId, today: on }, ['no-missing-mobile-unnoted'])).map(({ n }) => n);

    expect(await left()).toEqual([1]);
    await handingOver(await planned());
    expect(await left()).toEqual([]);
    await youths({ caseId: 'came-later', record: { mobiles: [] } });
    expect(await left()).toEqual([1]);
  });

  it('settings are as they came until somebody keeps others, and then as they said', async () => {
    const before = await store().settings();
    const hours = { ...before.hours, workingDaysOnly: !before.hours.workingDaysOnly };
    await store().keepSettings({ ...before, hours, regretMinutes: 45 }, { at, by: 'owner' });

    expect(await store().settings()).toEqual({ ...before, hours, regretMinutes: 45 });
    await store().keepSettings(before, { at, by: 'owner' });
    expect(await store().settings()).toEqual(before);
  });

  it('the sending task is done when a campaign of the plan is settled and nobody in it is uncertain', async () => {
    runId = await aRun(db());
    await youths({ caseId: 'a' }, { caseId: 'b' });
    const left = async () =>
      (await leftOf(db(), { runId, today: day('2026-10-01') }, ['every-sms-handed-over'])).reduce(
        (all, { n }) => all + n,
        0,
      );
    const outside = await planned({}, { units: ['north'] });
    const campaignId = await planned();
    await db().updateTable('campaign').set({ task_id: 'sms.send' }).where('campaign_id', '=', campaignId).execute();
    const none = await left();
    await handingOver(campaignId);
    const begun = await left();
    await book().claim({ campaignId, claim: 'mine', atMost: 2, on });
    const { rows: stranded } = await book().stranded(campaignId, 0, 10);
    const [a = '', b = ''] = (await rows(campaignId)).map((row) => row.recipient_key);
    await book().answer(campaignId, stranded, new Map([[a, { answer: 'taken' as const, reference: null }]]), at);
    const ends = [
      { type: 'page.handedOver', ...{ page: 1, left: false } },
      { type: 'contacts.noted', ...{ left: false, uncertain: 1 } },
    ];
    await goes(campaignId, ...ends);
    const unsure = await left();
    await goes(campaignId, { type: 'uncertain.settled', ...{ key: b, as: 'sent', handOverAt: at } });

    expect(outside).not.toBe(campaignId);
    expect([none, begun, unsure, await left()]).toEqual([2, 2, 1, 0]);
  });
});

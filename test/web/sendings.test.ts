import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { parseClockTime } from '#domain/calendar/clock-time.ts';
import { day } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { type Client, signedIn } from './support/client.ts';
import { type Fixture, fixture } from './support/fixture.ts';

let site: Fixture;
let reader: Client;
beforeAll(async () => {
  site = await fixture();
  reader = await signedIn(site, { language: 'en' });
});
beforeEach(() => {
  site.told.length = 0;
});
afterAll(() => site.web.close());

const filled = { title: 'SMS 2', purpose: 'sms-round', template: 'sms-2:3', track: 'oson', command: 'wish-0000-1' };

it('a sending is planned with its filter and its moment, and its list is asked for at once', async () => {
  const answer = await reader.post('/sendings', { ...filled, day: '2026-11-06', time: '10:00' }, '/sendings/new');

  expect(answer.headers.location).toBe('/sending/sending-1');
  const time = parseClockTime('10:00');
  expect(site.told).toEqual([
    {
      command: 'campaigns.plan',
      wish: {
        commandId: 'wish-0000-1',
        runId: 'run-2026',
        title: 'SMS 2',
        purpose: 'sms-round',
        channel: 'sms',
        template: { templateId: 'sms-2', version: 3 },
        filter: { tracks: ['oson'], status: 'OTUK' },
        sendAt: time && instantAt(day('2026-11-06'), time),
      },
    },
    {
      command: 'campaigns.preview',
      wish: { commandId: 'wish-0000-1-list', runId: 'run-2026', campaignId: 'sending-1' },
    },
  ]);
});

it.each([
  [{ title: '' }, 'Give the sending a name.'],
  [{ template: 'standard-letter:2' }, 'Choose a template that fits'],
  [{ template: 'made-up:1' }, 'Choose a template that fits'],
  [{ day: '2026-11-06', time: 'ten' }, 'Give a day and a time'],
  [{ day: '', time: '10:00' }, 'Give a day and a time'],
])('with %o it is told what to mend, and what was typed stands', async (change, words) => {
  const answer = await reader.post('/sendings', { ...filled, ...change }, '/sendings/new');

  expect([answer.statusCode, answer.body.includes(words), site.told]).toEqual([422, true, []]);
  expect(answer.body).toMatch(/value="sms-round" checked/);
});

it('an approval is for the list that was looked at, by somebody who says it was read', async () => {
  const page = await reader.get('/sending/sending-1');
  const shown = { list: /name="list" value="(\d+)"/.exec(page.body)?.[1] ?? '', fingerprint: 'f1' };

  const unread = await reader.post('/sending/sending-1/act/approve', shown);
  const read = await reader.post('/sending/sending-1/act/approve', { ...shown, read: '1' });

  expect([unread.statusCode, unread.body.includes('Tick that you have read')]).toEqual([422, true]);
  expect(read.statusCode).toBe(303);
  expect(site.told.map(({ command, wish }) => [command, wish.list, wish.fingerprint])).toEqual([
    ['campaigns.approve', 1, 'f1'],
  ]);
});

it('whoever sees how it looks for somebody leaves a line in the read log', async () => {
  site.reads.length = 0;

  await reader.get('/sending/sending-1?nth=2');
  await reader.get('/sending/sending-2/recipients?state=uncertain');

  expect(site.reads.map(({ what, subjects }) => [what, subjects])).toEqual([
    ['sending.preview', ['case-6']],
    ['sending.recipients', ['case-0']],
  ]);
});

it('one of whom nobody can tell is settled by a person, and a made-up answer is none', async () => {
  await reader.post('/sending/sending-2/settle', { key: 'key-0', as: 'not-sent' });
  const madeUp = await reader.post('/sending/sending-2/settle', { key: 'key-0', as: 'perhaps' });

  expect(madeUp.statusCode).toBe(404);
  expect(site.told.map(({ command, wish }) => [command, wish.key, wish.as])).toEqual([
    ['campaigns.settleUncertain', 'key-0', 'not-sent'],
  ]);
});

it('a sending is changed with what stood typed, and its list is made anew', async () => {
  const page = await reader.get('/sending/sending-1/change');
  const answer = await reader.post(
    '/sending/sending-1/change',
    { template: 'sms-2:3', unit: '', day: '', time: '', command: 'wish-0000-2' },
    '/sending/sending-1/change',
  );

  expect(page.body).toContain('Change the sending');
  expect(page.body).not.toContain('name="title"');
  expect(answer.headers.location).toBe('/sending/sending-1');
  expect(site.told).toMatchObject([
    { command: 'campaigns.change', wish: { filter: { status: 'OTUK' }, sendAt: 'by-plan' } },
    { command: 'campaigns.preview', wish: { commandId: 'wish-0000-2-list' } },
  ]);
});

it('a batch of before is printed again by its own number', async () => {
  const page = await reader.get('/letters');
  await reader.post('/letters/print', { batch: 'batch-0' }, '/letters');

  expect(page.body).toContain('14 letters wait for the printer.');
  expect(page.body).toContain('40 letters, 104 sheets');
  expect(site.told).toMatchObject([{ command: 'letters.print', wish: { batchId: 'batch-0' } }]);
});

it('the settings of sendings are kept as they are typed, and told back with what is wrong', async () => {
  const typed = { from: '09:00', to: '18:00', days: 'working', regret: '30', price: '41' };

  const page = await reader.get('/sendings/settings');
  const kept = await reader.post('/sendings/settings', { ...typed, command: 'wish-0000-2' }, '/sendings/settings');
  const never = await reader.post('/sendings/settings', { ...typed, to: '09:00' }, '/sendings/settings');
  const odd = await reader.post('/sendings/settings', { ...typed, from: 'nine' }, '/sendings/settings');

  expect(page.body).toContain('always approved by another');
  expect([kept.statusCode, kept.headers.location]).toEqual([303, '/sendings/settings']);
  expect(site.told).toEqual([
    {
      command: 'campaigns.keepSettings',
      wish: {
        ...{ commandId: 'wish-0000-2', runId: 'run-2026' },
        settings: {
          hours: { from: '09:00', to: '18:00', workingDaysOnly: true },
          ...{ regretMinutes: 30, smsPartPrice: 41 },
        },
      },
    },
  ]);
  expect([never.statusCode, never.body.includes('sendingSettings.hours')]).toEqual([422, true]);
  expect([odd.statusCode, odd.body.includes('value="nine"')]).toEqual([422, true]);
});

it('managers see numbers and no recipient', async () => {
  const own = await fixture({ roles: ['manager'] });
  const manager = await signedIn(own);

  const recipients = await manager.get('/sending/sending-2/recipients');
  const list = await manager.get('/sendings');

  const keep = await manager.post('/sendings/settings', { from: '00:00' }, '/sendings');
  expect([recipients.statusCode, list.statusCode, keep.statusCode]).toEqual([403, 200, 403]);
  await own.web.close();
});

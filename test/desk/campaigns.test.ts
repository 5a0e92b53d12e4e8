import { expect, it } from 'vitest';
import { campaignDesk, type PlanCampaignWish } from '#desk/campaigns.ts';
import { day } from '#domain/calendar/day.ts';
import { newCampaign } from '#domain/campaign/campaign-file.ts';
import { defaultSendingSettings } from '#domain/campaign/settings.ts';
import { accepted } from '#domain/outcome.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { standardTemplates } from '#letters/standard-templates.ts';
import type { NewCampaign } from '#ports/campaigns.ts';
import type { Command } from '#ports/engine.ts';
import { inputs } from '../support/virtual-county.ts';

const office = { staffId: 'office', grants: [{ role: 'office_staff' as const, unitId: null }] };
const owner = { staffId: 'owner', grants: [{ role: 'system_owner' as const, unitId: null }] };
const now = Date.parse('2026-10-20T10:00:00Z');
const wish: PlanCampaignWish = {
  ...{ commandId: 'wish', runId: 'run', title: 'SMS 1', channel: 'sms', purpose: 'sms-round' },
  ...{ filter: { status: 'OTUK' }, template: { templateId: 'sms' } },
};

function desk(completions: Parameters<typeof rollForward>[0]['completions'] = {}) {
  const [planned, told]: [NewCampaign[], Command[]] = [[], []];
  const plan = rollForward({ ...inputs(), ...(completions && { completions }) });
  const file = {
    ...newCampaign({
      ...{ campaignId: 'sms', runId: 'run', channel: 'sms', purpose: 'sms-round', sendAt: now, followsPlan: true },
      ...{ template: { templateId: 'sms', version: 1 }, by: 'office' },
    }),
    ...{ list: 1, fingerprint: 'mark', recipients: 3 },
  };
  // `as`: only what these acts ask for is here.
  const ports = {
    engine: {
      openMany: async () => ({ opened: 1, alreadyOpen: 0 }),
      tell: async (command: Command) => {
        told.push(command);
        return accepted({ sequence: 1 });
      },
    },
    runs: {
      clock: async () => ({ now, today: day('2026-10-20'), isRehearsal: false }),
      planInForce: async () => ({ runId: 'run', version: 1, plan, inputs: inputs() }),
    },
    campaigns: {
      plan: async (one: NewCampaign) => void planned.push(one),
      find: async () => ({ file, state: 'previewed', filter: {}, taskId: 'sms.send' }),
      settings: async () => defaultSendingSettings,
    },
    templates: {
      find: async ({ templateId, version }: { templateId: string; version: number }) =>
        standardTemplates.find((one) => one.templateId === templateId && one.version === version),
      newest: async (id: string) => standardTemplates.find(({ templateId }) => templateId === id),
      newestOfEach: async () => standardTemplates,
    },
  } as unknown as Parameters<typeof campaignDesk>[0];
  return { ...campaignDesk(ports), planned, told };
}
const approval = { commandId: 'yes', runId: 'run', campaignId: 'sms', list: 1, fingerprint: 'mark' };

it.each([
  [{ templateId: 'sms-1' }, 'campaign.noTemplate', { template: 'sms-1' }],
  [{ templateId: 'sms', version: 9 }, 'campaign.noTemplate', { template: 'sms (9)' }],
  [{ templateId: 'standard-letter' }, 'campaign.templateFor.letter', { template: 'standard-letter' }],
])('a sending of %o is not planned, and the templates that would do are named', async (template, code, facts) => {
  const { plan, planned } = desk();
  const answer = await plan(office, { ...wish, template });

  expect(answer).toEqual({
    ok: false,
    refusals: [{ code, facts: { ...facts, there: ['sms (1)', 'sms-2 (1)'] } }],
  });
  expect(planned).toEqual([]);
});

it('a sending goes the way its purpose or its text tells, and a channel that says otherwise is refused', async () => {
  const { plan, planned } = desk();
  const { channel: _, ...unsaid } = wish;
  await plan(office, unsaid);
  await plan(office, { ...unsaid, purpose: 'other', template: { templateId: 'standard-letter' } });
  const otherPurpose = await plan(office, { ...wish, channel: 'letter' });
  const otherText = await plan(office, { ...wish, purpose: 'other', template: { templateId: 'standard-letter' } });

  expect(planned.map(({ file }) => file.channel)).toEqual(['sms', 'letter']);
  expect(otherPurpose).toMatchObject({
    refusals: [{ code: 'campaign.otherChannel', facts: { purpose: 'sms-round', channel: 'sms' } }],
  });
  expect(otherText).toMatchObject({ refusals: [{ code: 'campaign.templateFor.letter' }] });
});

it('a track and a unit that are not there are told, and no list of nobody is made', async () => {
  const answer = await desk().plan(office, { ...wish, filter: { tracks: ['oson', 'osonn'], units: ['nowhere'] } });

  expect(answer).toMatchObject({
    refusals: [
      { code: 'campaign.noTrack', facts: { tracks: ['osonn'] } },
      { code: 'campaign.noUnit', facts: { units: ['nowhere'], there: ['north', 'south'] } },
    ],
  });
});

it('the newest version is taken where none is named, and a round without a day goes on the plan’s', async () => {
  const { plan, planned } = desk();
  await plan(office, wish);
  await plan(office, { ...wish, sendAt: now });
  await plan(office, { ...wish, purpose: 'other' });

  expect(planned.map(({ file, taskId }) => [file.template.version, file.followsPlan, taskId])).toEqual([
    [1, true, 'sms.send'],
    [1, false, 'sms.send'],
    [1, false, null],
  ]);
});

it('SMS 1 is not approved while its day is a forecast, and goes two weeks after the last letter', async () => {
  const early = await desk().approve(owner, approval);
  const { approve, told } = desk({ 'letters.last-sent': day('2026-10-19') });
  const late = await approve(owner, approval);

  expect(early).toMatchObject({ ok: false, refusals: [{ code: 'campaign.dayIsForecast' }] });
  expect(late.ok).toBe(true);
  // Monday 2 November, when sending hours begin.
  expect(told[0]?.event).toMatchObject({ handOverAt: Date.parse('2026-11-02T07:00:00Z') });
});

it('a change that says nothing of the day leaves it, and one may go back to the plan’s', async () => {
  const { change, told } = desk();
  const content = { commandId: 'change', runId: 'run', campaignId: 'sms', filter: {}, template: { templateId: 'sms' } };
  await change(office, content);
  await change(office, { ...content, sendAt: 5 });
  await change(office, { ...content, sendAt: 'by-plan' });

  expect(told.map(({ event }) => event)).toMatchObject([
    { sendAt: now, followsPlan: true },
    { sendAt: 5, followsPlan: false },
    { sendAt: now, followsPlan: true },
  ]);
});

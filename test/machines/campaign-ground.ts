import { type CampaignFile, newCampaign } from '#domain/campaign/campaign-file.ts';
import type { Happening } from '#domain/standing.ts';
import { campaignChart } from '#machines/campaign/machine.ts';
import type { Ground } from './explore.ts';

const at = Date.UTC(2026, 9, 1, 8);
const minutes = (n: number): number => at + n * 60_000;
const tell = (type: string, more: object = {}, by: string | null = 'approver'): Happening => ({
  type,
  at,
  doer: { by },
  ...more,
});

export const aCampaign = (given: Partial<CampaignFile> = {}): CampaignFile => ({
  ...newCampaign({
    campaignId: 'campaign',
    runId: 'run',
    channel: 'sms',
    purpose: 'sms-round',
    template: { templateId: 'sms', version: 1 },
    sendAt: at,
    by: 'maker',
  }),
  ...given,
});

const approval = { list: 1, fingerprint: 'mark', regretUntil: minutes(15), handOverAt: minutes(15) };
const frozen = { list: 1, fingerprint: 'mark', recipients: 3 };
const settled = (as: string): Happening =>
  tell('uncertain.settled', { key: 'campaign.1.0', as, handOverAt: minutes(30) });

/** What may happen to a campaign; lists and pages are numbered, so those of the second round are here too. */
export const campaigns: Ground = {
  chart: campaignChart,
  inputs: [aCampaign(), aCampaign({ deadlines: { forgotten: minutes(90) } })],
  events: [
    tell('preview.asked', {}, 'maker'),
    tell(
      'campaign.changed',
      { filter: {}, template: { templateId: 'sms', version: 2 }, sendAt: at, followsPlan: false },
      'maker',
    ),
    tell('recipients.frozen', frozen),
    tell('recipients.frozen', { ...frozen, recipients: 0 }),
    tell('recipients.frozen', { ...frozen, list: 2 }),
    tell('campaign.approved', approval),
    tell('campaign.approved', { ...approval, list: 2 }),
    tell('campaign.approved', approval, 'maker'),
    tell('campaign.approved', { ...approval, fingerprint: 'another' }),
    tell('approval.withdrawn'),
    tell('campaign.stopped'),
    tell('campaign.resumed', { handOverAt: minutes(40) }),
    tell('campaign.ended'),
    ...[1, 2].flatMap((page) => [
      tell('page.handedOver', { page, left: true }, null),
      tell('page.handedOver', { page, left: false }, null),
      tell('hours.ended', { page, until: minutes(600) }, null),
    ]),
    tell('contacts.noted', { left: true, uncertain: 0 }, null),
    tell('contacts.noted', { left: false, uncertain: 2 }, null),
    settled('sent'),
    settled('again'),
  ],
  alsoTell: ({ context }) => [
    Math.min(context.list, 3),
    Math.min(context.page, 3),
    context.approvedBy !== null,
    context.hasBegun,
    context.recipients > 0,
  ],
};

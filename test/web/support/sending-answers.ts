import type { RecipientCounts } from '#domain/campaign/recipient.ts';
import { defaultSendingSettings } from '#domain/campaign/settings.ts';
import { caseId, unitId } from '#domain/ids.ts';
import type { RecipientPreview, RecipientRow, SendingAnswer, SendingHead } from '#views/answers/sending.ts';
import type { SendingViews } from '#views/sending-views.ts';
import { staff, units } from './people-answers.ts';
import { today } from './year-answer.ts';

const none: RecipientCounts = {
  planned: 0,
  'handing-over': 0,
  'handed-over': 0,
  delivered: 0,
  failed: 0,
  uncertain: 0,
  'taken-out': 0,
  excluded: 0,
  manual: 0,
};
const at = Date.UTC(2026, 10, 5, 9);

const head = (campaignId: string, more: Partial<SendingHead>): SendingHead => ({
  campaignId,
  title: 'SMS 2',
  channel: 'sms',
  purpose: 'sms-round',
  state: 'previewed',
  madeOn: today,
  madeBy: 'Mina Krogh',
  sendAt: at,
  counts: { ...none, planned: 254, excluded: 158, manual: 2 },
  ...more,
});

export const theSending = (more: Partial<SendingAnswer> = {}): SendingAnswer => ({
  ...head('sending-1', {}),
  today,
  filter: { status: 'OTUK' },
  template: { templateId: 'sms-2', version: 3 },
  taskId: undefined,
  planDay: undefined,
  approvalLapsed: false,
  list: 1,
  fingerprint: 'f1',
  frozenAt: at,
  reasons: [
    { state: 'excluded', reason: 'not-otuk', count: 130 },
    { state: 'excluded', reason: 'no-mobile', count: 28 },
  ],
  units: units.map(({ id, name }) => ({ id, name, counts: { ...none, planned: 18, excluded: 11 } })),
  languages: [
    { language: 'nb', count: 152 },
    { language: 'nn', count: 102 },
  ],
  parts: 508,
  cost: 19_812,
  sameListBefore: [{ campaignId: 'sending-2', title: 'SMS 1', on: today }],
  writtenToLately: 12,
  approvedBy: undefined,
  approvedAt: undefined,
  handOverAt: undefined,
  begunAt: undefined,
  stoppedAt: undefined,
  stoppedBy: undefined,
  settledAt: undefined,
  pile: { waiting: 0, printed: 0 },
  acts: [],
  mayChange: true,
  mayPreview: true,
  mayApprove: true,
  mayWithdraw: false,
  mayStop: true,
  mayResume: false,
  mayEnd: false,
  maySettle: false,
  maySeeRecipients: true,
  ...more,
});

/** One that was stopped in the middle, with somebody of whom nobody can tell. */
const stopped = theSending({
  ...head('sending-2', { title: 'SMS 1', state: 'stopped' }),
  counts: { ...none, planned: 100, 'handed-over': 150, uncertain: 3, excluded: 158 },
  stoppedBy: 'Mina Krogh',
  stoppedAt: at,
  mayApprove: false,
  mayStop: false,
  mayResume: true,
  mayEnd: true,
  maySettle: true,
});

const rows: readonly RecipientRow[] = Array.from({ length: 3 }, (_, index) => ({
  key: `key-${index}`,
  caseId: caseId(`case-${index}`),
  name: ['Isak Løken', 'Åse Ødegård', 'Bjørn Danielsen'][index] ?? '',
  addressee: index === 2 ? 'guardian-1' : 'youth',
  unit: units[index]?.name ?? '',
  language: index === 1 ? 'nb' : 'nn',
  state: index === 0 ? 'uncertain' : 'planned',
  reason: undefined,
  parts: 2,
  handedAt: undefined,
}));

const preview = (key: string): RecipientPreview => ({
  key,
  caseId: caseId('case-6'),
  name: 'Åse Ødegård',
  addressee: 'youth',
  language: 'nn',
  text: 'Hei Åse. Oppfølgingstenesta prøver å nå deg. Vi kan hjelpe med skule, lære eller jobb. Svar JA, så ringjer vi deg.',
  parts: 1,
});

export const sendingAnswers: SendingViews = {
  sendingForm: async () => ({
    today,
    tracks: [
      { id: 'oson', title: { nb: 'Har ikke søkt', nn: 'Har ikkje søkt', en: 'Did not apply' } },
      { id: 'others', title: { nb: 'Andre koder', nn: 'Andre kodar', en: 'Other codes' } },
    ],
    units: units.map(({ id, name }) => ({ id: unitId(id), name })),
    templates: [
      { templateId: 'standard-letter', version: 2, channel: 'letter', name: 'Standardbrev' },
      { templateId: 'sms-2', version: 3, channel: 'sms', name: 'SMS 2' },
    ],
    smsDay: undefined,
  }),
  sendingSettings: async () => ({
    ...defaultSendingSettings,
    kept: { on: today, by: 'Karoline Andersen Johansen' },
    approvers: staff.slice(0, 2),
    mayKeep: true,
  }),
  sendings: async () => ({
    today,
    sendings: [theSending(), stopped, head('sending-3', { state: 'settled' })],
    mayPlan: true,
  }),
  sending: async (_actor, _run, id) => [theSending(), stopped].find(({ campaignId }) => campaignId === id),
  sendingReport: async () => undefined,
  recipients: async (_actor, _run, campaignId, shown, page) => ({
    campaignId,
    shown,
    rows: rows.filter(({ state }) => shown === undefined || state === shown),
    total: rows.length,
    page,
    pageSize: 50,
  }),
  recipientPreview: async (_actor, _run, _id, key) => preview(key),
};

import { z } from 'zod';
import { campaignChannels, campaignPurposes, campaignStates } from '#domain/campaign/campaign-file.ts';
import { recipientStates, uncertainSettlements } from '#domain/campaign/recipient.ts';
import { transferCodes } from '#domain/person/youth-record.ts';
import { isRegisteredCode, type RegisteredCode } from '#domain/status-code/report-code.ts';
import { day, dryRun, id, list } from './basic.ts';

const counts = z.record(z.enum(recipientStates), z.number());
const moment = z.number().int();
/** UTC ms, or as the plan has it: so, too, where a new one says nothing; a change that says nothing leaves it. */
const sendAt = z.union([moment, z.literal('by-plan')]);
const status = z.string().transform((text, context): RegisteredCode => {
  if (isRegisteredCode(text)) return text;
  context.addIssue({ code: 'custom', message: 'OTUK|…' });
  return z.NEVER;
});

/** Whom a sending is about; what is left out does not narrow. */
const filterGiven = z.strictObject({
  tracks: list(id).optional(),
  units: list(id).optional(),
  transfers: list(z.enum(transferCodes)).optional(),
  status: status.optional(),
  choice: z.enum(['standard-letter', 'own-contact', 'return']).optional(),
  cases: list(id).optional(),
});
/** The newest version where none is named. */
const template = z.strictObject({ templateId: id, version: z.number().int().min(1).optional() });

export const planGiven = z.strictObject({
  title: z.string().trim().min(1).max(120),
  /** Left out: the one that fits the purpose, else the text's own. */
  channel: z.enum(campaignChannels).optional(),
  purpose: z.enum(campaignPurposes),
  filter: filterGiven.default({}),
  template,
  sendAt: sendAt.optional(),
  taskId: id.nullable().optional(),
  dryRun,
});
export const planned = z.object({ campaignId: z.string() });
export const changeGiven = z.strictObject({ filter: filterGiven, template, sendAt: sendAt.optional(), dryRun });
export const approvalGiven = z.strictObject({ list: z.number().int(), fingerprint: id, dryRun });
export const settleGiven = z.strictObject({ key: id, as: z.enum(uncertainSettlements), dryRun });
export const actGiven = z.strictObject({ dryRun });

const head = z.object({
  campaignId: z.string(),
  title: z.string(),
  channel: z.enum(campaignChannels),
  purpose: z.enum(campaignPurposes),
  state: z.enum(campaignStates),
  madeOn: day,
  madeBy: z.string().optional(),
  sendAt: z.number(),
  counts,
});
export const sendings = z.object({ today: day, sendings: list(head), mayPlan: z.boolean() });

const reasons = list(z.object({ state: z.enum(recipientStates), reason: z.string(), count: z.number() }));
export const sending = head.extend({
  today: day,
  filter: z.looseObject({}),
  template: z.object({ templateId: z.string(), version: z.number() }),
  taskId: z.string().optional(),
  /** For one without a day of its own. */
  planDay: z.object({ day, forecast: z.boolean() }).optional(),
  /** It was approved for a day that the plan no longer has. */
  approvalLapsed: z.boolean(),
  list: z.number(),
  fingerprint: z.string().optional(),
  frozenAt: z.number().optional(),
  reasons,
  units: list(z.object({ id: z.string(), name: z.string(), counts })),
  languages: list(z.object({ language: z.string(), count: z.number() })),
  parts: z.number(),
  /** In øre. */
  cost: z.number(),
  sameListBefore: list(z.object({ campaignId: z.string(), title: z.string(), on: day })),
  writtenToLately: z.number(),
  approvedBy: z.string().optional(),
  approvedAt: z.number().optional(),
  handOverAt: z.number().optional(),
  begunAt: z.number().optional(),
  stoppedAt: z.number().optional(),
  stoppedBy: z.string().optional(),
  settledAt: z.number().optional(),
  pile: z.object({ waiting: z.number(), printed: z.number() }),
  acts: list(z.string()),
  mayChange: z.boolean(),
  mayPreview: z.boolean(),
  mayApprove: z.boolean(),
  mayWithdraw: z.boolean(),
  mayStop: z.boolean(),
  mayResume: z.boolean(),
  mayEnd: z.boolean(),
  maySettle: z.boolean(),
  maySeeRecipients: z.boolean(),
});

export const report = z.object({
  campaignId: z.string(),
  title: z.string(),
  state: z.enum(campaignStates),
  stoppedAt: z.number().optional(),
  stoppedBy: z.string().optional(),
  reached: z.number(),
  notReached: z.number(),
  uncertain: z.number(),
  underWay: z.number(),
  reasons,
});

export const recipientsAsked = z.strictObject({
  state: z.enum(recipientStates).optional(),
  page: z.coerce.number().int().min(1).default(1),
});
export const recipients = z.object({
  campaignId: z.string(),
  shown: z.enum(recipientStates).optional(),
  rows: list(
    z.object({
      key: z.string(),
      caseId: z.string(),
      name: z.string(),
      addressee: z.string(),
      unit: z.string(),
      language: z.string().optional(),
      state: z.enum(recipientStates),
      reason: z.string().optional(),
      parts: z.number().optional(),
      handedAt: z.number().optional(),
    }),
  ),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
});
export const onePreview = z.object({
  key: z.string(),
  caseId: z.string(),
  name: z.string(),
  addressee: z.string(),
  language: z.string(),
  text: z.string(),
  parts: z.number(),
});

import { z } from 'zod';
import { replyChannels, replyResponders, replyStatements } from '#domain/reply/statement.ts';
import { inboundShows } from '#views/answers/inbound.ts';
import { dryRun, fault, id, list, refusal } from './basic.ts';

export const asked = z.strictObject({
  show: z.enum(inboundShows).default('waiting'),
  unit: id.optional(),
  page: z.coerce.number().int().min(1).default(1),
});
const row = z.object({
  inboundId: z.string(),
  channel: z.enum(replyChannels),
  at: z.number(),
  name: z.string().optional(),
  from: z.string().optional(),
  text: z.string(),
  sender: z.enum(['certain', 'asked', 'unknown']),
  caseId: z.string().optional(),
});
export const replies = z.object({
  show: z.enum(inboundShows),
  counts: z.record(z.enum(inboundShows), z.number()),
  hidden: z.number(),
  rows: list(row),
  page: z.number(),
  pageSize: z.number(),
});

export const takenDown = z.strictObject({
  channel: z.enum(replyChannels),
  caseId: id.optional(),
  key: id.optional(),
  from: z.string().max(200).optional(),
  text: z.string().max(4000).default(''),
  says: z.enum(replyStatements).optional(),
  dryRun,
});
export const inQueue = z.object({ inboundId: z.string(), certain: z.boolean() });
export const registration = z.strictObject({
  caseId: id.optional(),
  answeredBy: z.enum(replyResponders),
  says: z.enum(replyStatements),
  note: z.string().max(4000).optional(),
  code: id.optional(),
  mark: z.enum(['wrong', 'stop']).optional(),
  dryRun,
});
export const registered = z.object({
  caseId: z.string(),
  sequence: z.number(),
  forwardedTo: z.string().nullable(),
  codeRefused: list(refusal),
});
export const match = z.strictObject({ caseId: id, dryRun });
export const act = z.strictObject({ dryRun });
export const acted = z.object({ inboundId: z.string() });
export const smsFile = z.object({
  reports: z.number(),
  replies: z.number(),
  leftOver: z.number(),
  faults: list(fault),
});

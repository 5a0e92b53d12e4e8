import { z } from 'zod';
import { actKinds, partStates, partTypes } from '#domain/act/act.ts';
import { actStates } from '#views/answers/act.ts';
import { dryRun, facts, list } from './basic.ts';

const counts = z.object({
  waiting: z.number(),
  done: z.number(),
  refused: z.number(),
  undone: z.number(),
  kept: z.number(),
});
const why = list(z.object({ code: z.string(), facts: facts.optional(), text: z.string() }));

const head = z.object({
  actId: z.string(),
  kind: z.enum(actKinds),
  state: z.enum(actStates),
  because: z.record(z.string(), z.string()),
  at: z.number(),
  by: z.string().optional(),
  counts,
  mayUndo: z.boolean(),
});
export const acts = z.object({ acts: list(head) });

export const actAsked = z.strictObject({
  show: z.enum(partStates).optional(),
  page: z.coerce.number().int().min(1).default(1),
});
export const act = head.extend({
  shown: z.enum(partStates),
  rows: list(
    z.object({
      caseId: z.string(),
      name: z.string(),
      unit: z.string(),
      did: z.enum(partTypes),
      to: z.string(),
      why,
    }),
  ),
  hidden: z.number(),
  page: z.number(),
  pageSize: z.number(),
  total: z.number(),
});
export const undoGiven = z.strictObject({ dryRun });

/** An act that was ordered; with `dryRun` what it would come to, and an empty id. */
export const ordered = z.object({
  actId: z.string(),
  parts: z.number(),
  untouched: list(z.object({ caseId: z.string(), why })),
});

import { z } from 'zod';
import { day, dryRun, facts, list } from './basic.ts';

/** Kept and planned; nothing is changed yet. `already`: the very same file was received before. */
/** How many youths the sender says there are. */
export const receiveAsked = z.strictObject({ declared: z.coerce.number().int().min(0).optional() });
export const received = z.object({
  intakeId: z.string(),
  already: z.boolean(),
  state: z.string().optional(),
  counts: z.record(z.string(), z.number()).optional(),
  approval: list(z.string()),
});

const head = z.object({
  intakeId: z.string(),
  file: z.string(),
  format: z.string(),
  received: day,
  by: z.string().optional(),
  state: z.string(),
  counts: z.object({
    create: z.number(),
    change: z.number(),
    same: z.number(),
    gone: z.number(),
    faults: z.number(),
  }),
});
export const intakes = z.object({ today: day, earlier: list(head), mayUpload: z.boolean() });

const kinds = ['create', 'change', 'same', 'gone', 'faults'] as const;
export const previewAsked = z.strictObject({
  show: z.enum(kinds).optional(),
  page: z.coerce.number().int().min(1).default(1),
});
export const preview = head.extend({
  today: day,
  concerns: list(z.object({ code: z.string(), facts: facts.optional(), text: z.string() })),
  refusals: list(z.object({ code: z.string(), facts: facts.optional(), text: z.string() })),
  shown: z.enum(kinds),
  rows: list(
    z.object({
      row: z.number().optional(),
      kind: z.string(),
      name: z.string(),
      unit: z.string().optional(),
      fields: list(z.object({ field: z.string(), from: z.string().optional(), to: z.string().optional() })),
    }),
  ),
  faults: list(z.object({ row: z.number(), column: z.string(), found: z.string(), wanted: z.string() })),
  page: z.number(),
  pageSize: z.number(),
  approvedBy: z.string().optional(),
  applied: z.object({ on: day, by: z.string().optional() }).optional(),
  keptByUndo: z.number(),
  mayApprove: z.boolean(),
  mayApply: z.boolean(),
  mayUndo: z.boolean(),
  mayReject: z.boolean(),
});

export const actGiven = z.strictObject({ dryRun });

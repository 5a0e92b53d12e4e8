import { z } from 'zod';
import { choices } from '#domain/plan/template.ts';
import { staleKinds } from '#domain/youth/stale.ts';
import { ownStates } from '#views/answers/own.ts';
import { choice, day, dryRun, id, list, words } from './basic.ts';
import { youthRow } from './youth.ts';

const filter = {
  /** Left out: the caller's own; `all` and `none` are whoever they may see, and nobody's. */
  caseworker: id.optional(),
  track: z.string().max(60).optional(),
  state: z.enum(ownStates).optional(),
  transfer: z.string().max(20).optional(),
  unit: id.optional(),
};
export const ownGiven = z.strictObject({ ...filter, page: z.int().min(1).optional() });

export const ownList = z.object({
  today: day,
  filter: z.object({ track: z.string(), state: z.enum(ownStates) }),
  tracks: list(
    z.object({
      id: z.string(),
      title: words,
      chooseBy: day.optional(),
      letterOn: day.optional(),
      counts: z.record(z.enum(ownStates), z.number()),
    }),
  ),
  caseworkers: list(choice),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
  rows: list(youthRow.extend({ track: z.string(), choice: z.enum(choices).optional(), attempts: z.number() })),
  mayChoose: z.boolean(),
});

/** For some cases, or for a whole list counted again; `to` is the code that own contact and return need. */
export const chooseGiven = z.strictObject({
  choice: z.enum(choices),
  to: z.string().min(1).max(20).optional(),
  cases: list(id).optional(),
  list: z.strictObject(filter).optional(),
  dryRun,
});

export const cleaningAsked = z.strictObject({
  caseworker: id.optional(),
  stale: z.enum(staleKinds).optional(),
  days: z.coerce.number().int().min(1).max(1000).optional(),
  page: z.coerce.number().int().min(1).optional(),
});
export const cleaning = z.object({
  today: day,
  days: z.number(),
  /** Left out where there is only one school year. */
  earlier: z.object({ runId: z.string(), schoolYear: z.string() }).optional(),
  counts: z.record(z.enum(staleKinds), z.number()),
  fresh: z.number(),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
  rows: list(
    z.object({
      caseId: z.string(),
      name: z.string(),
      age: z.number().optional(),
      unit: z.string(),
      code: z.string().optional(),
      since: day.optional(),
      stale: list(z.object({ kind: z.enum(staleKinds), since: day.nullable(), days: z.number().nullable() })),
      now: z.string().optional(),
    }),
  ),
});

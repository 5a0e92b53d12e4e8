import { z } from 'zod';
import { checkListKinds } from '#domain/cross-check/list-kind.ts';
import { pairAnswers } from '#domain/cross-check/pair-answer.ts';
import { checkShows, pairStates } from '#views/answers/cross-check.ts';
import { day, dryRun, facts, id, list, words } from './basic.ts';

const numbers = ['rows', 'matched', ...checkShows] as const;
const counts = z.record(z.enum(numbers), z.number());
const head = z.object({
  listId: z.string(),
  kind: z.enum(checkListKinds),
  title: z.string().optional(),
  file: z.string(),
  format: z.string(),
  received: day,
  by: z.string().optional(),
  matched: day,
  registerSize: z.number(),
  window: z.object({ from: day, to: day, title: words.optional() }).optional(),
  counts,
});
export const lists = z.object({
  today: day,
  lists: list(head),
  windows: list(z.object({ id: z.string(), title: words, from: day, to: day })),
  mayReceive: z.boolean(),
  atRisk: z.number(),
});

const activities = ['school', 'private-school', 'apprentice', 'work'] as const;
/** How a list is to be read. What it is called and its columns come in headers: an address may not say who is on a list. */
export const receiveAsked = z.strictObject({
  kind: z.enum(checkListKinds),
  activity: z.enum(activities).optional(),
  window: z.string().max(100).optional(),
});
/** JSON of heading → field. */
export const received = z.object({ listId: z.string(), already: z.boolean(), rows: z.number(), pairs: z.number() });

export const listAsked = z.strictObject({
  show: z.enum(checkShows).optional(),
  page: z.coerce.number().int().min(1).default(1),
});

const rule = z.object({
  id: z.string(),
  verdict: z.string(),
  why: z.string(),
  source: z.string(),
  facts,
  text: z.string(),
});
const said = z.object({ code: z.string(), facts: facts.optional(), source: z.string().optional(), text: z.string() });
const proposal = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('proposed'),
    to: z.string(),
    code: z.string(),
    activity: z.object({ kind: z.string().nullable(), runBy: list(z.string()) }),
    viaOt: z.string().nullable(),
    ground: z.string(),
    rules: list(rule),
  }),
  z.object({ outcome: z.literal('refused'), code: z.string(), refusals: list(said) }),
  z.object({ outcome: z.literal('nothing'), why: z.string() }),
]);
const pair = z.object({
  pairId: z.string(),
  row: z.number(),
  caseId: z.string(),
  name: z.string(),
  band: z.enum(['certain', 'possible']),
  score: z.number(),
  state: z.enum(pairStates),
  status: z.string().optional(),
  transfer: z.string().optional(),
  unit: z.string().optional(),
  fields: list(
    z.object({
      field: z.string(),
      register: z.string().optional(),
      list: z.string().optional(),
      how: z.string(),
      speaks: z.enum(['for', 'against', 'neither']),
    }),
  ),
  remarks: list(z.string()),
  startedOn: day.optional(),
  endedOn: day.optional(),
  proposal,
  decided: z
    .object({ answer: z.enum(pairAnswers), on: day.optional(), by: z.string().optional(), remembered: z.boolean() })
    .optional(),
  overtaken: z.object({ by: z.string(), on: day.optional() }).optional(),
  otherLists: z.number(),
  otherCodes: list(z.string()),
  acceptedAct: z.string().optional(),
});
export const checkedList = head.extend({
  today: day,
  faults: list(z.object({ place: z.string(), found: z.string(), wanted: z.string() })),
  notes: list(said),
  shown: z.enum(checkShows),
  page: z.number(),
  pageSize: z.number(),
  pairs: list(pair),
  rows: list(
    z.object({
      row: z.number(),
      name: z.string(),
      born: day.optional(),
      startedOn: day.optional(),
      place: z.string(),
      isMatched: z.boolean(),
      /** Perhaps somebody of an earlier year: no name is told. */
      isKnown: z.boolean(),
    }),
  ),
  hidden: z.number(),
  mayAct: z.boolean(),
});

export const decideGiven = z.strictObject({ pairs: z.array(id).min(1).max(500), answer: z.enum(pairAnswers), dryRun });
export const decided = z.object({ decided: list(z.string()), kept: list(z.string()) });
export const acceptGiven = z.strictObject({ pairs: z.array(id).min(1).max(500).optional(), dryRun });
export const acceptedAct = z.object({
  actId: z.string(),
  parts: z.number(),
  untouched: list(z.object({ caseId: z.string(), why: list(said) })),
  leftOut: list(z.object({ pairId: z.string(), why: z.string() })),
});
export const againGiven = z.strictObject({ dryRun });
export const again = z.object({ listId: z.string() });

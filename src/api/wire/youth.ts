import { z } from 'zod';
import {
  activityKinds,
  channels,
  directions,
  firstContactStatuses,
  reasons,
  responders,
  runners,
  statements,
  viaOtAnswers,
} from '#domain/coding/situation.ts';
import { choices } from '#domain/plan/template.ts';
import { youthLists, youthSorts } from '#views/answers/youths.ts';
import { choice, day, dayGiven, dryRun, id, list } from './basic.ts';

/** The filter and the words searched for: in a body, never in an address. */
export const youthsGiven = z.strictObject({
  list: z.enum(youthLists).optional(),
  code: z.string().max(20).optional(),
  unit: id.optional(),
  transfer: z.string().max(20).optional(),
  caseworker: id.optional(),
  frozen: id.optional(),
  sort: z.enum(youthSorts).optional(),
  page: z.int().min(1).optional(),
  search: z.string().trim().max(80).optional(),
});

export const youthRow = z.object({
  caseId: z.string(),
  name: z.string(),
  age: z.number().optional(),
  minor: z.boolean(),
  unit: z.string(),
  code: z.string().optional(),
  transfer: z.string().optional(),
  caseworker: z.string().optional(),
  mobile: z.string().optional(),
  protected: z.boolean(),
  last: z.object({ on: day, what: z.string() }).optional(),
});

export const youths = z.object({
  today: day,
  ready: list(z.object({ list: z.string(), count: z.number() })),
  units: list(choice),
  caseworkers: list(choice),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
  rows: list(youthRow),
  mayAssign: z.boolean(),
});

export const contactEntry = z.object({
  id: z.string(),
  on: day,
  channel: z.string(),
  direction: z.string(),
  answeredBy: z.string(),
  says: z.string().optional(),
  counts: z.boolean(),
  by: z.string().optional(),
  note: z.string().optional(),
  mayWithdraw: z.boolean(),
});

const happened = { id: z.string(), on: day, at: z.number(), by: z.string().optional() };
const historyEvent = z.discriminatedUnion('what', [
  z.object({ ...happened, what: z.literal('transferred'), transfer: z.string().optional(), unit: z.string() }),
  z.object({
    ...happened,
    what: z.literal('coded'),
    from: z.string().optional(),
    to: z.string(),
    reason: z.string().optional(),
  }),
  z.object({ ...happened, what: z.literal('assigned'), to: z.string().optional(), unit: z.string() }),
  z.object({ ...happened, what: z.literal('contacted'), contact: contactEntry, withdrawn: z.boolean() }),
  z.object({ ...happened, what: z.literal('withdrawn'), contact: contactEntry }),
  z.object({
    ...happened,
    what: z.literal('chosen'),
    choice: z.enum(choices).optional(),
    to: z.string().optional(),
  }),
  z.object({ ...happened, what: z.literal('letter-back'), toGuardian: z.boolean() }),
  z.object({ ...happened, what: z.literal('changed'), fields: list(z.string()) }),
  z.object({ ...happened, what: z.enum(['returned', 'closed', 'reopened']), reason: z.string().optional() }),
]);

export const youth = z.object({
  today: day,
  caseId: z.string(),
  name: z.string(),
  born: day.optional(),
  age: z.number().optional(),
  minor: z.boolean(),
  nationalId: z.string().optional(),
  languageForm: z.string().optional(),
  protected: z.boolean(),
  address: list(z.string()).optional(),
  mobile: z.string().optional(),
  email: z.string().optional(),
  letterBack: day.optional(),
  guardians: list(z.object({ id: z.string(), name: z.string(), mobile: z.string().optional() })),
  transfer: z.object({ code: z.string(), on: day }).optional(),
  status: z
    .object({
      code: z.string(),
      since: day,
      mainGroup: z.number(),
      targetGroup: z.boolean(),
      reportCode: z.string(),
      viaOt: z.enum(viaOtAnswers).optional(),
    })
    .optional(),
  firstContact: day.optional(),
  unit: z.object({ unitId: z.string(), name: z.string() }),
  caseworker: z.object({ staffId: z.string(), name: z.string() }).optional(),
  contacts: list(contactEntry),
  choice: z.enum(choices).optional(),
  history: list(historyEvent),
  mayCode: z.boolean(),
  mayContact: z.boolean(),
  mayAssign: z.boolean(),
});

const codingFacts = {
  on: dayGiven.optional(),
  atFirstContact: z.enum(firstContactStatuses).nullish(),
  activity: z
    .strictObject({ kind: z.enum(activityKinds).nullable(), runBy: list(z.enum(runners)).default([]) })
    .nullish(),
  reasons: list(z.enum(reasons)).optional(),
  viaOt: z.enum(viaOtAnswers).nullish(),
};
/** What is asked of the rules; without `to` the answer is what fits. */
export const decideGiven = z.strictObject({ to: z.string().max(20).default(''), ...codingFacts });
export const codeGiven = z.strictObject({
  to: z.string().min(1).max(20),
  overrideReason: z.string().trim().min(1).max(2000).optional(),
  dryRun,
  ...codingFacts,
});

export const decision = z.object({
  verdict: z.enum(['allowed', 'warned', 'refused']),
  code: z.string().nullable(),
  reportCode: z.string().nullable(),
  mainGroup: z.number().nullable(),
  targetGroup: z.boolean().nullable(),
  rules: list(z.object({ id: z.string(), verdict: z.string(), why: z.string(), source: z.string() })),
  fits: list(z.string()),
});

export const contactGiven = z.strictObject({
  on: dayGiven.optional(),
  channel: z.enum(channels),
  direction: z.enum(directions),
  answeredBy: z.enum(responders).nullable().default(null),
  says: z.enum(statements).nullable().default(null),
  note: z.string().trim().min(1).max(10_000).optional(),
  dryRun,
});
/** Number of the contact's line in the history. */
export const withdrawGiven = z.strictObject({ contact: z.int().min(1), dryRun });
/** Null takes away; what is left out stays as it is. */
export const assignGiven = z.strictObject({
  unit: id.nullable().optional(),
  caseworker: id.nullable().optional(),
  dryRun,
});
/** `to` is the code that own contact and return need, where the case has it not. */
export const choiceGiven = z.strictObject({
  choice: z.enum(choices),
  to: z.string().min(1).max(20).optional(),
  on: dayGiven.optional(),
  dryRun,
});

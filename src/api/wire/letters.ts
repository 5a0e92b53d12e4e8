import { z } from 'zod';
import { addressFaults } from '#domain/address/address-fault.ts';
import { workReasons } from '#domain/household/hold.ts';
import { languages } from '#domain/language.ts';
import { templateChannels } from '#domain/message/template.ts';
import { day, dayGiven, dryRun, facts, id, list } from './basic.ts';

const longestText = 20_000;
const text = z.strictObject({
  title: z.string().max(300).default(''),
  body: z.string().min(1).max(longestText),
  copyIntro: z.string().max(longestText).default(''),
});
const texts = z.strictObject({ nb: text.optional(), nn: text.optional(), en: text.optional() });
const addressee = z
  .string()
  .regex(/^(youth|guardians?-\d+(-\d+)*)$/)
  // `as`: the pattern is the type.
  .transform((said) => said as 'youth' | `guardian-${number}` | `guardians-${string}`);

export const checkAsked = z.strictObject({ on: dayGiven.optional(), template: id.optional() });
export const check = z.object({
  on: day,
  letters: z.number(),
  copies: z.number(),
  faults: list(
    z.object({
      caseId: z.string(),
      name: z.string(),
      unit: z.string(),
      addressee: z.string(),
      why: z.enum(workReasons),
      faults: list(z.object({ code: z.enum(addressFaults), facts: facts.optional() })),
    }),
  ),
  emptyFields: list(z.object({ field: z.string(), count: z.number() })),
});

export const manualAsked = z.strictObject({ on: dayGiven.optional() });
/** Why somebody stands here is not sent: being here tells nothing. */
export const manual = z.object({
  on: day,
  rows: list(z.object({ caseId: z.string(), name: z.string(), unit: z.string(), to: z.enum(['youth', 'guardian']) })),
});

const templateHead = z.object({
  templateId: z.string(),
  version: z.number(),
  channel: z.enum(templateChannels),
  name: z.string(),
  madeOn: day.optional(),
  madeBy: z.string().optional(),
});
export const templates = z.object({ templates: list(templateHead), mayMake: z.boolean() });
export const versionAsked = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
const textSent = z.object({ title: z.string(), body: z.string(), copyIntro: z.string() });
export const template = templateHead.extend({
  texts: z.object({ nb: textSent.optional(), nn: textSent.optional(), en: textSent.optional() }),
  versions: list(z.number()),
});
export const templateGiven = z.strictObject({
  templateId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  channel: z.enum(templateChannels),
  name: z.string().trim().min(1).max(120),
  texts,
  dryRun,
});
export const kept = z.object({
  templateId: z.string(),
  version: z.number(),
  warnings: list(
    z.object({ code: z.string(), language: z.enum(languages), part: z.string(), line: z.number(), found: z.string() }),
  ),
});

export const previewGiven = z.strictObject({
  caseId: id,
  addressee: addressee.default('youth'),
  templateId: id,
  version: z.number().int().min(1).optional(),
  language: z.enum(languages).optional(),
});
/** The file of a letter as base64. */
export const preview = z.object({
  caseId: z.string(),
  channel: z.enum(templateChannels),
  text: z.string(),
  pages: z.number().optional(),
  pdf: z.string().optional(),
});

export const printGiven = z.strictObject({ batch: id.optional() });
export const printed = z.object({
  batchId: z.string(),
  letters: z.number(),
  pages: z.number(),
  withdrawn: z.number(),
  cases: list(z.string()),
  pdf: z.string(),
});

export const printPile = z.object({
  waiting: z.number(),
  batches: list(
    z.object({
      batchId: z.string(),
      madeAt: z.number(),
      madeBy: z.string().optional(),
      letters: z.number(),
      pages: z.number(),
    }),
  ),
});

export const returnedGiven = z.strictObject({ key: z.string().min(1).max(300), dryRun });
export const returned = z.object({ caseId: z.string(), addressee: z.string(), isNew: z.boolean() });

const lines = z.array(z.string().trim().min(1).max(80)).max(4);
const short = z.string().trim().max(80).default('');
export const countyHeadGiven = z.strictObject({
  postAddress: lines.default([]),
  organisationNumber: short,
  web: short,
  replyAt: z
    .string()
    .regex(/^(https:\/\/[\w.-]+(:\d+)?)?$/)
    .default(''),
  dryRun,
});
export const officeHeadGiven = z.strictObject({
  unit: id,
  visit: lines.default([]),
  phone: short,
  email: short,
  dryRun,
});
export const headWritten = z.object({ unit: z.string().nullable() });
export const postcodesRead = z.object({ rows: z.number() });

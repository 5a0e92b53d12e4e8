import { z } from 'zod';
import { directions } from '#domain/coding/situation.ts';
import { callOutcomes, saidOnPhone } from '#domain/phone/outcome.ts';
import { choice, day, dayGiven, dryRun, id, list } from './basic.ts';
import { contactEntry } from './youth.ts';

/** Which drive; left out, the one that is the asker's. */
const drive = id.optional();
export const driveAsked = z.object({ drive, whose: id.optional() });

const head = z.object({
  driveId: z.string(),
  state: z.enum(['planned', 'open', 'closed']),
  opensOn: day,
  closesOn: day,
  reportOn: day,
  goal: z.number(),
  units: list(z.string()).optional(),
});

export const overview = z.object({
  today: day,
  drive: head.optional(),
  planned: z.object({ opensOn: day, closesOn: day }).optional(),
  units: list(
    z.object({
      unit: choice,
      registered: z.number(),
      otuk: z.number(),
      hidden: z.number(),
      noMobile: z.number(),
      toRing: z.number(),
      reached: z.number(),
      out: z.object({ 'needs-number': z.number(), 'tried-out': z.number() }),
      callers: z.number(),
    }),
  ),
  callers: list(
    z.object({
      caller: choice,
      units: list(z.string()).optional(),
      share: z.number(),
      rings: z.boolean(),
      pile: z.number(),
      holdsOne: z.boolean(),
      callsToday: z.number(),
      calls: z.number(),
      reached: z.number(),
    }),
  ),
  others: list(choice.extend({ units: list(z.string()).optional() })),
  unshared: z.number(),
  mayRun: z.boolean(),
});

const number = z.object({ number: z.string(), guardian: z.string().optional(), kind: z.string() });
const card = z.object({
  caseId: z.string(),
  name: z.string(),
  age: z.number().optional(),
  minor: z.boolean(),
  protected: z.boolean(),
  unit: z.string(),
  language: z.string(),
  transfer: z.string().optional(),
  caseworker: z.string().optional(),
  numbers: list(number),
  noMobile: z.boolean(),
  letterBack: day.optional(),
  earlier: list(contactEntry),
  callBackAt: z.number().optional(),
  tries: z.number(),
  mayCode: z.boolean(),
});

export const place = z.object({
  drive: head.optional(),
  rings: z.boolean(),
  mayRun: z.boolean(),
  card: card.optional(),
  nextAt: z.number().optional(),
  progress: z.object({
    callsToday: z.number(),
    pile: z.number(),
    anybodys: z.number(),
    settled: z.number(),
    cards: z.number(),
  }),
  last: z.object({ caseId: z.string(), name: z.string(), outcome: z.enum(callOutcomes) }).optional(),
});

export const found = z.object({
  found: list(
    z.object({
      caseId: z.string(),
      name: z.string(),
      age: z.number().optional(),
      unit: z.string(),
      code: z.string().optional(),
      matched: z.enum(['name', 'mobile', 'phone', 'guardian']),
      guardian: z.string().optional(),
      heldByOther: z.boolean(),
    }),
  ),
});

export const sheet = z.object({
  today: day,
  drive: head,
  caller: choice,
  rows: list(
    z.object({
      caseId: z.string(),
      name: z.string(),
      age: z.number().optional(),
      minor: z.boolean(),
      unit: z.string(),
      language: z.string(),
      transfer: z.string().optional(),
      numbers: list(number),
      tries: z.number(),
      callBackAt: z.number().optional(),
    }),
  ),
});

const forecastDay = z.object({ on: day, left: z.number(), low: z.number(), high: z.number() });
const unitBurnDown = z.object({
  unit: choice.optional(),
  registered: z.number(),
  days: list(z.object({ on: day, left: z.number() })),
  burnDown: z.object({
    now: z.number(),
    goal: z.number(),
    pace: z.number(),
    needed: z.number(),
    ahead: list(forecastDay),
    end: forecastDay,
    outlook: z.enum(['there', 'on-pace', 'near', 'short']),
  }),
});
export const burnDown = z.object({
  today: day,
  reportOn: day,
  goal: z.number(),
  opensOn: day.optional(),
  whole: unitBurnDown,
  units: list(unitBurnDown),
});

export const report = z.object({
  today: day,
  drive: head.optional(),
  frozenAt: z.number().optional(),
  rows: list(z.object({ unit: choice.optional(), caseworker: choice.optional(), otuk: z.number() })),
  total: z.number(),
});

const caller = z.strictObject({
  staffId: id,
  units: list(id).nullable().default(null),
  share: z.int().min(1).max(10).default(1),
});
export const startGiven = z.strictObject({
  opensOn: dayGiven.optional(),
  closesOn: dayGiven.optional(),
  goal: z.int().min(0).max(100).default(8),
  units: list(id).optional(),
  callers: list(caller).default([]),
  dryRun,
});
export const started = z.object({ driveId: z.string(), opensOn: day, closesOn: day });
export const driveGiven = z.strictObject({ drive, dryRun });
export const joinGiven = z.strictObject({ drive, callers: z.array(caller).min(1), dryRun });
export const leaveGiven = z.strictObject({ drive, staffIds: z.array(id).min(1), dryRun });
export const splitGiven = z.strictObject({ drive, how: z.enum(['new', 'all']).default('new'), dryRun });
export const split = z.object({ fresh: z.number(), given: z.number(), left: z.number() });
export const released = z.object({ released: z.number() });
export const searchGiven = z.strictObject({ drive, text: z.string().trim().min(2).max(80) });
export const takeGiven = z.strictObject({ drive, case: id });
export const caseAnswer = z.object({ caseId: z.string() });
export const outcomeGiven = z.strictObject({
  drive,
  case: id,
  outcome: z.enum(callOutcomes),
  says: z.enum(saidOnPhone).nullable().default(null),
  note: z.string().trim().min(1).max(10_000).optional(),
  /** UTC ms of the run's clock. */
  callBackAt: z.int().optional(),
  direction: z.enum(directions).default('out'),
  on: dayGiven.optional(),
  dryRun,
});

import { z } from 'zod';
import { replyChannels, replyStatements } from '#domain/reply/statement.ts';
import { day, list, words } from './basic.ts';

const taskRef = z.object({ taskId: z.string(), phaseId: z.string(), title: words });
export const pace = z.enum(['planned', 'open', 'at-risk', 'late', 'done', 'waiting', 'skipped']);

const paceReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('task-overdue'), task: taskRef, due: day }),
  z.object({ kind: z.literal('task-due-soon'), task: taskRef, due: day }),
  z.object({ kind: z.literal('waits-for'), task: taskRef, on: taskRef }),
  z.object({ kind: z.literal('parts-missing'), task: taskRef, missing: list(z.string()), of: z.number() }),
  z.object({ kind: z.literal('ends-soon'), days: z.number(), left: z.number() }),
]);

const window = z.object({ from: day, to: day, forecast: z.boolean(), track: words.optional() });
const counter = z.object({ label: words, count: z.number().optional(), live: z.boolean() });

const yearPhase = z.object({
  phaseId: z.string(),
  short: words,
  number: z.number(),
  windows: list(window),
  roles: list(z.string()),
  owner: z.string().optional(),
  pace,
  reasons: list(paceReason),
  done: z.number(),
  total: z.number(),
  next: taskRef.extend({ due: day }).optional(),
  before: counter.optional(),
  after: counter.optional(),
});

export const year = z.object({
  schoolYear: z.string(),
  today: day,
  from: day,
  to: day,
  phases: list(yearPhase),
  reports: list(z.object({ on: day, title: words })),
  youths: z.number(),
  unknown: z.number(),
  late: z.number(),
  atRisk: z.number(),
  unit: z.object({ unitId: z.string(), name: z.string() }).optional(),
});

const filter = z.object({
  frozen: z.string().optional(),
  caseworker: z.string().optional(),
  unit: z.string().optional(),
});
/** What is left of a task that closes itself, and where the list is: a page, with the filter that shows just that. */
const left = z.object({
  count: z.number(),
  hidden: z.number(),
  place: z.discriminatedUnion('page', [
    z.object({ page: z.enum(['youths', 'cleaning']), filter }),
    z.object({ page: z.literal('replies'), unit: z.string().optional() }),
    z.object({ page: z.literal('cross-check'), listId: z.string().optional() }),
  ]),
});

const phaseTask = z.object({
  taskId: z.string(),
  title: words,
  note: words.optional(),
  pace,
  due: day.optional(),
  dueIsForecast: z.boolean(),
  optional: z.boolean(),
  bySystem: z.boolean(),
  roles: list(z.string()),
  people: list(z.string()),
  waitsFor: list(taskRef),
  finished: z.object({ on: day, by: z.string().optional(), reason: z.string().optional() }).optional(),
  skipped: z.object({ on: day, by: z.string().optional(), reason: z.string() }).optional(),
  spread: z
    .object({
      over: z.enum(['unit', 'person']),
      parts: list(
        z.object({
          taskId: z.string(),
          name: z.string(),
          done: z.boolean(),
          skipped: z.boolean(),
          mayTick: z.boolean(),
        }),
      ),
    })
    .optional(),
  list: left.optional(),
  lapsedSending: z.string().optional(),
  mayComplete: z.boolean(),
  mayReopen: z.boolean(),
  maySkip: z.boolean(),
  mayOverride: z.boolean(),
});

export const phase = z.object({
  today: day,
  phaseId: z.string(),
  number: z.number(),
  title: words,
  what: words,
  pace,
  reasons: list(paceReason),
  done: z.number(),
  total: z.number(),
  groups: list(z.object({ group: z.string(), tasks: list(phaseTask) })),
  windows: list(window),
  roles: list(z.string()),
  owner: z.string().optional(),
  before: counter.optional(),
  after: counter.optional(),
});

const taskRow = taskRef.extend({
  phaseNumber: z.number(),
  phaseShort: words,
  part: z.string().optional(),
  due: day.optional(),
  pace,
  waitsFor: list(taskRef),
  list: left.optional(),
  lapsedSending: z.string().optional(),
  mayComplete: z.boolean(),
});

/** Replies of one's own youths that one has not dealt with; `reply list --show forwarded` tells whose. */
const forwarded = z.object({
  inboundId: z.string(),
  channel: z.enum(replyChannels),
  says: z.enum(replyStatements),
  at: z.number(),
});
export const tasks = z.object({
  today: day,
  scope: z.enum(['mine', 'unit', 'all']),
  scopes: list(z.object({ scope: z.string(), count: z.number() })),
  replies: list(forwarded),
  groups: list(z.object({ time: z.enum(['overdue', 'today', 'week', 'later', 'waiting']), rows: list(taskRow) })),
});

import { z } from 'zod';
import { leftAlone } from '#domain/assignment/propose.ts';
import { day, dayGiven, dryRun, id, list, words } from './basic.ts';

const load = z.object({
  open: z.number(),
  uncoded: z.number(),
  unknown: z.number(),
  followUp: z.number(),
  inActivity: z.number(),
});
const absence = z.object({
  absenceId: z.string(),
  staff: z.string(),
  substitute: z.string(),
  from: day,
  to: day,
  now: z.boolean(),
  mayEnd: z.boolean(),
});

export const boardAsked = z.strictObject({
  unit: id.optional(),
  from: id.optional(),
  page: z.coerce.number().int().min(1).default(1),
});
export const board = z.object({
  unassigned: load,
  workers: list(
    z.object({
      staffId: z.string(),
      name: z.string(),
      units: list(z.string()),
      load,
      tasksDue: z.number(),
      away: z.object({ to: day, substitute: z.string() }).optional(),
    }),
  ),
  rows: list(z.object({ caseId: z.string(), name: z.string(), unit: z.string(), code: z.string().optional() })),
  total: z.number(),
  hidden: z.number(),
  page: z.number(),
  pageSize: z.number(),
  absences: list(absence),
});

const postcode = z.string().regex(/^\d{4}$/);
const rule = z.object({
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unit'), unitId: id }),
    z.strictObject({ kind: z.literal('municipality'), number: z.string().regex(/^\d{4}$/) }),
    z.strictObject({ kind: z.literal('postcode'), from: postcode, to: postcode }),
  ]),
  goes: z.strictObject({
    unitId: id.nullable(),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('one'), staffId: id }),
      z.strictObject({ kind: z.literal('evenly') }),
      z.strictObject({ kind: z.literal('unit-only') }),
    ]),
  }),
});
export const rules = z.object({ rules: list(rule), onIntake: z.boolean() });
export const rulesGiven = z.strictObject({ rules: list(rule), onIntake: z.boolean(), dryRun });

const way = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rules') }),
  z.strictObject({ kind: z.literal('evenly') }),
  z.strictObject({ kind: z.literal('one'), staffId: id }),
]);
/** Nobody's youths where `from` is null. */
export const shareGiven = z.strictObject({
  from: id.nullable(),
  way,
  unit: id.optional(),
  cases: list(id).optional(),
  withTasks: z.boolean().default(false),
});
export const preview = z.object({
  moves: z.number(),
  gets: list(z.object({ name: z.string().optional(), n: z.number(), after: z.number() })),
  untouched: list(
    z.object({
      why: z.enum(leftAlone),
      n: z.number(),
      named: list(z.object({ caseId: z.string(), name: z.string() })),
    }),
  ),
  tasks: list(z.object({ title: words, to: z.string().optional() })),
});
export const applyGiven = shareGiven.extend({ expected: z.number().int().min(0).optional(), dryRun });
export const ordered = z.object({ actId: z.string(), parts: z.number() });

export const absences = z.object({ absences: list(absence) });
export const absenceGiven = z.strictObject({ staff: id, substitute: id, from: dayGiven, to: dayGiven, dryRun });
export const registered = z.object({ absenceId: z.string() });
export const absenceEndGiven = z.strictObject({ dryRun });

export const leaveGiven = z.strictObject({ way: way.optional(), leaveOpen: z.boolean().default(false), dryRun });
export const left = z.object({
  actId: z.string().nullable(),
  moves: z.number(),
  tasks: z.number(),
  stays: z.object({ youths: z.number(), tasks: z.number() }),
});

import { z } from 'zod';
import { moves, multiplicities, taskGroups } from '#domain/plan/template.ts';
import { day, dayGiven, dryRun, finding, id, list, sentence, words } from './basic.ts';
import { year } from './year.ts';

const runHead = z.object({
  runId: z.string(),
  schoolYear: z.string(),
  county: z.string(),
  today: day,
  rehearsal: z.boolean(),
  from: day,
  to: day,
});
export const runListed = runHead.extend({ title: z.string(), state: z.string(), isCurrent: z.boolean() });
export const runs = z.object({ runs: list(runListed) });

/** How far the engine has come with opening the run's cases; rows can be used before that. */
export const opening = z.object({ cases: z.number(), opened: z.number() });
export const runStatus = z.object({ run: runHead, year, opening });

export const startGiven = z.strictObject({
  template: id.default('vigo-otto'),
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/, '2026-2027'),
  units: list(id).default([]),
  title: z.string().trim().max(200).optional(),
  /** A rehearsal begins on this day; left out for a year on the real clock. */
  rehearsalFrom: dayGiven.optional(),
  dryRun,
});
export const started = z.object({ runId: z.string(), findings: list(finding) });

const plannedDate = z.object({
  key: z.string(),
  day,
  forecast: z.boolean(),
  move: z.string(),
  moved: z.object({ from: day, because: z.string(), to: z.string() }).optional(),
  time: z.string().optional(),
  hangsOn: z.string().optional(),
  setByHand: z.boolean().optional(),
});

export const plan = z.object({
  template: z.object({ id: z.string(), version: z.number(), title: words }),
  schoolYear: z.string(),
  phases: list(
    z.object({
      id: z.string(),
      number: z.number(),
      title: words,
      owner: z.string(),
      windows: list(
        z.object({
          id: z.string(),
          title: words.optional(),
          track: z.string().optional(),
          opens: plannedDate,
          closes: plannedDate,
        }),
      ),
      tasks: list(
        z.object({
          key: z.string(),
          group: z.string(),
          title: words,
          role: z.string(),
          multiplicity: z.string(),
          dependsOn: list(z.string()),
          required: z.boolean(),
          due: plannedDate,
          skipped: z.string().optional(),
          instances: list(
            z.object({
              id: z.string(),
              unit: z.string().optional(),
              staff: z.string().optional(),
              skipped: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
  ),
  anchors: list(z.object({ id: z.string(), title: words, date: plannedDate, completionOf: list(z.string()) })),
  reportingDays: list(z.object({ id: z.string(), title: words, date: plannedDate })),
  cohorts: list(z.object({ id: z.string(), title: words, from: day, to: day })),
});
export const planInForce = z.object({ today: day, plan, findings: list(finding), mayChange: z.boolean() });

const changed = { reason: sentence };
const addedTask = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, 'a-z, 0-9, -'),
  title: sentence,
  due: dayGiven,
  role: id,
  group: z.enum(taskGroups).default('do'),
  multiplicity: z.enum(multiplicities).default('once'),
  required: z.boolean().default(true),
});

/** One thing changed by hand in a run's plan. */
export const changeGiven = z.strictObject({
  dryRun,
  change: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('move-date'),
      key: id,
      to: dayGiven,
      move: z.enum(moves).optional(),
      ...changed,
    }),
    z.strictObject({ kind: z.literal('add-task'), phase: id, task: addedTask, ...changed }),
    z.strictObject({ kind: z.literal('skip-task'), task: id, instance: id.optional(), ...changed }),
    z.strictObject({ kind: z.literal('change-role'), task: id, role: id, ...changed }),
    z.strictObject({ kind: z.literal('change-person'), task: id, instance: id.optional(), staff: id, ...changed }),
  ]),
});

const difference = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('date'),
    key: z.string(),
    from: day,
    to: day,
    days: z.number(),
    forecast: z.boolean(),
  }),
  z.object({ kind: z.literal('certainty'), key: z.string(), day, forecast: z.boolean() }),
  z.object({
    kind: z.enum(['task-added', 'task-removed', 'task-skipped', 'task-back']),
    key: z.string(),
    instances: list(z.string()),
  }),
  z.object({ kind: z.literal('role'), key: z.string(), from: z.string(), to: z.string() }),
  z.object({
    kind: z.literal('person'),
    key: z.string(),
    instance: z.string(),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
]);
export const changedPlan = z.object({ moves: list(difference), newFindings: list(finding) });

/** A year whose phases are all closed needs no reason; the machine asks where one is needed. */
export const closeGiven = z.strictObject({ reason: z.string().trim().max(2000).default(''), dryRun });
export const reasonGiven = z.strictObject({ reason: sentence, dryRun });
export const forwardGiven = z.strictObject({ to: dayGiven, dryRun });
export const forwarded = z.object({ today: day });

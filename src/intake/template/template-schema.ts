import { z } from 'zod';
import { parseSchoolYear } from '#domain/calendar/school-year.ts';
import { assertNever } from '#domain/outcome.ts';
import { type Condition, conditions } from '#domain/plan/condition.ts';
import {
  type Anchor,
  areas,
  type CohortRule,
  choices,
  counts,
  multiplicities,
  type OrderRule,
  type TaskKind,
  type Template,
  taskGroups,
} from '#domain/plan/template.ts';
import { dateSchema, keySchema } from './date-rule.ts';
import { say } from './issue.ts';

const line = z.string().trim().min(1).max(500);
const id = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/);
const role = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z_]*$/);
const calendarYear = z.int().min(1990).max(2100);
const words = z.strictObject({ nb: line, nn: line, en: line });
const references = z
  .array(
    z.strictObject({
      title: words,
      link: z
        .string()
        .max(500)
        .regex(/^https:\/\/\S+$/)
        .exactOptional(),
    }),
  )
  .max(20);

const condition = z.enum(conditions);
const byHand = z.boolean().exactOptional();
const taskKind = z
  .union([
    z.literal('person'),
    z.strictObject({ data: condition, byHand }),
    z.strictObject({ system: condition, byHand }),
  ])
  .transform((by): TaskKind => {
    if (by === 'person') return { by };
    return 'data' in by ? said('data', by.data, by.byHand) : said('system', by.system, by.byHand);
  });

const said = (by: 'data' | 'system', of: Condition, hand: boolean | undefined): TaskKind => ({
  by,
  condition: of,
  ...(hand === undefined ? {} : { byHand: hand }),
});

const task = z.strictObject({
  id,
  group: z.enum(taskGroups),
  title: words,
  note: words.exactOptional(),
  role,
  multiplicity: z.enum(multiplicities).default('once'),
  dependsOn: z.array(keySchema).max(50).default([]),
  required: z.boolean().default(true),
  by: taskKind.default({ by: 'person' }),
  doneIn: z.enum(areas).exactOptional(),
  due: dateSchema,
  track: id.exactOptional(),
  eachWindow: z.array(id).min(1).max(12).exactOptional(),
  choices: z.array(z.enum(choices)).min(2).exactOptional(),
  references: references.exactOptional(),
});

/** A task as a template file writes it; also what a plan change adds. */
export const taskSchema = task.transform(({ by, ...rest }) => ({ ...rest, kind: by }));

const phaseSchema = z.strictObject({
  id,
  title: words,
  what: words,
  owner: role,
  participants: z.array(role).max(20).default([]),
  place: words,
  references: references.default([]),
  windows: z
    .array(
      z.strictObject({
        id,
        title: words.exactOptional(),
        track: id.exactOptional(),
        opens: dateSchema,
        closes: dateSchema,
      }),
    )
    .max(12)
    .default([]),
  counters: z
    .array(
      z.strictObject({ count: z.enum(counts), when: z.enum(['before', 'after']), per: z.enum(['unit', 'county']) }),
    )
    .max(12)
    .default([]),
  tasks: z.array(taskSchema).max(100).default([]),
});

const anchorSchema = z
  .strictObject({
    id: keySchema,
    title: words,
    due: dateSchema.exactOptional(),
    completionOf: z.array(keySchema).min(1).max(20).exactOptional(),
  })
  .transform(({ due, completionOf, ...rest }, context): Anchor => {
    if (due && !completionOf) return { ...rest, kind: 'date', date: due };
    if (completionOf && !due) return { ...rest, kind: 'completion', of: completionOf };
    return say(context, rest.id, 'template.notAnchor');
  });

const cohortSchema = z
  .strictObject({
    id,
    title: words,
    from: dateSchema.exactOptional(),
    to: dateSchema.exactOptional(),
    startedYearsBack: z.strictObject({ from: z.int().min(0).max(20), to: z.int().min(0).max(20) }).exactOptional(),
    startedYears: z.strictObject({ from: calendarYear, to: calendarYear }).exactOptional(),
    trainingYear: z.int().min(1).max(6).exactOptional(),
  })
  .transform(({ id, title, ...rest }, context): CohortRule => {
    const { from, to, startedYearsBack: back, startedYears: years, trainingYear } = rest;
    const keys = Object.keys(rest).sort().join();
    if (from && to && keys === 'from,to') return { id, title, kind: 'between', from, to };
    if (back && keys === 'startedYearsBack' && back.from >= back.to) return { id, title, kind: 'years-back', ...back };
    if (years && trainingYear && keys === 'startedYears,trainingYear' && years.from <= years.to)
      return { id, title, kind: 'years', ...years, trainingYear };
    return say(context, id, 'template.notCohort');
  });

const orderSchema = z
  .discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('output-after-work'), output: keySchema, work: keySchema }),
    z.strictObject({ rule: z.literal('mailing-after-list'), mailing: keySchema, list: keySchema }),
    z.strictObject({ rule: z.literal('mailing-after-check'), mailing: keySchema, check: keySchema }),
  ])
  .transform((written): OrderRule => {
    switch (written.rule) {
      case 'output-after-work':
        return { kind: written.rule, output: written.output, work: written.work };
      case 'mailing-after-list':
        return { kind: written.rule, mailing: written.mailing, list: written.list };
      case 'mailing-after-check':
        return { kind: written.rule, mailing: written.mailing, check: written.check };
      default:
        return assertNever(written);
    }
  });

const schoolYearSchema = z
  .string()
  .transform((text, context) => parseSchoolYear(text) ?? say(context, text, 'template.notSchoolYear'));

/** A whole template file. */
export const templateSchema = z
  .strictObject({
    id,
    version: z.int().min(1).max(100_000),
    title: words,
    schoolYear: schoolYearSchema.exactOptional(),
    tracks: z
      .array(
        z.strictObject({
          id,
          title: words,
          codes: z.array(z.string().regex(/^[A-Z]{4}$/)).min(1),
          allYear: z.boolean().default(false),
        }),
      )
      .max(20)
      .default([]),
    reportingDays: z
      .array(z.strictObject({ id: keySchema, title: words, due: dateSchema }))
      .max(20)
      .default([]),
    anchors: z.array(anchorSchema).max(100).default([]),
    cohorts: z.array(cohortSchema).max(20).default([]),
    order: z.array(orderSchema).max(200).default([]),
    phases: z.array(phaseSchema).min(1).max(20),
  })
  .transform(
    ({ reportingDays, ...rest }): Template => ({
      ...rest,
      reportingDays: reportingDays.map(({ due, ...day }) => ({ ...day, date: due })),
    }),
  );

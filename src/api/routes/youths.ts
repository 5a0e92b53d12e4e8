import { z } from 'zod';
import { maySeeYouths } from '#domain/access/may.ts';
import { caseId, staffId, unitId } from '#domain/ids.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { codeForChoice } from '#domain/youth/choice-codes.ts';
import { whyOf } from '#texts/coding.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';
import type { YouthFilter } from '#views/answers/youths.ts';
import { type InRun, inRun } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import * as wire from '../wire/youth.ts';

const ofCase = z.object({ run: id, case: id });
type OfCase = z.output<typeof ofCase>;
const change = { params: ofCase, answer: done } as const;

/** Lists of youths and one youth's page, each with its line in the read log. */
const questions = [
  inRun('POST', '/runs/:run/youths', maySeeYouths, 'youths.list', {
    seen: ({ rows }) => rows.map((row) => row.caseId),
    params: z.object({ run: id }),
    body: wire.youthsGiven,
    answer: wire.youths,
    act: async ({ needs, actor, run, body }) => {
      const { search, ...filter } = body;
      return accepted(await needs.views.youths(actor, run.runId, filterOf(filter), search || undefined, run.today));
    },
  }),
  inRun('GET', '/runs/:run/youths/:case', maySeeYouths, 'youth.read', {
    seen: (youth) => [youth.caseId],
    params: ofCase,
    answer: wire.youth,
    act: async (given) => {
      const found = await look(given);
      return found.ok ? accepted({ ...found.value, choice: found.value.file.choice ?? undefined }) : found;
    },
  }),
  inRun('POST', '/runs/:run/youths/:case/decide', maySeeYouths, 'youth.read', {
    // It tells what stands in the case, so it is a read of the youth; whose it was the address says.
    seen: ({ caseId: seen }) => [seen],
    params: ofCase,
    body: wire.decideGiven,
    answer: wire.decision.extend({ caseId: z.string() }),
    act: async ({ needs, actor, params, body, commandId, language }) => {
      const decided = await needs.desk.youths.decide(actor, { ...factsOf(body), commandId, caseId: params.case });
      if (!decided.ok) return decided;
      const rules = decided.value.rules.map((rule) => ({ ...rule, why: whyOf(language, rule) }));
      return accepted({ ...decided.value, rules, caseId: params.case });
    },
  }),
];

const changes = [
  inRun('POST', '/runs/:run/youths/:case/code', maySeeYouths, null, {
    ...change,
    body: wire.codeGiven,
    act: ({ needs, actor, params, body, commandId }) =>
      needs.desk.youths.code(actor, {
        ...factsOf(body),
        commandId,
        caseId: params.case,
        dryRun: body.dryRun,
        ...(body.overrideReason === undefined ? {} : { overrideReason: body.overrideReason }),
      }),
  }),
  inRun('POST', '/runs/:run/youths/:case/contact', maySeeYouths, null, {
    ...change,
    body: wire.contactGiven,
    act: ({ needs, actor, params, body: { on, note, ...contact }, commandId }) =>
      needs.desk.youths.registerContact(actor, {
        ...contact,
        commandId,
        caseId: params.case,
        ...(on === undefined ? {} : { on }),
        ...(note === undefined ? {} : { note }),
      }),
  }),
  inRun('POST', '/runs/:run/youths/:case/withdraw-contact', maySeeYouths, null, {
    ...change,
    body: wire.withdrawGiven,
    act: ({ needs, actor, params, body, commandId }) =>
      needs.desk.youths.withdrawContact(actor, { ...body, commandId, caseId: params.case }),
  }),
  inRun('POST', '/runs/:run/youths/:case/assign', maySeeYouths, null, {
    ...change,
    body: wire.assignGiven,
    act: async (given) => {
      const { needs, actor, params, body, commandId } = given;
      const found = await look(given);
      if (!found.ok) return found;
      const { unit, caseworker } = found.value;
      return needs.desk.youths.assign(actor, {
        commandId,
        caseId: params.case,
        unitId: body.unit === undefined ? unit.unitId || null : body.unit,
        caseworkerId: body.caseworker === undefined ? (caseworker?.staffId ?? null) : body.caseworker,
        dryRun: body.dryRun,
      });
    },
  }),
  inRun('POST', '/runs/:run/youths/:case/choose', maySeeYouths, null, {
    ...change,
    body: wire.choiceGiven,
    act: ({ needs, actor, params, body: { on, to, ...choice }, commandId }) =>
      needs.desk.youths.choose(actor, {
        ...choice,
        ...(to === undefined ? {} : { coding: codeForChoice(to) }),
        commandId,
        caseId: params.case,
        ...(on === undefined ? {} : { on }),
      }),
  }),
];

export const youthRoutes = [...questions, ...changes];

async function look({ needs, actor, run, params }: InRun<OfCase, unknown, unknown>): Promise<Outcome<YouthAnswer>> {
  const found = await needs.views.youth(actor, run.runId, caseId(params.case), run.today);
  return found ? accepted(found) : refused({ code: 'access.notFound' });
}

function filterOf(given: Omit<z.output<typeof wire.youthsGiven>, 'search'>): YouthFilter {
  const { list, code, unit, transfer, caseworker, frozen, sort, page } = given;
  return {
    ...(list === undefined ? {} : { list }),
    ...(code === undefined ? {} : { code }),
    ...(unit === undefined ? {} : { unit: unitId(unit) }),
    ...(transfer === undefined ? {} : { transfer }),
    ...(caseworker === undefined ? {} : { caseworker: caseworker === 'none' ? 'none' : staffId(caseworker) }),
    ...(frozen === undefined ? {} : { frozen }),
    ...(sort === undefined ? {} : { sort }),
    ...(page === undefined ? {} : { page }),
  };
}

/** What is left out stands as the case has it. */
function factsOf({ to, on, atFirstContact, activity, reasons, viaOt }: z.output<typeof wire.decideGiven>) {
  return {
    to,
    ...(on === undefined ? {} : { on }),
    ...(atFirstContact === undefined ? {} : { atFirstContact }),
    ...(activity === undefined ? {} : { activity }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(viaOt === undefined ? {} : { viaOt }),
  };
}

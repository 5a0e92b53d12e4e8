import { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { mayDoMailing, mayMakeTemplates, mayTakeReturnedMail } from '#domain/access/letters.ts';
import type { Language } from '#domain/language.ts';
import type { MessageTexts } from '#domain/message/template.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { inRun } from '../serve.ts';
import { id } from '../wire/basic.ts';
import * as wire from '../wire/letters.ts';

const ofRun = z.object({ run: id });
const mayMakeOrMail = (actor: Actor): boolean => mayMakeTemplates(actor) || mayDoMailing(actor);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const questions = [
  inRun('GET', '/runs/:run/letters/check', mayDoMailing, 'letters.check', {
    seen: ({ faults }) => faults.map(({ caseId }) => caseId),
    params: ofRun,
    query: wire.checkAsked,
    answer: wire.check,
    act: async ({ needs, actor, run, query }) =>
      accepted(await needs.views.letters.check(actor, run.runId, query.on ?? run.today, query.template)),
  }),
  inRun('GET', '/runs/:run/letters/manual', mayDoMailing, 'letters.manual', {
    seen: ({ rows }) => rows.map(({ caseId }) => caseId),
    params: ofRun,
    query: wire.manualAsked,
    answer: wire.manual,
    act: async ({ needs, actor, run, query }) =>
      accepted(await needs.views.letters.manual(actor, run.runId, query.on ?? run.today)),
  }),
  inRun('GET', '/runs/:run/letters/batches', mayDoMailing, null, {
    params: ofRun,
    answer: wire.printPile,
    act: async ({ needs, actor, run }) => accepted(await needs.views.letters.printPile(actor, run.runId)),
  }),
  inRun('GET', '/runs/:run/templates', mayMakeOrMail, null, {
    params: ofRun,
    answer: wire.templates,
    act: async ({ needs, actor }) => accepted(await needs.views.letters.templates(actor)),
  }),
  inRun('GET', '/runs/:run/templates/:template', mayMakeOrMail, null, {
    params: ofRun.extend({ template: id }),
    query: wire.versionAsked,
    answer: wire.template,
    act: async ({ needs, params, query }) => {
      const found = await needs.views.letters.template(params.template, query.version);
      return found ? accepted(found) : refused({ code: 'access.notFound' });
    },
  }),
];

const letters = [
  inRun('POST', '/runs/:run/letters/preview', mayMakeOrMail, 'letters.preview', {
    seen: ({ caseId }) => [caseId],
    params: ofRun,
    body: wire.previewGiven,
    answer: wire.preview,
    act: async ({ needs, actor, run, body }) => {
      const { version, language, ...rest } = body;
      const made = await needs.desk.letters.preview(actor, {
        ...{ runId: run.runId, ...rest },
        ...(version === undefined ? {} : { version }),
        ...(language === undefined ? {} : { language }),
      });
      if (!made.ok) return made;
      const { value } = made;
      return accepted({
        ...{ caseId: body.caseId, channel: value.channel, text: value.text },
        ...(value.channel === 'letter' ? { pages: value.pages, pdf: base64(value.pdf) } : {}),
      });
    },
  }),
  inRun('POST', '/runs/:run/letters/print', mayDoMailing, 'letters.print', {
    seen: ({ cases }) => cases,
    params: ofRun,
    body: wire.printGiven,
    answer: wire.printed,
    act: async ({ needs, actor, run, body, language, commandId }) => {
      const printed = await needs.desk.letters.print(actor, {
        ...{ commandId, runId: run.runId, language },
        ...(body.batch === undefined ? {} : { batchId: body.batch }),
      });
      return printed.ok ? accepted({ ...printed.value, pdf: base64(printed.value.pdf) }) : printed;
    },
  }),
  inRun('POST', '/runs/:run/mail/returned', mayTakeReturnedMail, 'mail.returned', {
    seen: ({ caseId }) => [caseId],
    params: ofRun,
    body: wire.returnedGiven,
    answer: wire.returned,
    act: ({ needs, actor, body, commandId }) => needs.desk.letters.returned(actor, { commandId, ...body }),
  }),
];

const mailRoom = [
  inRun('POST', '/runs/:run/templates', mayMakeTemplates, null, {
    params: ofRun,
    body: wire.templateGiven,
    answer: wire.kept,
    act: ({ needs, actor, body, commandId }) =>
      needs.desk.letters.keepTemplate(actor, { commandId, ...body, texts: said(body.texts) }),
  }),
  inRun('POST', '/runs/:run/letterhead', mayMakeTemplates, null, {
    params: ofRun,
    body: wire.countyHeadGiven,
    answer: wire.headWritten,
    act: ({ needs, actor, body: { dryRun, ...head }, commandId }) =>
      needs.desk.letters.writeCountyHead(actor, { commandId, dryRun, head }),
  }),
  inRun('POST', '/runs/:run/letterhead/office', mayMakeTemplates, null, {
    params: ofRun,
    body: wire.officeHeadGiven,
    answer: wire.headWritten,
    act: ({ needs, actor, body: { dryRun, unit, ...head }, commandId }) =>
      needs.desk.letters.writeOfficeHead(actor, { commandId, dryRun, unitId: unit, head }),
  }),
  inRun('POST', '/runs/:run/postcodes', mayMakeTemplates, null, {
    params: ofRun,
    body: z.instanceof(Uint8Array),
    bodyLimit: 5 * 1024 * 1024,
    answer: wire.postcodesRead,
    act: ({ needs, actor, body, commandId }) => needs.desk.letters.replacePostcodes(actor, { commandId, bytes: body }),
  }),
];

/** Letters: what stands in the way, how they look, printing, what comes back, and what the county says on them. */
export const letterRoutes = [...questions, ...letters, ...mailRoom];

const said = (texts: Readonly<Partial<Record<Language, MessageTexts[Language] | undefined>>>): MessageTexts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));

import { z } from 'zod';
import { maySeeYouths } from '#domain/access/may.ts';
import { caseId, unitId } from '#domain/ids.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { returnsTable } from '#texts/queue-tables.ts';
import { schoolReminder } from '#texts/school-reminder.ts';
import { saidWith } from '../explain.ts';
import { inRun } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import * as wire from '../wire/queues.ts';

const ofRun = z.object({ run: id });
const ofCase = z.object({ run: id, case: id });

/** The return queue and early leavers. */
export const queueRoutes = [
  inRun('GET', '/runs/:run/returns', maySeeYouths, 'returns.list', {
    seen: ({ queued, sent, again }) => [...queued, ...sent, ...again].map((youth) => youth.caseId),
    params: ofRun,
    answer: wire.returns,
    act: async ({ needs, actor, run }) => accepted(await needs.views.returns(actor, run.runId, run.today)),
  }),
  inRun('POST', '/runs/:run/returns/export', maySeeYouths, 'returns.export', {
    seen: ({ cases }) => cases,
    params: ofRun,
    body: wire.returnsExportGiven,
    answer: wire.workbook,
    act: async ({ needs, actor, run, body, language }) => {
      const { rows, apart } = await needs.views.returnsToExport(actor, run.runId, body.receiver, run.today);
      const bytes = await needs.files.xlsx(returnsTable(language, rows));
      const content = Buffer.from(bytes).toString('base64');
      return accepted({ name: `returns-${run.today}.xlsx`, cases: rows.map((row) => row.caseId), apart, content });
    },
  }),
  inRun('POST', '/runs/:run/returns/sent', maySeeYouths, null, {
    params: ofRun,
    body: wire.sentGiven,
    answer: wire.sent,
    act: async ({ needs, actor, body: { on, reference, ...wish }, commandId, language }) => {
      const outcome = await needs.desk.returns.sent(actor, {
        ...wish,
        commandId,
        ...(on === undefined ? {} : { on }),
        ...(reference === undefined ? {} : { reference }),
      });
      if (!outcome.ok) return outcome;
      const said = outcome.value.refused.map((one) => ({
        ...one,
        refusals: one.refusals.map((refusal) => saidWith(needs, language, refusal)),
      }));
      return accepted({ ...outcome.value, refused: said });
    },
  }),
  inRun('GET', '/runs/:run/early-leavers', maySeeYouths, 'leavers.list', {
    seen: ({ rows }) => rows.map((row) => row.caseId),
    params: ofRun,
    query: wire.leaversAsked,
    answer: wire.leavers,
    act: async ({ needs, actor, run, query: { gap, unit, page } }) => {
      const filter = {
        ...(gap === undefined ? {} : { gap }),
        ...(unit === undefined ? {} : { unit: unitId(unit) }),
        ...(page === undefined ? {} : { page }),
      };
      return accepted(await needs.views.earlyLeavers(actor, run.runId, filter, run.today));
    },
  }),
  inRun('GET', '/runs/:run/youths/:case/leaving', maySeeYouths, 'leaving.read', {
    seen: (leaving) => [leaving.caseId],
    params: ofCase,
    answer: wire.leaving,
    act: async ({ needs, actor, run, params, language }) => {
      const found = await needs.views.leaving(actor, run.runId, caseId(params.case), run.today);
      if (!found) return refused({ code: 'access.notFound' });
      const { reminder, leaving, gaps, school, unit, ...rest } = found;
      const about = reminder && { ...reminder, school, unit, leftOn: leaving.leftOn, gaps };
      return accepted({
        ...{ ...rest, leaving, gaps, school, unit },
        reminder: about && gaps.length > 0 ? schoolReminder(language, about) : undefined,
      });
    },
  }),
  inRun('POST', '/runs/:run/youths/:case/leaving', maySeeYouths, null, {
    params: ofCase,
    body: wire.leavingGiven,
    answer: done,
    act: ({ needs, actor, params, body: { school, dryRun, ...said }, commandId }) =>
      needs.desk.earlyLeavers.note(actor, {
        ...{ commandId, caseId: params.case, dryRun },
        // What was left out of the body is not there at all.
        leaving: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
        ...(school === undefined ? {} : { school }),
      }),
  }),
  inRun('POST', '/runs/:run/youths/:case/leaving/reminded', maySeeYouths, null, {
    params: ofCase,
    body: wire.onlyDryRun,
    answer: done,
    act: ({ needs, actor, params, body, commandId }) =>
      needs.desk.earlyLeavers.remind(actor, { commandId, caseId: params.case, dryRun: body.dryRun }),
  }),
];

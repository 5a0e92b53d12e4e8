import { z } from 'zod';
import { maySeeYouths } from '#domain/access/may.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { whyOf } from '#texts/coding.ts';
import { navTable } from '#texts/queue-tables.ts';
import { inRun } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import * as wire from '../wire/queues.ts';

const ofRun = z.object({ run: id });

/** A unit where it is named, else a municipality. */
function areaOf({
  unit,
  municipality,
}: {
  readonly unit?: string | undefined;
  readonly municipality?: string | undefined;
}) {
  if (unit !== undefined) return { kind: 'unit', id: unit } as const;
  return municipality === undefined ? undefined : ({ kind: 'municipality', id: municipality } as const);
}

/** Meetings with NAV, and one person with several numbers. */
export const meetingAndDoubleRoutes = [
  inRun('GET', '/runs/:run/nav', maySeeYouths, 'nav.list', {
    seen: ({ rows }) => rows.map((row) => row.caseId),
    params: ofRun,
    query: wire.navAsked,
    answer: wire.navList,
    act: async ({ needs, actor, run, query, language }) => {
      const found = await needs.views.navList(actor, run.runId, areaOf(query), query.meeting, run.today);
      const rows = found.rows.map(({ proposal, ...row }) => ({
        ...row,
        proposal: proposal && { ...proposal, why: proposal.rules.map((rule) => whyOf(language, rule)) },
      }));
      return accepted({ ...found, rows });
    },
  }),
  inRun('POST', '/runs/:run/nav/export', maySeeYouths, 'nav.export', {
    seen: ({ cases }) => cases,
    params: ofRun,
    body: wire.navExportGiven,
    answer: wire.workbook,
    act: async ({ needs, actor, run, body, language }) => {
      const found = await needs.views.navList(actor, run.runId, areaOf(body), undefined, run.today);
      if (!found.mayExport) return refused({ code: 'access.notAllowed' });
      const content = Buffer.from(await needs.files.xlsx(navTable(language, found.rows))).toString('base64');
      const cases = found.rows.map((row) => row.caseId);
      return accepted({ name: `nav-${run.today}.xlsx`, cases, apart: found.hidden, content });
    },
  }),
  inRun('POST', '/runs/:run/nav/meetings', maySeeYouths, null, {
    params: ofRun,
    body: wire.meetingGiven,
    answer: wire.opened,
    act: async ({ needs, actor, run, body, commandId }) => {
      const area = areaOf(body);
      if (!area) return refused({ code: 'nav.noArea' });
      const { on, tookPart, dryRun } = body;
      const wish = { commandId, runId: run.runId, area, tookPart, dryRun };
      return needs.desk.navMeetings.open(actor, { ...wish, ...(on === undefined ? {} : { on }) });
    },
  }),
  inRun('POST', '/runs/:run/nav/meetings/:meeting/youths/:case', maySeeYouths, null, {
    params: z.object({ run: id, meeting: id, case: id }),
    body: wire.entryGiven,
    answer: done,
    act: ({ needs, actor, params, body: { mobile, address, ...entry }, commandId }) =>
      needs.desk.navMeetings.enter(actor, {
        ...entry,
        ...{ commandId, caseId: params.case, meetingId: params.meeting },
        ...(mobile === undefined ? {} : { mobile }),
        ...(address === undefined ? {} : { address }),
      }),
  }),
  inRun('GET', '/runs/:run/doubles', maySeeYouths, 'doubles.list', {
    seen: ({ pairs, merges, across }) => [
      ...pairs.flatMap(({ one, other }) => [one.caseId, other.caseId]),
      ...[...merges, ...across].map((youth) => youth.caseId),
    ],
    params: ofRun,
    answer: wire.doubles,
    act: async ({ needs, actor, run }) => accepted(await needs.views.doubles(actor, run.runId, run.today)),
  }),
  inRun('POST', '/runs/:run/doubles/search', maySeeYouths, null, {
    params: ofRun,
    answer: wire.searched,
    act: ({ needs, actor, run }) => needs.desk.doubles.search(actor, { runId: run.runId }),
  }),
  inRun('POST', '/runs/:run/doubles/merge', maySeeYouths, null, {
    params: ofRun,
    body: wire.pairGiven,
    answer: wire.merged,
    act: ({ needs, actor, body, commandId }) => needs.desk.doubles.merge(actor, { ...body, commandId }),
  }),
  inRun('POST', '/runs/:run/doubles/apart', maySeeYouths, null, {
    params: ofRun,
    body: wire.pairGiven,
    answer: z.object({}),
    act: ({ needs, actor, body, commandId }) => needs.desk.doubles.keepApart(actor, { ...body, commandId }),
  }),
  inRun('POST', '/runs/:run/doubles/merges/:merge/undo', maySeeYouths, null, {
    params: z.object({ run: id, merge: id }),
    body: wire.onlyDryRun,
    answer: done,
    act: ({ needs, actor, params, body, commandId }) =>
      needs.desk.doubles.part(actor, { commandId, mergeId: params.merge, dryRun: body.dryRun }),
  }),
];

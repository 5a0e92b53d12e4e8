import { z } from 'zod';
import { maySeeYouths } from '#domain/access/may.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { saidWith } from '../explain.ts';
import { inRun } from '../serve.ts';
import * as wire from '../wire/act.ts';
import { done, id } from '../wire/basic.ts';

const ofAct = z.object({ run: id, act: id });

/** What was done for many at once: how far it has come, whom it did not touch and why, and the way back. */
export const actRoutes = [
  inRun('GET', '/runs/:run/acts', maySeeYouths, null, {
    params: z.object({ run: id }),
    answer: wire.acts,
    act: async ({ needs, actor, run }) => accepted(await needs.views.acts(actor, run.runId)),
  }),
  inRun('GET', '/runs/:run/acts/:act', maySeeYouths, 'act.read', {
    seen: ({ rows }) => rows.map((row) => row.caseId),
    params: ofAct,
    query: wire.actAsked,
    answer: wire.act,
    act: async ({ needs, actor, run, params, query, language }) => {
      const found = await needs.views.act(actor, run.runId, params.act, query.show, query.page);
      if (!found) return refused({ code: 'access.notFound' });
      const rows = found.rows.map((row) => ({
        ...row,
        why: row.why.map((refusal) => saidWith(needs, language, refusal)),
      }));
      return accepted({ ...found, rows });
    },
  }),
  inRun('POST', '/runs/:run/acts/:act/undo', maySeeYouths, null, {
    params: ofAct,
    body: wire.undoGiven,
    answer: done,
    act: ({ needs, actor, params, body, commandId }) =>
      needs.desk.acts.undo(actor, { commandId, actId: params.act, dryRun: body.dryRun }),
  }),
];

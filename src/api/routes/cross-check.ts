import { z } from 'zod';
import { mayCrossCheck } from '#domain/access/may.ts';
import type { Proposal } from '#domain/cross-check/proposal.ts';
import type { Language } from '#domain/language.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { whyOf } from '#texts/coding.ts';
import { saidWith } from '../explain.ts';
import { nameIn } from '../file-name.ts';
import { columnsIn } from '../list-columns.ts';
import type { ApiNeeds } from '../needs.ts';
import { inRun } from '../serve.ts';
import { id } from '../wire/basic.ts';
import * as wire from '../wire/cross-check.ts';

const largestFile = 25 * 1024 * 1024;
const ofList = z.object({ run: id, list: id });
const path = '/runs/:run/cross-check';

const questions = [
  inRun('GET', path, mayCrossCheck, null, {
    params: z.object({ run: id }),
    answer: wire.lists,
    act: async ({ needs, actor, run }) => accepted(await needs.views.crossCheck.lists(actor, run.runId, run.today)),
  }),
  inRun('GET', `${path}/:list`, mayCrossCheck, 'cross-check.read', {
    // Strangers on the list have no case: the list stands for them.
    seen: ({ listId, pairs, rows }) => [
      ...pairs.map(({ caseId }) => caseId),
      ...(rows.some(({ name }) => name !== '') ? [listId] : []),
    ],
    params: ofList,
    query: wire.listAsked,
    answer: wire.checkedList,
    act: async ({ needs, actor, run, params, query, language }) => {
      const asked = { listId: params.list, shown: query.show, page: query.page };
      const found = await needs.views.crossCheck.list(actor, run.runId, asked, run.today);
      if (!found) return refused({ code: 'access.notFound' });
      return accepted({
        ...found,
        notes: found.notes.map((note) => saidWith(needs, language, note)),
        faults: found.faults.map(({ place, found: stood, code, facts }) => ({
          ...{ place, found: stood },
          wanted: needs.explain(language, code, facts),
        })),
        pairs: found.pairs.map((pair) => ({ ...pair, proposal: saidProposal(needs, language, pair.proposal) })),
      });
    },
  }),
];

/** What the rules say, in words too. */
function saidProposal(needs: ApiNeeds, language: Language, proposal: Proposal) {
  switch (proposal.outcome) {
    case 'proposed':
      return { ...proposal, rules: proposal.rules.map((rule) => ({ ...rule, text: whyOf(language, rule) })) };
    case 'refused':
      return { ...proposal, refusals: proposal.refusals.map((refusal) => saidWith(needs, language, refusal)) };
    default:
      return proposal;
  }
}

const upload = inRun('POST', path, mayCrossCheck, null, {
  bodyLimit: largestFile,
  params: z.object({ run: id }),
  query: wire.receiveAsked,
  body: z.instanceof(Uint8Array),
  answer: wire.received,
  act: ({ needs, actor, run, query, body, header }) => {
    const { kind, activity, window } = query;
    const title = nameIn(header('x-list-title'));
    const columns = columnsIn(header('x-list-columns'));
    if (!columns) return Promise.resolve(refused({ code: 'intake.columns.unreadable' }));
    return needs.desk.crossCheck.receive(actor, {
      ...{ runId: run.runId, kind, columns, bytes: body, fileName: nameIn(header('x-file-name')) },
      ...(title === '' ? {} : { title }),
      meaning: { activity: activity ?? null, cohort: window ?? null },
    });
  },
});

const changes = [
  inRun('POST', `${path}/decide`, mayCrossCheck, null, {
    params: z.object({ run: id }),
    body: wire.decideGiven,
    answer: wire.decided,
    act: ({ needs, actor, run, body: { pairs, ...body }, commandId }) =>
      needs.desk.crossCheck.decide(actor, { ...body, commandId, runId: run.runId, pairIds: pairs }),
  }),
  inRun('POST', `${path}/:list/accept`, mayCrossCheck, null, {
    params: ofList,
    body: wire.acceptGiven,
    answer: wire.acceptedAct,
    act: async ({ needs, actor, run, params, body, commandId, language }) => {
      const outcome = await needs.desk.crossCheck.accept(actor, {
        ...{ commandId, runId: run.runId, listId: params.list, dryRun: body.dryRun },
        ...(body.pairs === undefined ? {} : { pairIds: body.pairs }),
      });
      if (!outcome.ok) return outcome;
      const untouched = outcome.value.untouched.map(({ caseId, why }) => ({
        caseId,
        why: why.map((refusal) => saidWith(needs, language, refusal)),
      }));
      return accepted({ ...outcome.value, untouched });
    },
  }),
  inRun('POST', `${path}/:list/again`, mayCrossCheck, null, {
    params: ofList,
    body: wire.againGiven,
    answer: wire.again,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.crossCheck.matchAgain(actor, { ...body, commandId, runId: run.runId, listId: params.list }),
  }),
];

/** Lists that are cross-checked: received, looked at, decided, accepted as one act. */
export const crossCheckRoutes = [...questions, upload, ...changes];

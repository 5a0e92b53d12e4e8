import { z } from 'zod';
import { mayApproveList, mayBringLists } from '#domain/access/may.ts';
import { intakeId } from '#domain/ids.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { saidWith } from '../explain.ts';
import { nameIn } from '../file-name.ts';
import { columnsIn } from '../list-columns.ts';
import { inRun } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import { actGiven, intakes, preview, previewAsked, receiveAsked, received } from '../wire/intake.ts';

const largestFile = 25 * 1024 * 1024;
const ofIntake = z.object({ run: id, intake: id });
const change = { params: ofIntake, body: actGiven, answer: done } as const;

const questions = [
  inRun('GET', '/runs/:run/intakes', mayApproveList, null, {
    params: z.object({ run: id }),
    answer: intakes,
    act: async ({ needs, actor, run }) => accepted(await needs.views.intakes(actor, run.runId)),
  }),
  inRun('GET', '/runs/:run/intakes/:intake', mayApproveList, 'intake.read', {
    // Those on a list have no case yet: the list stands for them.
    seen: ({ intakeId: list, rows, faults }) => (rows.length + faults.length > 0 ? [list] : []),
    params: ofIntake,
    query: previewAsked,
    answer: preview,
    act: async ({ needs, actor, run, params, query, language }) => {
      const found = await needs.views.intake(actor, run.runId, intakeId(params.intake), query.show, query.page);
      if (!found) return refused({ code: 'access.notFound' });
      return accepted({
        ...found,
        concerns: found.concerns.map((concern) => saidWith(needs, language, concern)),
        refusals: found.refusals.map((refusal) => saidWith(needs, language, refusal)),
        faults: found.faults.map(({ row, column, found: stood, code, facts }) => ({
          row,
          column,
          found: stood,
          wanted: needs.explain(language, code, facts),
        })),
      });
    },
  }),
];

/** The file's bytes as they are; its name, sheet and columns in headers, since an address may not say who is on the list. */
const upload = inRun('POST', '/runs/:run/intakes', mayBringLists, null, {
  bodyLimit: largestFile,
  params: z.object({ run: id }),
  query: receiveAsked,
  body: z.instanceof(Uint8Array),
  answer: received,
  act: async ({ needs, actor, run, body, query: { declared }, header }) => {
    const fileName = nameIn(header('x-file-name'));
    const columns = columnsIn(header('x-list-columns'));
    if (!columns) return refused({ code: 'intake.columns.unreadable' });
    const sheet = nameIn(header('x-list-sheet'));
    const readAs = { columns, ...(sheet === '' ? {} : { sheet }) };
    const file = { runId: run.runId, fileName, bytes: body, readAs, ...(declared === undefined ? {} : { declared }) };
    const outcome = await needs.desk.intakes.receive(actor, file);
    if (!outcome.ok) return outcome;
    const { value } = outcome;
    return accepted(
      value.outcome === 'already'
        ? { intakeId: value.intakeId, already: true, state: value.state, approval: [] }
        : { intakeId: value.intakeId, already: false, counts: value.counts, approval: value.approval },
    );
  },
});

const changes = [
  inRun('POST', '/runs/:run/intakes/:intake/approve', mayApproveList, null, {
    ...change,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.intakes.approve(actor, { commandId, runId: run.runId, intakeId: params.intake, ...body }),
  }),
  inRun('POST', '/runs/:run/intakes/:intake/apply', mayBringLists, null, {
    ...change,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.intakes.apply(actor, { commandId, runId: run.runId, intakeId: params.intake, ...body }),
  }),
  inRun('POST', '/runs/:run/intakes/:intake/undo', mayBringLists, null, {
    ...change,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.intakes.undo(actor, { commandId, runId: run.runId, intakeId: params.intake, ...body }),
  }),
  inRun('POST', '/runs/:run/intakes/:intake/reject', mayBringLists, null, {
    ...change,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.intakes.reject(actor, { commandId, runId: run.runId, intakeId: params.intake, ...body }),
  }),
];

/** Lists: received, looked at, approved, applied, undone, set aside. */
export const intakeRoutes = [...questions, upload, ...changes];

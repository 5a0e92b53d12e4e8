import { z } from 'zod';
import { mayHaveOwnList } from '#domain/access/may.ts';
import { caseId, staffId, unitId } from '#domain/ids.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { choicePart } from '#domain/youth/choice-codes.ts';
import type { OwnFilter } from '#views/answers/own.ts';
import { saidWith } from '../explain.ts';
import { inRun } from '../serve.ts';
import { ordered } from '../wire/act.ts';
import { id } from '../wire/basic.ts';
import * as wire from '../wire/own.ts';

/** A caseworker's list, and a choice for many as one act. */
export const ownRoutes = [
  inRun('POST', '/runs/:run/own', mayHaveOwnList, 'youths.list', {
    seen: ({ rows }) => rows.map((row) => row.caseId),
    params: z.object({ run: id }),
    body: wire.ownGiven,
    answer: wire.ownList,
    act: async ({ needs, actor, run, body }) =>
      accepted(await needs.views.ownList(actor, run.runId, ownFilterOf(body), undefined, run.today)),
  }),
  inRun('GET', '/runs/:run/cleaning', mayHaveOwnList, 'youths.list', {
    seen: ({ rows }) => rows.flatMap((row) => [row.caseId, ...(row.now === undefined ? [] : [row.now])]),
    params: z.object({ run: id }),
    query: wire.cleaningAsked,
    answer: wire.cleaning,
    act: async ({ needs, actor, run, query: { caseworker, stale, days, page } }) =>
      accepted(
        await needs.views.cleaning(
          actor,
          run.runId,
          {
            ...(caseworker === undefined
              ? {}
              : { caseworker: caseworker === 'none' || caseworker === 'all' ? caseworker : staffId(caseworker) }),
            ...(stale === undefined ? {} : { stale }),
            ...(days === undefined ? {} : { days }),
            ...(page === undefined ? {} : { page }),
          },
          run.today,
        ),
      ),
  }),
  inRun('POST', '/runs/:run/choose', mayHaveOwnList, null, {
    params: z.object({ run: id }),
    body: wire.chooseGiven,
    answer: ordered,
    act: async ({ needs, actor, run, body, commandId, language }) => {
      const { choice, to, cases, list, dryRun } = body;
      const ids = cases?.map(caseId) ?? (await needs.views.ownCaseIds(actor, run.runId, ownFilterOf(list ?? {})));
      if (ids.length === 0) return refused({ code: 'act.nobody' });
      const began = await needs.desk.acts.begin(actor, {
        ...{ commandId, runId: run.runId, kind: 'choice', dryRun },
        because: { choice, ...(to === undefined ? {} : { code: to }) },
        parts: ids.map((each) => ({ caseId: each, event: choicePart(choice, to) })),
      });
      if (!began.ok) return began;
      const untouched = began.value.untouched.map((one) => ({
        caseId: one.caseId,
        why: one.why.map((refusal) => saidWith(needs, language, refusal)),
      }));
      return accepted({ ...began.value, untouched });
    },
  }),
];

function ownFilterOf(given: z.output<typeof wire.ownGiven>): OwnFilter {
  const { caseworker, track, state, transfer, unit, page } = given;
  return {
    ...(caseworker === undefined
      ? {}
      : { caseworker: caseworker === 'none' || caseworker === 'all' ? caseworker : staffId(caseworker) }),
    ...(track === undefined ? {} : { track }),
    ...(state === undefined ? {} : { state }),
    ...(transfer === undefined ? {} : { transfer }),
    ...(unit === undefined ? {} : { unit: unitId(unit) }),
    ...(page === undefined ? {} : { page }),
  };
}

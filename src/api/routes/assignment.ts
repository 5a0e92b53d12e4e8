import { z } from 'zod';
import { mayEndEmployment, mayLead } from '#domain/access/may.ts';
import { staffId, unitId } from '#domain/ids.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { inRun } from '../serve.ts';
import * as wire from '../wire/assignment.ts';
import { id } from '../wire/basic.ts';

const ofRun = z.object({ run: id });
type Given = z.output<typeof wire.shareGiven>;

/** Whose the youths are, looked at and shared out. */
const sharing = [
  inRun('GET', '/runs/:run/assignment', mayLead, 'assignment.board', {
    seen: ({ rows }) => rows.map((row) => row.caseId),
    params: ofRun,
    query: wire.boardAsked,
    answer: wire.board,
    act: async ({ needs, actor, run, query: { unit, from, page } }) => {
      const shown = {
        page,
        ...(unit === undefined ? {} : { unit: unitId(unit) }),
        ...(from === undefined ? {} : { from: staffId(from) }),
      };
      const found = await needs.views.assignment.board(actor, run.runId, shown, run.today);
      return found ? accepted(found) : refused({ code: 'access.notFound' });
    },
  }),
  inRun('GET', '/runs/:run/assignment/rules', mayLead, null, {
    params: ofRun,
    answer: wire.rules,
    act: async ({ needs, actor, run }) => accepted(await needs.views.assignment.rules(actor, run.runId)),
  }),
  inRun('POST', '/runs/:run/assignment/rules', mayLead, null, {
    params: ofRun,
    body: wire.rulesGiven,
    answer: wire.rules,
    act: ({ needs, actor, run, body, commandId }) =>
      needs.desk.assignment.keepRules(actor, { commandId, runId: run.runId, ...body }),
  }),
  inRun('POST', '/runs/:run/assignment/preview', mayLead, 'assignment.preview', {
    seen: ({ untouched }) => untouched.flatMap(({ named }) => named.map((one) => one.caseId)),
    params: ofRun,
    body: wire.shareGiven,
    answer: wire.preview,
    act: async ({ needs, actor, run, body }) => {
      const shared = await needs.desk.assignment.preview(actor, { runId: run.runId, ...shareOf(body) });
      if (!shared.ok) return shared;
      const given = { from: body.from, to: body.way.kind === 'one' ? body.way.staffId : null, shared: shared.value };
      return accepted(await needs.views.assignment.preview(actor, run.runId, given));
    },
  }),
  inRun('POST', '/runs/:run/assignment/apply', mayLead, null, {
    params: ofRun,
    body: wire.applyGiven,
    answer: wire.ordered,
    act: ({ needs, actor, run, body: { expected, dryRun, ...body }, commandId }) =>
      needs.desk.assignment.share(actor, {
        ...{ commandId, dryRun, runId: run.runId },
        ...shareOf(body),
        ...(expected === undefined ? {} : { expected }),
      }),
  }),
];

const shareOf = ({ from, way, unit, cases, withTasks }: Given) => ({
  ...{ from, way, withTasks },
  ...(unit === undefined ? {} : { unit }),
  ...(cases === undefined ? {} : { cases }),
});

/** Who is away, and who leaves. */
const people = [
  inRun('GET', '/runs/:run/absences', mayLead, null, {
    params: ofRun,
    answer: wire.absences,
    act: async ({ needs, actor, run }) => {
      const found = await needs.views.assignment.board(actor, run.runId, { page: 1 }, run.today);
      return found ? accepted(found) : refused({ code: 'access.notFound' });
    },
  }),
  inRun('POST', '/runs/:run/absences', mayLead, null, {
    params: ofRun,
    body: wire.absenceGiven,
    answer: wire.registered,
    act: ({ needs, actor, run, body: { staff, substitute, ...period }, commandId }) =>
      needs.desk.staff.registerAbsence(actor, {
        ...{ commandId, runId: run.runId, staffId: staff, substituteId: substitute },
        ...period,
      }),
  }),
  inRun('POST', '/runs/:run/absences/:absence/end', mayLead, null, {
    params: z.object({ run: id, absence: id }),
    body: wire.absenceEndGiven,
    answer: wire.registered,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.staff.endAbsence(actor, { commandId, runId: run.runId, absenceId: params.absence, ...body }),
  }),
  inRun('POST', '/runs/:run/staff/:staff/leave', mayEndEmployment, null, {
    params: z.object({ run: id, staff: id }),
    body: wire.leaveGiven,
    answer: wire.left,
    act: async ({ needs, actor, run, params, body: { way, ...body }, commandId }) => {
      const left = await needs.desk.staff.leave(actor, {
        ...{ commandId, runId: run.runId, staffId: params.staff, ...body },
        ...(way === undefined ? {} : { way }),
      });
      if (!left.ok) return left;
      const { actId, moves, tasks, stays } = left.value;
      return accepted({ actId, moves: moves.length, tasks: tasks.length, stays });
    },
  }),
];

export const assignmentRoutes = [...sharing, ...people];

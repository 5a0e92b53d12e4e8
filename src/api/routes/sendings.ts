import { z } from 'zod';
import { maySeeNumbers } from '#domain/access/may.ts';
import { mayApproveSending, mayPlanSending, maySeeRecipients, mayStopSending } from '#domain/access/sending.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { inRun } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import * as wire from '../wire/sending.ts';

const ofRun = z.object({ run: id });
const ofSending = z.object({ run: id, sending: id });
const found = <T>(value: T | undefined): Outcome<T> =>
  value === undefined ? refused({ code: 'access.notFound' }) : accepted(value);

const questions = [
  inRun('GET', '/runs/:run/sendings', maySeeNumbers, null, {
    params: ofRun,
    answer: wire.sendings,
    act: async ({ needs, actor, run }) => accepted(await needs.views.sendings(actor, run.runId)),
  }),
  inRun('GET', '/runs/:run/sendings/:sending', maySeeNumbers, null, {
    params: ofSending,
    answer: wire.sending,
    act: async ({ needs, actor, run, params }) => {
      const one = found(await needs.views.sending(actor, run.runId, params.sending));
      return one.ok ? accepted({ ...one.value, filter: { ...one.value.filter } }) : one;
    },
  }),
  inRun('GET', '/runs/:run/sendings/:sending/report', maySeeNumbers, null, {
    params: ofSending,
    answer: wire.report,
    act: async ({ needs, actor, run, params }) =>
      found(await needs.views.sendingReport(actor, run.runId, params.sending)),
  }),
  inRun('GET', '/runs/:run/sendings/:sending/recipients', maySeeRecipients, 'sending.recipients', {
    seen: ({ rows }) => rows.map((row) => row.caseId),
    params: ofSending,
    query: wire.recipientsAsked,
    answer: wire.recipients,
    act: async ({ needs, actor, run, params, query }) =>
      found(await needs.views.recipients(actor, run.runId, params.sending, query.state, query.page)),
  }),
  inRun('GET', '/runs/:run/sendings/:sending/recipients/:key', maySeeRecipients, 'sending.preview', {
    seen: (one) => [one.caseId],
    params: ofSending.extend({ key: id }),
    answer: wire.onePreview,
    act: async ({ needs, actor, run, params }) =>
      found(await needs.views.recipientPreview(actor, run.runId, params.sending, params.key)),
  }),
];

const changes = [
  inRun('POST', '/runs/:run/sendings', mayPlanSending, null, {
    params: ofRun,
    body: wire.planGiven,
    answer: wire.planned,
    act: ({ needs, actor, run, body, commandId }) => {
      const { filter, template, channel, sendAt, taskId, ...rest } = body;
      return needs.desk.campaigns.plan(actor, {
        ...{ commandId, runId: run.runId, filter: whole(filter), template: whole(template), ...rest },
        ...(channel === undefined ? {} : { channel }),
        ...(sendAt === undefined ? {} : { sendAt }),
        ...(taskId === undefined ? {} : { taskId }),
      });
    },
  }),
  inRun('POST', '/runs/:run/sendings/:sending/change', mayPlanSending, null, {
    params: ofSending,
    body: wire.changeGiven,
    answer: done,
    act: ({ needs, actor, run, params, body, commandId }) => {
      const { filter, template, sendAt, ...rest } = body;
      return needs.desk.campaigns.change(actor, {
        ...{ commandId, runId: run.runId, campaignId: params.sending, ...rest },
        ...{ filter: whole(filter), template: whole(template) },
        ...(sendAt === undefined ? {} : { sendAt }),
      });
    },
  }),
  inRun('POST', '/runs/:run/sendings/:sending/approve', mayApproveSending, null, {
    params: ofSending,
    body: wire.approvalGiven,
    answer: done,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.campaigns.approve(actor, { commandId, runId: run.runId, campaignId: params.sending, ...body }),
  }),
  inRun('POST', '/runs/:run/sendings/:sending/settle-uncertain', mayPlanSending, null, {
    params: ofSending,
    body: wire.settleGiven,
    answer: done,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.campaigns.settleUncertain(actor, { commandId, runId: run.runId, campaignId: params.sending, ...body }),
  }),
];

type Plain = 'preview' | 'withdrawApproval' | 'stop' | 'resume' | 'end';

/** Acts that say nothing but which sending. */
const plain = (path: string, verb: Plain, may: typeof mayStopSending) =>
  inRun('POST', `/runs/:run/sendings/:sending/${path}`, may, null, {
    params: ofSending,
    body: wire.actGiven,
    answer: done,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.campaigns[verb](actor, { commandId, runId: run.runId, campaignId: params.sending, ...body }),
  });

/** Sendings: planned, listed, approved by another, stopped, taken up again, ended. */
export const sendingRoutes = [
  ...questions,
  ...changes,
  plain('preview', 'preview', mayPlanSending),
  plain('withdraw', 'withdrawApproval', mayApproveSending),
  plain('stop', 'stop', mayStopSending),
  plain('resume', 'resume', mayApproveSending),
  plain('end', 'end', mayApproveSending),
];

/** Without the keys nobody gave. */
function whole<T extends object>(filter: T): { [K in keyof T]: NonNullable<T[K]> } {
  // `as`: what is undefined is left out.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;
}

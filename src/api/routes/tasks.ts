import { z } from 'zod';
import { maySeeNumbers } from '#domain/access/may.ts';
import { phaseId } from '#domain/ids.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { taskScopes } from '#views/answers/tasks.ts';
import { inRun } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import { reasonGiven } from '../wire/run.ts';
import { taskAssignGiven, taskDoneGiven, taskGiven } from '../wire/task.ts';
import { phase, tasks } from '../wire/year.ts';

const ofTask = z.object({ run: id, task: id });
const task = { params: ofTask, answer: done } as const;

/** Phases with their checklists, and what may be done to a task; whose it is decides at the desk. */
export const taskRoutes = [
  inRun('GET', '/runs/:run/phases/:phase', maySeeNumbers, null, {
    params: z.object({ run: id, phase: id }),
    answer: phase,
    act: async ({ needs, actor, run, params }) => {
      const found = await needs.views.phase(actor, run.runId, phaseId(params.phase), run.today);
      return found ? accepted(found) : refused({ code: 'access.notFound' });
    },
  }),
  inRun('GET', '/runs/:run/tasks', maySeeNumbers, null, {
    params: z.object({ run: id }),
    query: z.strictObject({ scope: z.enum(taskScopes).default('mine') }),
    answer: tasks,
    act: async ({ needs, actor, run, query }) =>
      accepted(await needs.views.tasks(actor, run.runId, query.scope, run.today)),
  }),
  inRun('POST', '/runs/:run/tasks/:task/complete', maySeeNumbers, null, {
    ...task,
    body: taskDoneGiven,
    act: ({ needs, actor, run, params, body: { reason, ...body }, commandId }) =>
      needs.desk.tasks.complete(actor, {
        commandId,
        runId: run.runId,
        taskId: params.task,
        ...body,
        ...(reason === undefined ? {} : { reason }),
      }),
  }),
  inRun('POST', '/runs/:run/tasks/:task/reopen', maySeeNumbers, null, {
    ...task,
    body: taskGiven,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.tasks.reopen(actor, { commandId, runId: run.runId, taskId: params.task, ...body }),
  }),
  inRun('POST', '/runs/:run/tasks/:task/skip', maySeeNumbers, null, {
    ...task,
    body: reasonGiven,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.tasks.skip(actor, { commandId, runId: run.runId, taskId: params.task, ...body }),
  }),
  inRun('POST', '/runs/:run/tasks/:task/assign', maySeeNumbers, null, {
    ...task,
    body: taskAssignGiven,
    act: ({ needs, actor, run, params, body, commandId }) =>
      needs.desk.tasks.assign(actor, {
        commandId,
        runId: run.runId,
        taskId: params.task,
        staffId: body.staff,
        dryRun: body.dryRun,
      }),
  }),
];

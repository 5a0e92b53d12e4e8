import { z } from 'zod';
import { mayChangePlan, mayCloseYear, mayMoveClock, maySeeNumbers, mayStartRun } from '#domain/access/may.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { staffId, taskId, unitId } from '#domain/ids.ts';
import type { Language } from '#domain/language.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import type { Finding } from '#domain/plan/finding.ts';
import { sayFinding } from '#texts/say-finding.ts';
import { inRun, signedIn } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import * as wire from '../wire/run.ts';

const ofRun = z.object({ run: id });
// `as`: a time on the clock. A rehearsal's day begins when people come to work.
const morning = '08:00' as ClockTime;

const told = (language: Language, findings: readonly Finding[]) =>
  findings.map((finding) => ({ ...finding, text: sayFinding(language, finding) }));

const questions = [
  signedIn('GET', '/runs', maySeeNumbers, {
    answer: wire.runs,
    act: async ({ needs }) => accepted({ runs: await needs.views.runs() }),
  }),
  inRun('GET', '/runs/:run', maySeeNumbers, null, {
    params: ofRun,
    answer: wire.runStatus,
    act: async ({ needs, actor, run }) => {
      const [year, opening] = await Promise.all([
        needs.views.year(actor, run.runId, run.today),
        needs.views.opening(run.runId),
      ]);
      return accepted({ run, year, opening });
    },
  }),
  inRun('GET', '/runs/:run/plan', maySeeNumbers, null, {
    params: ofRun,
    answer: wire.planInForce,
    act: async ({ needs, actor, run, language }) => {
      const { today, plan, findings, mayChange } = await needs.views.plan(actor, run.runId, run.today);
      return accepted({ today, plan, findings: told(language, findings), mayChange });
    },
  }),
];

const start = signedIn('POST', '/runs', mayStartRun, {
  body: wire.startGiven,
  answer: wire.started,
  act: async ({ needs, actor, body, commandId, language }) => {
    const { template, schoolYear, dryRun, rehearsalFrom } = body;
    const choice = { template, schoolYear, units: body.units.map(unitId) };
    const { inputs, templates, schoolYears, units } = await needs.views.start(actor, choice);
    const there = new Set<string>(units.map((one) => one.id));
    const unknown = body.units.filter((id) => !there.has(id));
    if (unknown.length > 0) return refused({ code: 'api.noSuchUnit', facts: { units: unknown } });
    if (!inputs) {
      const facts = { template, schoolYear, templates: templates.map((one) => one.id), schoolYears };
      return refused({ code: 'api.cannotStart', facts });
    }
    const started = await needs.desk.runs.start(actor, {
      commandId,
      inputs,
      title: body.title ?? schoolYear,
      now: needs.now(),
      dryRun,
      ...(rehearsalFrom === undefined ? {} : { rehearsalFrom: instantAt(rehearsalFrom, morning) }),
    });
    if (!started.ok) return started;
    return accepted({ runId: started.value.runId, findings: told(language, started.value.findings) });
  },
});

const changes = [
  inRun('POST', '/runs/:run/plan', mayChangePlan, null, {
    params: ofRun,
    body: wire.changeGiven,
    answer: wire.changedPlan,
    act: async ({ needs, actor, run, body, commandId, language }) => {
      const wish = { commandId, runId: run.runId, change: changeOf(body.change), dryRun: body.dryRun };
      const changed = await needs.desk.runs.changePlan(actor, wish);
      if (!changed.ok) return changed;
      const { moves, newFindings } = changed.value;
      return accepted({ moves, newFindings: told(language, newFindings) });
    },
  }),
  inRun('POST', '/runs/:run/close', mayCloseYear, null, {
    params: ofRun,
    body: wire.closeGiven,
    answer: done,
    act: ({ needs, actor, run, body, commandId }) =>
      needs.desk.runs.close(actor, { commandId, runId: run.runId, ...body }),
  }),
  inRun('POST', '/runs/:run/reopen', mayCloseYear, null, {
    params: ofRun,
    body: wire.reasonGiven,
    answer: done,
    act: ({ needs, actor, run, body, commandId }) =>
      needs.desk.runs.reopen(actor, { commandId, runId: run.runId, ...body }),
  }),
  inRun('POST', '/runs/:run/forward', mayMoveClock, null, {
    params: ofRun,
    body: wire.forwardGiven,
    answer: wire.forwarded,
    act: ({ needs, actor, run, body, commandId }) =>
      needs.desk.rehearsal.forward(actor, { commandId, runId: run.runId, ...body }),
  }),
];

/** Runs: which there are, how one stands, its plan, its beginning and end. */
export const runRoutes = [...questions, start, ...changes];

type ChangeGiven = z.output<typeof wire.changeGiven>['change'];

/** The ids that came in are ids of ours; a title said once is the same in every language. */
function changeOf(given: ChangeGiven): PlanChange {
  switch (given.kind) {
    case 'move-date': {
      const { move, ...change } = given;
      return { ...change, ...(move === undefined ? {} : { move }) };
    }
    case 'skip-task':
    case 'change-person': {
      const { instance, ...change } = given;
      const one = instance === undefined ? {} : { instance: taskId(instance) };
      return change.kind === 'skip-task' ? { ...change, ...one } : { ...change, ...one, staff: staffId(change.staff) };
    }
    case 'change-role':
      return given;
    case 'add-task': {
      const { title, due, ...task } = given.task;
      return {
        ...given,
        task: {
          ...task,
          title: { nb: title, nn: title, en: title },
          dependsOn: [],
          kind: { by: 'person' },
          due: { kind: 'plain', day: due, move: 'keep' },
        },
      };
    }
  }
}

import type { Actor } from '#domain/access/actor.ts';
import { mayChangePlan, mayCloseYear, mayStartRun } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import { type ChangedPlan, changePlan } from '#domain/plan/change-plan.ts';
import type { Finding } from '#domain/plan/finding.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import { type PlanInputs, rollForward } from '#domain/plan/roll-forward.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';

export interface StartWish extends Wish {
  readonly inputs: PlanInputs;
  readonly title: string;
  /** UTC ms the rehearsal begins at; left out for a real year. */
  readonly rehearsalFrom?: number;
  readonly now: number;
}

/** Starting, changing and closing a school-year run. */
export const runDesk = (ports: DeskPorts) => ({
  start: (actor: Actor, wish: StartWish) => start(ports, actor, wish),
  changePlan: (actor: Actor, wish: Wish & { readonly runId: string; readonly change: PlanChange }) =>
    change(ports, actor, wish),
  completeAnchor: (actor: Actor, wish: Wish & { readonly runId: string; readonly anchor: string; readonly on: Day }) =>
    act(ports, actor, wish, mayChangePlan, 'anchor.completed', { anchor: wish.anchor, on: wish.on }),
  close: (actor: Actor, wish: Wish & { readonly runId: string; readonly reason: string }) => close(ports, actor, wish),
  reopen: (actor: Actor, wish: Wish & { readonly runId: string; readonly reason: string }) =>
    act(ports, actor, wish, mayCloseYear, 'year.reopened', { reason: wish.reason }),
  closePhase: async (actor: Actor, wish: Wish & { readonly runId: string; readonly phaseId: string }) => {
    if (!mayChangePlan(actor)) return deny();
    const { now } = await ports.runs.clock(wish.runId);
    const event = { type: 'phase.closed', at: now, doer: doerOf(actor), openRequired: [] };
    return tell(ports, wish, subjects.phase(wish.runId, wish.phaseId), event);
  },
});

export interface Started {
  readonly runId: string;
  readonly findings: readonly Finding[];
}

/** A plan with errors is not started; warnings are given back with the run. */
async function start(ports: DeskPorts, actor: Actor, wish: StartWish): Promise<Outcome<Started>> {
  if (!mayStartRun(actor)) return deny();
  const plan = rollForward(wish.inputs);
  const findings = lintPlan(plan);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    return refused({ code: 'run.planHasErrors', facts: { findings: errors.map(({ id, where }) => `${id} ${where}`) } });
  if (wish.dryRun) return accepted({ runId: '', findings });
  const runId = wish.commandId;
  if (!(await ports.runs.planInForce(runId))) {
    await ports.runs.start({
      runId,
      title: wish.title,
      inputs: wish.inputs,
      plan,
      rehearsalNow: wish.rehearsalFrom ?? null,
      realNow: wish.now,
      at: wish.rehearsalFrom ?? wish.now,
      by: actor.staffId,
    });
  }
  await ports.engine.openMany([subjects.year(runId), ...plan.phases.map((phase) => subjects.phase(runId, phase.id))]);
  return accepted({ runId, findings });
}

/** What else moves and what the lint then says; with `dryRun` nothing more, else the new version takes effect. */
async function change(
  ports: DeskPorts,
  actor: Actor,
  wish: Wish & { readonly runId: string; readonly change: PlanChange },
): Promise<Outcome<ChangedPlan>> {
  if (!mayChangePlan(actor)) return deny();
  const inForce = await ports.runs.planInForce(wish.runId);
  if (!inForce) return missing();
  if (wish.change.reason.trim() === '') return refused({ code: 'plan.reasonMissing' });
  const changed = changePlan(inForce.inputs, wish.change);
  if (wish.dryRun) return accepted(changed);
  const errors = changed.newFindings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    return refused({ code: 'run.planHasErrors', facts: { findings: errors.map(({ id, where }) => `${id} ${where}`) } });
  const { now } = await ports.runs.clock(wish.runId);
  const version = await ports.runs.keepPlan({
    runId: wish.runId,
    plan: changed.plan,
    completions: inForce.inputs.completions ?? {},
    at: now,
    by: actor.staffId,
    key: wish.commandId,
  });
  const event = { type: 'plan.changed', at: now, doer: doerOf(actor), ...{ version } };
  const told = await tell(ports, wish, subjects.year(wish.runId), event);
  return told.ok ? accepted(changed) : told;
}

/** A refusal names the phases by their numbers, as the year's page does: their ids are the template's own words. */
async function close(
  ports: DeskPorts,
  actor: Actor,
  wish: Wish & { readonly runId: string; readonly reason: string },
): Promise<Outcome<Done>> {
  const openPhases = await ports.cases.openPhases(wish.runId);
  const told = await act(ports, actor, wish, mayCloseYear, 'year.closed', { reason: wish.reason, openPhases });
  if (told.ok || !told.refusals.some(({ facts }) => facts?.openPhases)) return told;
  const phases = (await ports.runs.planInForce(wish.runId))?.plan.phases ?? [];
  const numbers = openPhases.map((id) => String(phases.find((phase) => phase.id === id)?.number ?? id));
  return refused(...told.refusals.map((one) => ({ ...one, facts: { ...one.facts, openPhases: numbers } })));
}

async function act(
  ports: DeskPorts,
  actor: Actor,
  wish: Wish & { readonly runId: string },
  may: (actor: Actor) => boolean,
  type: string,
  more: Readonly<Record<string, unknown>>,
): Promise<Outcome<Done>> {
  if (!may(actor)) return deny();
  if (!(await ports.runs.planInForce(wish.runId))) return missing();
  const { now } = await ports.runs.clock(wish.runId);
  return tell(ports, wish, subjects.year(wish.runId), { type, at: now, doer: doerOf(actor), ...more });
}

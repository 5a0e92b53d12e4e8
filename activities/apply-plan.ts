import type { Day } from '#domain/calendar/day.ts';
import { wasApprovedTooEarly } from '#domain/campaign/plan-task.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { everyTask } from '#domain/plan/plan-dates.ts';
import { momentsOf, momentsOfPhase } from '#domain/run/from-plan.ts';
import type { Happening, OpenOrder } from '#domain/standing.ts';
import type { CampaignFacts, Campaigns } from '#ports/campaigns.ts';
import type { Engine } from '#ports/engine.ts';
import type { RunRows, Runs, TaskRow } from '#ports/runs.ts';
import type { Performer } from './carry-out.ts';

interface Ports {
  readonly engine: Engine;
  readonly runs: Runs;
  readonly campaigns: Pick<Campaigns, 'waitingIn'>;
}
const doer = { by: null };

/** Order `applyPlan`: rows for new tasks, and word to every phase and task whose dates or people differ from the plan, and to sendings approved too early by it. */
export const applyPlan =
  ({ engine, runs, campaigns }: Ports): Performer =>
  async (params, order) => {
    const { runId, version } = params as { readonly runId: string; readonly version: number };
    const found = await runs.planVersion(runId, version);
    if (!found) return null;
    const added = await runs.addTasks(runId, version);
    const rows = await runs.rows(runId);
    const phases = new Set(added.map((subject) => subject.split('/')[2]?.split('.')[0] ?? ''));
    await engine.lookAgain([...phases].map((phaseId) => `phase/${runId}/${phaseId}`));
    const messages = [...phaseMoves(found.plan, rows, order), ...taskChanges(found.plan, rows, order)];
    const waiting = await campaigns.waitingIn(runId);
    messages.push(...lapses(found.plan, waiting, order));
    for (const { subject, event } of messages)
      await engine.tell({
        subject: subject.replace('RUN', runId),
        commandId: `${order.key}/${subject}/${event.type}`,
        event,
      });
    return null;
  };

interface Word {
  readonly subject: string;
  readonly event: Happening & Readonly<Record<string, unknown>>;
}

function phaseMoves(plan: Plan, rows: RunRows, { at }: OpenOrder): readonly Word[] {
  return plan.phases.flatMap((phase) => {
    const moments = momentsOfPhase(plan, phase);
    const row = rows.phases.find(({ phaseId }) => phaseId === phase.id);
    if (!row || (row.opensAt === moments.opensAt && row.closesAt === moments.closesAt)) return [];
    return [{ subject: `phase/RUN/${phase.id}`, event: { type: 'phase.moved', at, doer, ...moments } }];
  });
}

function lapses(plan: Plan, waiting: readonly CampaignFacts[], { at }: OpenOrder): readonly Word[] {
  return waiting
    .filter(({ file, taskId }) => wasApprovedTooEarly(plan, file, taskId))
    .map(({ file }) => ({
      subject: `campaign/${file.campaignId}`,
      event: { type: 'approval.withdrawn', at, doer },
    }));
}

function taskChanges(plan: Plan, rows: RunRows, { at }: OpenOrder): readonly Word[] {
  const rowOf = new Map<string, TaskRow>(rows.tasks.map((row) => [row.taskId, row]));
  return everyTask(plan).flatMap(({ task, instance }): readonly Word[] => {
    const row = rowOf.get(instance.id);
    if (!row) return [];
    const subject = `task/RUN/${instance.id}`;
    const isOpen = row.state === 'ready' || row.state === 'waiting';
    if (instance.skipped !== undefined)
      return isOpen ? [{ subject, event: { type: 'task.skipped', at, doer, reason: instance.skipped } }] : [];
    const dueOn: Day = task.due.day;
    const staffId = instance.staff ?? null;
    return [
      ...(row.dueOn === dueOn
        ? []
        : [{ subject, event: { type: 'task.moved', at, doer, dueOn, ...momentsOf(dueOn) } }]),
      ...(row.staffId === staffId ? [] : [{ subject, event: { type: 'task.assigned', at, doer, staffId } }]),
    ];
  });
}

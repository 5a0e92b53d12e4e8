import type { Day } from '#domain/calendar/day.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { everyTask } from '#domain/plan/plan-dates.ts';
import type { PhaseFile, TaskFile, YearFile } from '#domain/run/files.ts';
import { addedTaskFiles, phaseFile, taskFiles } from '#domain/run/from-plan.ts';
import type { PlanVersion, RunRows, Runs } from '#ports/runs.ts';
import type { MemoryBook } from './memory-book.ts';

interface Kept extends PlanVersion {
  readonly key: string;
}

/** Runs and plans in memory over a memory book: what `src/store/runs` is over our database. */
export function memoryRuns(book: MemoryBook, now: () => number): Runs {
  const plans: Kept[] = [];

  // `as` here and below: a subject's context is the file of its kind.
  const yearFile = (runId: string) => book.context(`year/${runId}`) as YearFile;
  const of = (kind: string, runId: string) => book.subjects().filter((one) => one.startsWith(`${kind}/${runId}/`));
  const taskFilesOf = (runId: string) => of('task', runId).map((subject) => book.context(subject) as TaskFile);
  const planVersion = (runId: string, version: number) =>
    plans.find((kept) => kept.runId === runId && kept.version === version);

  const rows = (runId: string): RunRows => ({
    phases: of('phase', runId).map((subject) => book.context(subject) as PhaseFile),
    tasks: of('task', runId).map((subject) => {
      const file = book.context(subject) as TaskFile;
      const { phaseId, taskId, dueOn, staffId, required } = file;
      const definition = taskId.split('@')[0] ?? taskId;
      return { taskId, phaseId, definition, dueOn, staffId, required, state: stateOf(book, subject, file) };
    }),
  });

  return {
    start: async ({ runId, inputs, plan }) => {
      plans.push({ runId, version: 1, plan, inputs, key: '' });
      book.add(`year/${runId}`, {
        runId,
        planVersion: 1,
        completions: inputs.completions ?? {},
        closedAt: null,
        deadlines: {},
      } satisfies YearFile);
      for (const phase of plan.phases) {
        book.add(`phase/${runId}/${phase.id}`, phaseFile(runId, plan, phase));
        for (const { file } of taskFiles(runId, plan, phase)) book.add(`task/${runId}/${file.taskId}`, file);
      }
    },
    planInForce: async (runId) => planVersion(runId, yearFile(runId).planVersion),
    planVersion: async (runId, version) => planVersion(runId, version),
    keepPlan: async ({ runId, plan, completions, key }) => {
      const earlier = plans.find((kept) => kept.runId === runId && kept.key === key);
      if (earlier) return earlier.version;
      const version = plans.filter((kept) => kept.runId === runId).length + 1;
      const first = planVersion(runId, 1);
      if (!first) throw new Error(`no run ${runId}`);
      plans.push({ runId, version, plan, inputs: { ...first.inputs, changes: plan.changes, completions }, key });
      return version;
    },
    addTasks: async (runId, version) => {
      const kept = planVersion(runId, version);
      if (!kept) return [];
      const known = new Map(rows(runId).tasks.map(({ taskId, state }) => [taskId, state]));
      const added = addedTaskFiles(runId, kept.plan, known).map(({ file }) => file);
      for (const file of added) book.add(`task/${runId}/${file.taskId}`, file);
      return added.map(({ taskId }) => `task/${runId}/${taskId}`);
    },
    dependants: async (runId, taskId) =>
      taskFilesOf(runId)
        .filter(({ waitsFor }) => waitsFor.includes(taskId))
        .map((file) => file.taskId),
    rows: async (runId) => rows(runId),
    clock: async () => ({ now: now(), today: dayOf(instant(now())), isRehearsal: false }),
  };
}

/** As the row has it: the machine's state, and before its first step what the input says. */
function stateOf(book: MemoryBook, subject: string, { openBefore }: TaskFile): string {
  const value = book.snapshot(subject)?.value as { readonly work: string } | undefined;
  return value?.work ?? (openBefore.length > 0 ? 'waiting' : 'ready');
}

/** The days on which something of a plan is due, in order. */
export const dueDays = (plan: PlanVersion['plan']): readonly Day[] =>
  [...new Set(everyTask(plan).map(({ task }) => task.due.day))].sort();

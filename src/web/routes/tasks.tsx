import { phaseId } from '#domain/ids.ts';
import { taskScopes } from '#views/answers/tasks.ts';
import { type AskedInRun, commandOf, done, notFound, one, oneOf, type Shown, show } from '../asked.ts';
import { PhasePage } from '../pages/phase/phase-page.tsx';
import { phaseWords } from '../pages/phase/words.ts';
import { TasksPage } from '../pages/tasks/tasks-page.tsx';
import { paths } from '../paths.ts';

export async function phase({ c, needs, actor, run, params }: AskedInRun): Promise<Shown> {
  const answer = await needs.views.phase(actor, run.runId, phaseId(params.phase ?? ''), run.today);
  return answer ? show(<PhasePage c={c} phase={answer} />) : notFound;
}

export async function tasks({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const scope = oneOf(taskScopes, one(query, 'whose')) ?? 'mine';
  const page = Number(one(query, 'page'));
  const asked = Number.isInteger(page) ? page : 1;
  return show(<TasksPage c={c} tasks={await needs.views.tasks(actor, run.runId, scope, run.today, asked)} />);
}

const wishFrom = (asked: AskedInRun) => ({
  commandId: commandOf(asked),
  runId: asked.run.runId,
  taskId: one(asked.body, 'task') ?? '',
});

export async function completeTask(asked: AskedInRun): Promise<Shown> {
  const reason = one(asked.body, 'reason');
  const wish = { ...wishFrom(asked), ...(reason === undefined ? {} : { reason }) };
  const outcome = await asked.needs.desk.tasks.complete(asked.actor, wish);
  return done(asked, outcome, paths.tasks(), phaseWords(asked.c.language)('receipt.completed'));
}

export async function reopenTask(asked: AskedInRun): Promise<Shown> {
  const outcome = await asked.needs.desk.tasks.reopen(asked.actor, wishFrom(asked));
  return done(asked, outcome, paths.tasks(), phaseWords(asked.c.language)('receipt.reopened'));
}

export async function skipTask(asked: AskedInRun): Promise<Shown> {
  const reason = one(asked.body, 'reason') ?? '';
  const outcome = await asked.needs.desk.tasks.skip(asked.actor, { ...wishFrom(asked), reason });
  return done(asked, outcome, paths.tasks(), phaseWords(asked.c.language)('receipt.skipped'));
}

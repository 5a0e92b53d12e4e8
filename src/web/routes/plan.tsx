import { parseDay } from '#domain/calendar/day.ts';
import { staffId } from '#domain/ids.ts';
import type { Fault } from '#domain/outcome.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import { roles } from '#domain/plan/role.ts';
import { multiplicities, taskGroups } from '#domain/plan/template.ts';
import {
  type AskedInRun,
  commandOf,
  go,
  notFound,
  one,
  oneOf,
  refusedWith,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { ChangePage, changeableIn } from '../pages/plan/change-page.tsx';
import { MovePage } from '../pages/plan/move-page.tsx';
import { PlanPage } from '../pages/plan/plan-page.tsx';
import { planWords } from '../pages/plan/words.ts';
import { paths } from '../paths.ts';

export async function plan({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  return show(<PlanPage c={c} answer={await needs.views.plan(actor, run.runId, run.today)} />);
}

/** One task or date, and the ways it can be changed. */
export async function changeQuestion({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const answer = await needs.views.plan(actor, run.runId, run.today);
  const what = changeableIn(answer, one(query, 'key') ?? '');
  return what ? show(<ChangePage c={c} answer={answer} what={what} />) : notFound;
}

/** What moving a date would do: the desk tries it and changes nothing. */
export async function moveQuestion(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, query } = asked;
  const key = one(query, 'key');
  const to = parseDay(one(query, 'to') ?? '');
  if (key === undefined || to === undefined) return notFound;
  const change: PlanChange = { kind: 'move-date', key, to, reason: '–' };
  const tried = await needs.desk.runs.changePlan(actor, {
    commandId: needs.newId(),
    runId: run.runId,
    change,
    dryRun: true,
  });
  if (!tried.ok) return refusedWith(tried.refusals);
  const answer = await needs.views.plan(actor, run.runId, run.today);
  if (!changeableIn(answer, key)) return notFound;
  return show(<MovePage c={c} answer={answer} dateKey={key} to={to} changed={tried.value} />);
}

export async function movePlan(asked: AskedInRun): Promise<Shown> {
  const key = one(asked.body, 'key');
  const to = parseDay(one(asked.body, 'to') ?? '');
  if (key === undefined || to === undefined) return faulty(asked, [fault('to', 'web.plan.day')]);
  return change(asked, { kind: 'move-date', key, to, reason: reasonIn(asked) }, 'receipt.moved');
}

export async function skipPlanned(asked: AskedInRun): Promise<Shown> {
  const task = one(asked.body, 'task') ?? '';
  return change(asked, { kind: 'skip-task', task, reason: reasonIn(asked) }, 'receipt.skipped');
}

export async function reassignTask(asked: AskedInRun): Promise<Shown> {
  const task = one(asked.body, 'task') ?? '';
  const staff = staffId(one(asked.body, 'staff') ?? '');
  return change(asked, { kind: 'change-person', task, staff, reason: reasonIn(asked) }, 'receipt.reassigned');
}

export async function addTask(asked: AskedInRun): Promise<Shown> {
  const { body } = asked;
  const title = one(body, 'title');
  const due = parseDay(one(body, 'due') ?? '');
  const faults = [
    ...(title === undefined ? [fault('add-title', 'web.plan.title')] : []),
    ...(due === undefined ? [fault('add-due', 'web.plan.day')] : []),
  ];
  if (title === undefined || due === undefined) return faulty(asked, faults);
  const task = {
    id: `added-${commandOf(asked).slice(0, 8)}`,
    group: oneOf(taskGroups, one(body, 'group')) ?? 'do',
    // One text is typed; it is the same in every language until the template carries it.
    title: { nb: title, nn: title, en: title },
    role: oneOf(roles, one(body, 'role')) ?? 'process_owner',
    multiplicity: oneOf(multiplicities, one(body, 'multiplicity')) ?? 'once',
    dependsOn: [],
    required: true,
    kind: { by: 'person' },
    due: { kind: 'plain', day: due, move: 'keep' },
  } as const;
  const phase = one(body, 'phase') ?? '';
  return change(asked, { kind: 'add-task', phase, task, reason: reasonIn(asked) }, 'receipt.added');
}

const reasonIn = ({ body }: AskedInRun): string => one(body, 'reason') ?? '';
const fault = (place: string, code: string): Fault => ({ place, code, found: '' });

async function change(
  asked: AskedInRun,
  wanted: PlanChange,
  receipt: 'receipt.moved' | 'receipt.skipped' | 'receipt.added' | 'receipt.reassigned',
): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const wish = { commandId: commandOf(asked), runId: run.runId, change: wanted };
  const outcome = await needs.desk.runs.changePlan(actor, wish);
  if (outcome.ok) return go(paths.plan, planWords(c.language)(receipt));
  const answer = await needs.views.plan(actor, run.runId, run.today);
  return showAgain(<PlanPage c={c} answer={answer} refusals={outcome.refusals} />);
}

async function faulty({ c, needs, actor, run }: AskedInRun, faults: readonly Fault[]): Promise<Shown> {
  const answer = await needs.views.plan(actor, run.runId, run.today);
  return showAgain(<PlanPage c={c} answer={answer} faults={faults} />);
}

import type { z } from 'zod';
import { done } from '#api/wire/basic.ts';
import { changedPlan, forwarded, planInForce, runStatus, runs, started } from '#api/wire/run.ts';
import { addDays, daysBetween } from '#domain/calendar/arithmetic.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { withWeek } from '#texts/dates.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, listOf, misused, numberOf, stop, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { startProgress } from '../progress.ts';
import { dryRunIn } from './act.ts';
import { type Answered, call, inRun, show } from './call.ts';
import { staffNamed } from './people.ts';
import { dayIn, roleIn } from './said.ts';

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const headings = [t('head.id'), t('head.title'), t('head.schoolYear'), t('head.state'), t('head.today')];
  return show(asked, await call(asked, { path: '/runs' }, runs), ({ runs: all }) =>
    aligned(
      ['', ...headings],
      all.map((run) => [
        run.isCurrent ? '*' : '',
        ...[run.runId, run.title, run.schoolYear],
        run.rehearsal ? t('run.rehearsal', { state: stateIn(asked, run.state) }) : stateIn(asked, run.state),
        dayIn(asked, run.today),
      ]),
    ),
  );
}

const runStates = ['planned', 'running', 'closed'] as const;

/** A state that the machine has and these words have not is shown as it is. */
function stateIn({ t }: Asked, state: string): string {
  const known = runStates.find((one) => one === state);
  return known === undefined ? state : t(`run.state.${known}`);
}

export const statusOf = (asked: Asked): Promise<Answered<z.output<typeof runStatus>>> =>
  call(asked, { path: inRun(asked) }, runStatus);

export async function status(asked: Asked): Promise<ExitCode> {
  const { t, language } = asked;
  return show(asked, await statusOf(asked), ({ run, year, opening }) => [
    t('status.head', { county: run.county, schoolYear: run.schoolYear, today: dayIn(asked, run.today) }),
    t('status.counts', { youths: year.youths, unknown: year.unknown, late: year.late, atRisk: year.atRisk }),
    ...(opening.opened < opening.cases ? [t('status.opening', opening)] : []),
    '',
    ...aligned(
      ['', t('head.phase'), t('head.state'), t('head.done'), t('head.next'), t('head.due')],
      year.phases.map((phase) => [
        String(phase.number),
        phase.short[language],
        t(`pace.${phase.pace}`),
        `${phase.done}/${phase.total}`,
        phase.next?.title[language] ?? '',
        dayIn(asked, phase.next?.due),
      ]),
    ),
  ]);
}

export async function start(asked: Asked): Promise<ExitCode> {
  const rehearsalFrom = textOf(asked, 'rehearsalFrom');
  const title = textOf(asked, 'title');
  const schoolYear = textOf(asked, 'schoolYear') ?? '';
  const body = {
    ...dryRunIn(asked),
    schoolYear,
    template: textOf(asked, 'template') ?? 'vigo-otto',
    units: listOf(asked, 'unit'),
    ...(title === undefined ? {} : { title }),
    ...(rehearsalFrom === undefined ? {} : { rehearsalFrom }),
  };
  const answered = await call(asked, { path: '/runs', body }, started);
  return show(asked, answered, ({ runId, findings }) => [
    ...findings.map(({ where, text }) => `${where}: ${text.found}. ${text.mend}`),
    isSet(asked, 'dryRun') ? asked.t('run.wouldStart', { schoolYear }) : asked.t('run.started', { schoolYear, runId }),
  ]);
}

export async function plan(asked: Asked): Promise<ExitCode> {
  const { t, language } = asked;
  const date = ({ day, forecast }: { readonly day: string; readonly forecast: boolean }): string => {
    const known = parseDay(day);
    return (known === undefined ? day : withWeek(language, known)) + (forecast ? ` (${t('plan.forecast')})` : '');
  };
  return show(asked, await call(asked, { path: inRun(asked, '/plan') }, planInForce), ({ plan: inForce, findings }) => [
    `${inForce.template.title[language]} ${inForce.schoolYear}`,
    ...inForce.phases.flatMap((phase) => [
      '',
      `${phase.number} ${phase.title[language]}`,
      ...aligned(
        [],
        phase.tasks.map((task) => [
          `  ${date(task.due)}`,
          task.key,
          task.title[language],
          roleIn(asked, task.role),
          task.skipped === undefined ? '' : t('plan.skipped', { reason: task.skipped }),
        ]),
      ),
    ]),
    ...findings.map(({ where, text }) => `! ${where}: ${text.found}. ${text.mend}`),
  ]);
}

/** Closes or reopens the year. */
export async function end(asked: Asked, act: 'close' | 'reopen'): Promise<ExitCode> {
  const body = { reason: textOf(asked, 'reason') ?? '', ...dryRunIn(asked) };
  const answered = await call(asked, { path: inRun(asked, `/${act}`), body }, done);
  return show(asked, answered, () => [asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : `run.${act}`)]);
}

/** One change of the plan in force: what else moves is shown, and with `--dry-run` nothing is changed. */
export async function change(asked: Asked, what: Readonly<Record<string, unknown>>): Promise<ExitCode> {
  const { t } = asked;
  const [path, wished] = [inRun(asked, '/plan'), { ...what, reason: textOf(asked, 'reason') }];
  const tried = await call(asked, { path, body: { change: wished, dryRun: true } }, changedPlan);
  const isDryRun = isSet(asked, 'dryRun');
  const breaks = tried.ok && tried.value.newFindings.some(({ severity }) => severity === 'error');
  // One that the plan cannot bear is told with all it would break, as when it is only tried.
  const isTold = isDryRun || (breaks && !asked.json);
  const answered = isTold ? tried : await call(asked, { path, body: { change: wished } }, changedPlan);
  const shown = await show(asked, answered, ({ moves, newFindings }) => [
    ...moves.map((move) =>
      move.kind === 'date'
        ? t('plan.moves', { key: move.key, from: dayIn(asked, move.from), to: dayIn(asked, move.to), days: move.days })
        : t('plan.changes', { key: move.key, what: t(`moved.${move.kind}`) }),
    ),
    ...newFindings.map(({ where, text }) => `! ${where}: ${text.found}. ${text.mend}`),
    t(breaks ? 'plan.wouldRefuse' : isDryRun ? 'run.wouldDo' : 'plan.changed'),
  ]);
  return breaks ? exitCodes.refused : shown;
}

export async function changePerson(asked: Asked): Promise<ExitCode> {
  const staff = await staffNamed(asked, textOf(asked, 'to'));
  if (!staff.ok) return stop(asked, staff.trouble);
  return change(asked, { kind: 'change-person', task: asked.args[0], staff: staff.value });
}

/** So far a step takes a rehearsal; short ones, so that one that is stopped has come to a known day. */
const stepDays = 7;

/** Takes a rehearsal forward to a day, a week at a time. */
export async function forward(asked: Asked): Promise<ExitCode> {
  const before = await statusOf(asked);
  if (!before.ok) return stop(asked, before.trouble);
  const from = parseDay(before.value.run.today);
  const target = from && targetFrom(asked, from);
  if (!from || !target) return misused(asked, 'forward.nothing');
  // The whole way is asked for first: it goes in steps, and none is taken towards a day that may not be reached.
  const tried = await call(asked, { path: inRun(asked, '/forward'), body: { to: target, dryRun: true } }, forwarded);
  if (!tried.ok) return stop(asked, tried.trouble);
  if (isSet(asked, 'dryRun'))
    return show(asked, { ok: true, value: { from, to: target } }, () => [asked.t('run.wouldDo')]);
  const all = daysBetween(from, target);
  const progress = startProgress(asked, asked.t('forward.progress'));
  progress.at(0, all);
  let today: Day = from;
  do {
    const next = daysBetween(today, target) > stepDays ? addDays(today, stepDays) : target;
    const moved = await call(asked, { path: inRun(asked, '/forward'), body: { to: next } }, forwarded);
    if (!moved.ok) {
      progress.end();
      return stop(asked, moved.trouble);
    }
    today = next;
    progress.at(daysBetween(from, today), all);
  } while (today < target);
  progress.end();
  return show(asked, { ok: true, value: { today } }, () => [asked.t('forward.done', { today: dayIn(asked, today) })]);
}

function targetFrom(asked: Asked, from: Day): Day | undefined {
  const to = textOf(asked, 'to');
  if (to !== undefined) return parseDay(to);
  const [days, weeks] = [numberOf(asked, 'days'), numberOf(asked, 'weeks')];
  if (days === undefined && weeks === undefined) return addDays(from, 1);
  const all = (days ?? 0) + 7 * (weeks ?? 0);
  return all > 0 ? addDays(from, all) : undefined;
}

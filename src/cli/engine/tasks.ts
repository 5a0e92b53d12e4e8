import { phase, tasks } from '#api/wire/year.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { aligned } from '../align.ts';
import { type Asked, stop, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { actOnEach, dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { staffNamed } from './people.ts';
import { dayIn } from './said.ts';

export async function list(asked: Asked): Promise<ExitCode> {
  const { t, language } = asked;
  const path = inRun(asked, `/tasks?scope=${textOf(asked, 'scope') ?? 'mine'}`);
  const names = ['due', 'state', 'left', 'phase', 'title', 'part', 'id'] as const;
  return show(asked, await call(asked, { path }, tasks), ({ groups, replies }) => {
    const rows = groups.flatMap((group) => group.rows);
    const heard = replies.map(({ at, channel, says, inboundId }) =>
      t('tasks.reply', { on: dayIn(asked, dayOf(instant(at))), channel, says, id: inboundId }),
    );
    if (rows.length === 0) return [...heard, t('tasks.none')];
    return heard.concat(
      aligned(
        names.map((name) => t(`head.${name}`)),
        rows.map((row) => [
          ...[dayIn(asked, row.due), t(`pace.${row.pace}`), leftIn(row), String(row.phaseNumber), row.title[language]],
          ...[row.part ?? '', row.taskId],
        ]),
      ),
    );
  });
}

export async function showPhase(asked: Asked): Promise<ExitCode> {
  const { t, language } = asked;
  const path = inRun(asked, `/phases/${encodeURIComponent(asked.args[0] ?? '')}`);
  const names = ['due', 'state', 'left', 'title', 'id'] as const;
  return show(asked, await call(asked, { path }, phase), (found) => [
    `${found.number} ${found.title[language]}: ${t(`pace.${found.pace}`)} ${found.done}/${found.total}`,
    ...found.windows.map(({ from, to }) => `  ${dayIn(asked, from)} – ${dayIn(asked, to)}`),
    '',
    ...aligned(
      names.map((name) => t(`head.${name}`)),
      found.groups.flatMap(({ tasks: all }) =>
        all.flatMap((task) => [
          [
            ...[dayIn(asked, task.due), t(`pace.${task.pace}`), leftIn(task), task.title[language]],
            task.spread ? '' : task.taskId,
          ],
          ...(task.spread?.parts ?? []).map((part) => [
            ...['', t(part.done ? 'pace.done' : part.skipped ? 'pace.skipped' : 'pace.open'), ''],
            ...[`  ${part.name}`, part.taskId],
          ]),
        ]),
      ),
    ),
  ]);
}

interface Left {
  readonly list?: { readonly count: number; readonly hidden: number } | undefined;
}
/** What is left of a task that closes itself, with those one may not see. */
const leftIn = ({ list: left }: Left): string =>
  left === undefined ? '' : left.hidden === 0 ? String(left.count) : `${left.count} (+${left.hidden})`;

const ofTask = (asked: Asked, id: string, verb: string): string =>
  inRun(asked, `/tasks/${encodeURIComponent(id)}/${verb}`);

export const done = (asked: Asked): Promise<ExitCode> =>
  actOnEach(
    asked,
    asked.args,
    (id) => ({ path: ofTask(asked, id, 'complete'), body: { reason: textOf(asked, 'reason'), ...dryRunIn(asked) } }),
    'receipt.completed',
  );

export const reopen = (asked: Asked): Promise<ExitCode> =>
  actOnEach(
    asked,
    asked.args,
    (id) => ({ path: ofTask(asked, id, 'reopen'), body: dryRunIn(asked) }),
    'receipt.reopened',
  );

export const skip = (asked: Asked): Promise<ExitCode> =>
  actOnEach(
    asked,
    asked.args,
    (id) => ({ path: ofTask(asked, id, 'skip'), body: { reason: textOf(asked, 'reason'), ...dryRunIn(asked) } }),
    'receipt.skipped',
  );

export async function assign(asked: Asked): Promise<ExitCode> {
  const to = await staffNamed(asked, textOf(asked, 'to'));
  if (!to.ok) return stop(asked, to.trouble);
  const body = { staff: to.value ?? null, ...dryRunIn(asked) };
  return actOnEach(asked, asked.args, (id) => ({ path: ofTask(asked, id, 'assign'), body }), 'receipt.assigned');
}

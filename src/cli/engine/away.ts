import * as wire from '#api/wire/assignment.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, stop, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { dryRunIn } from './act.ts';
import { wayIn } from './assignment.ts';
import { call, inRun, show } from './call.ts';
import { staffNamed } from './people.ts';
import { dayIn } from './said.ts';

export async function absence(asked: Asked): Promise<ExitCode> {
  const staff = await staffNamed(asked, asked.args[0]);
  if (!staff.ok) return stop(asked, staff.trouble);
  const substitute = await staffNamed(asked, textOf(asked, 'substitute'));
  if (!substitute.ok) return stop(asked, substitute.trouble);
  const body = {
    ...{ staff: staff.value, substitute: substitute.value },
    ...{ from: textOf(asked, 'from'), to: textOf(asked, 'until') },
    ...dryRunIn(asked),
  };
  const answered = await call(asked, { path: inRun(asked, '/absences'), body }, wire.registered);
  return show(asked, answered, ({ absenceId }) => [
    asked.t(isSet(asked, 'dryRun') ? 'receipt.wouldDo' : 'receipt.absence', { id: absenceId }),
  ]);
}

/** Who is away or will be, with who stands in. */
export async function substitutes(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const names = ['absent', 'substitute', 'from', 'until', 'id'] as const;
  return show(asked, await call(asked, { path: inRun(asked, '/absences') }, wire.absences), ({ absences }) =>
    absences.length === 0
      ? [t('absences.none')]
      : aligned(
          names.map((name) => t(`head.${name}`)),
          absences.map((one) => [
            ...[one.staff, one.substitute, dayIn(asked, one.from), dayIn(asked, one.to), one.absenceId],
          ]),
        ),
  );
}

export async function back(asked: Asked): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.ok;
  for (const id of asked.args) {
    const path = inRun(asked, `/absences/${encodeURIComponent(id)}/end`);
    const answered = await call(asked, { path, body: dryRunIn(asked) }, wire.registered);
    const said = await show(asked, answered, () => [
      asked.t(isSet(asked, 'dryRun') ? 'receipt.wouldDo' : 'receipt.back', { id }),
    ]);
    if (exit === exitCodes.ok) exit = said;
  }
  return exit;
}

/** Warns of what is open; moves it in one act, or leaves it on purpose. */
export async function leave(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const staff = await staffNamed(asked, asked.args[0]);
  if (!staff.ok) return stop(asked, staff.trouble);
  const way = await wayIn(asked);
  if (!way.ok) return stop(asked, way.trouble);
  const body = { way: way.value, leaveOpen: isSet(asked, 'leaveOpen'), ...dryRunIn(asked) };
  const path = inRun(asked, `/staff/${encodeURIComponent(staff.value ?? '')}/leave`);
  return show(asked, await call(asked, { path, body }, wire.left), ({ actId, moves, tasks, stays }) => [
    t(isSet(asked, 'dryRun') ? 'receipt.wouldLeave' : 'receipt.left', { youths: moves, tasks }),
    ...(stays.youths + stays.tasks > 0 ? [t('receipt.stays', stays)] : []),
    ...(actId === null ? [] : [t('receipt.shared', { n: moves, id: actId })]),
  ]);
}

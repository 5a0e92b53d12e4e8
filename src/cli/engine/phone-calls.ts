import { done } from '#api/wire/basic.ts';
import * as wire from '#api/wire/phone.ts';
import { type ClockTime, parseClockTime } from '#domain/calendar/clock-time.ts';
import { instant, parseDay } from '#domain/calendar/day.ts';
import { clockOf, dayOf, instantAt } from '#domain/calendar/oslo-clock.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, stop, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { driveIn } from './phone.ts';
import { dayIn } from './said.ts';
import { written } from './written.ts';

const at = (asked: Asked, verb: string): string => inRun(asked, `/phone/${verb}`);

export async function next(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: at(asked, 'next'), body: driveIn(asked) }, wire.place);
  return show(asked, answered, (found) => placeLines(asked, found));
}

function placeLines(asked: Asked, { card, nextAt, progress }: ReturnType<typeof wire.place.parse>): readonly string[] {
  const { t } = asked;
  if (!card)
    return [nextAt === undefined ? t('phone.nobody') : t('phone.nobodyUntil', { time: timeIn(asked, nextAt) })];
  const facts = [
    ['head.id', card.caseId],
    ['head.age', card.age === undefined ? '' : String(card.age)],
    ['head.unit', card.unit],
    ['head.caseworker', card.caseworker ?? ''],
    ['head.transfer', card.transfer ?? ''],
    ['head.tries', String(card.tries)],
  ] as const;
  return [
    card.name,
    ...card.numbers.map(({ number, guardian }) => `  ${number}${guardian === undefined ? '' : ` (${guardian})`}`),
    ...aligned(
      [],
      facts.flatMap(([key, value]) => (value === '' ? [] : [[`  ${t(key)}`, value]])),
    ),
    t('phone.progress', { today: progress.callsToday, pile: progress.pile }),
  ];
}

const timeIn = (asked: Asked, moment: number): string =>
  `${dayIn(asked, dayOf(instant(moment)))} ${clockOf(instant(moment))}`;

export async function find(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const text = await written(asked, asked.args[0]);
  if (!text.ok) return stop(asked, text.trouble);
  const body = { ...driveIn(asked), text: text.value ?? '' };
  const heads = ['id', 'name', 'age', 'unit', 'code', 'matched'] as const;
  return show(asked, await call(asked, { path: at(asked, 'search'), body }, wire.found), ({ found }) =>
    aligned(
      heads.map((name) => t(`head.${name}`)),
      found.map((one) => [
        ...[one.caseId, one.name, one.age === undefined ? '' : String(one.age), one.unit, one.code ?? ''],
        t(`phone.matched.${one.matched}`) + (one.guardian === undefined ? '' : ` (${one.guardian})`),
      ]),
    ),
  );
}

export async function take(asked: Asked): Promise<ExitCode> {
  const body = { ...driveIn(asked), case: asked.args[0] ?? '' };
  const answered = await call(asked, { path: at(asked, 'take'), body }, wire.caseAnswer);
  return show(asked, answered, ({ caseId }) => [asked.t('phone.taken', { id: caseId })]);
}

export async function outcome(asked: Asked, outcomes: readonly string[]): Promise<ExitCode> {
  const { t } = asked;
  const [id = '', how = ''] = asked.args;
  const usage = (text: string) => stop(asked, { exit: exitCodes.usage, code: 'cli.usage', text });
  if (!outcomes.includes(how)) return usage(t('wanted.oneOf', { choices: outcomes }));
  const note = await written(asked, textOf(asked, 'note'));
  if (!note.ok) return stop(asked, note.trouble);
  const time = textOf(asked, 'callBack');
  const callBackAt = time === undefined ? undefined : momentOf(time);
  if (time !== undefined && callBackAt === undefined) return usage(t('wanted.time'));
  const [says, direction, on] = [textOf(asked, 'says'), textOf(asked, 'direction'), textOf(asked, 'on')];
  const body = {
    ...driveIn(asked),
    case: id,
    outcome: how,
    ...(says === undefined ? {} : { says }),
    ...(note.value === undefined ? {} : { note: note.value }),
    ...(callBackAt === undefined ? {} : { callBackAt }),
    ...(direction === undefined ? {} : { direction }),
    ...(on === undefined ? {} : { on }),
    ...dryRunIn(asked),
  };
  const answered = await call(asked, { path: at(asked, 'outcome'), body }, done);
  return show(asked, answered, () => [t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'phone.told')]);
}

/** `2026-11-05T14:30`, on Norwegian clocks. */
function momentOf(text: string): number | undefined {
  const [day, time] = text.split(/[T ]/);
  const on = parseDay(day ?? '');
  const clock: ClockTime | undefined = parseClockTime(time ?? '');
  return on && clock ? instantAt(on, clock) : undefined;
}

export async function undo(asked: Asked): Promise<ExitCode> {
  const body = { ...driveIn(asked), ...dryRunIn(asked) };
  const answered = await call(asked, { path: at(asked, 'undo'), body }, wire.caseAnswer);
  return show(asked, answered, ({ caseId }) => [
    asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'phone.undone', { id: caseId }),
  ]);
}

export const skip = (asked: Asked): Promise<ExitCode> => letGo(asked, 'skip', 'phone.skipped');
export const release = (asked: Asked): Promise<ExitCode> => letGo(asked, 'release', 'phone.released');

async function letGo(asked: Asked, verb: string, receipt: 'phone.skipped' | 'phone.released'): Promise<ExitCode> {
  const answered = await call(asked, { path: at(asked, verb), body: driveIn(asked) }, wire.released);
  return show(asked, answered, ({ released }) => [asked.t(receipt, { n: released })]);
}

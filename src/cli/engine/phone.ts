import { done } from '#api/wire/basic.ts';
import * as wire from '#api/wire/phone.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, listOf, numberOf, stop, textOf } from '../asked.ts';
import { decimalIn } from '../decimal.ts';
import type { ExitCode } from '../exit-code.ts';
import { dryRunIn } from './act.ts';
import { type Answered, call, inRun, show } from './call.ts';
import { staffNamed } from './people.ts';
import { dayIn } from './said.ts';

export const phonePath = (asked: Asked, verb = '', more: Readonly<Record<string, string | undefined>> = {}): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ drive: textOf(asked, 'drive'), ...more }))
    if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return inRun(asked, `/phone${verb}${text === '' ? '' : `?${text}`}`);
};
/** The drive, as a command's body names it. */
export const driveIn = (asked: Asked): Readonly<Record<string, unknown>> => {
  const drive = textOf(asked, 'drive');
  return drive === undefined ? {} : { drive };
};

export async function overview(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const heads = ['unit', 'otuk', 'noMobile', 'toRing', 'reached', 'needsNumber', 'triedOut', 'callers'] as const;
  return show(
    asked,
    await call(asked, { path: phonePath(asked) }, wire.overview),
    ({ drive, units, callers, unshared }) => [
      drive
        ? t('phone.head', {
            id: drive.driveId,
            state: t(`phone.state.${drive.state}`),
            from: dayIn(asked, drive.opensOn),
            to: dayIn(asked, drive.closesOn),
          })
        : t('phone.none'),
      '',
      ...aligned(
        heads.map((name) => t(`head.${name}`)),
        units.map(({ unit, otuk, noMobile, toRing, reached, out, callers: n }) =>
          [unit.name, otuk, noMobile, toRing, reached, out['needs-number'], out['tried-out'], n].map(String),
        ),
      ),
      ...(callers.length === 0 ? [] : ['', ...callerLines(asked, callers)]),
      ...(unshared === 0 ? [] : ['', t('phone.unshared', { n: unshared })]),
    ],
  );
}

function callerLines({ t }: Asked, callers: ReturnType<typeof wire.overview.parse>['callers']): readonly string[] {
  const heads = ['name', 'pile', 'callsToday', 'calls', 'reached'] as const;
  return aligned(
    heads.map((name) => t(`head.${name}`)),
    callers.map(({ caller, rings, pile, callsToday, calls, reached }) => [
      rings ? caller.name : `${caller.name} (${t('phone.rings.not')})`,
      ...[pile, callsToday, calls, reached].map(String),
    ]),
  );
}

export async function start(asked: Asked): Promise<ExitCode> {
  const callers = await staffAll(asked, listOf(asked, 'callers'));
  if (!callers.ok) return stop(asked, callers.trouble);
  const [opensOn, closesOn, goal] = [textOf(asked, 'from'), textOf(asked, 'to'), numberOf(asked, 'goal')];
  const units = listOf(asked, 'unit');
  const body = {
    ...(opensOn === undefined ? {} : { opensOn }),
    ...(closesOn === undefined ? {} : { closesOn }),
    ...(goal === undefined ? {} : { goal }),
    ...(units.length === 0 ? {} : { units }),
    callers: callers.value.map((staffId) => ({ staffId })),
    ...dryRunIn(asked),
  };
  const answered = await call(asked, { path: inRun(asked, '/phone/start'), body }, wire.started);
  return show(asked, answered, (made) => [
    asked.t(isSet(asked, 'dryRun') ? 'phone.wouldStart' : 'phone.started', {
      id: made.driveId,
      from: dayIn(asked, made.opensOn),
      to: dayIn(asked, made.closesOn),
    }),
  ]);
}

export const openDrive = (asked: Asked): Promise<ExitCode> => simply(asked, '/open', {}, 'phone.opened');
export const closeDrive = (asked: Asked): Promise<ExitCode> => simply(asked, '/close', {}, 'phone.closed');

export async function join(asked: Asked): Promise<ExitCode> {
  const staff = await staffAll(asked, asked.args);
  if (!staff.ok) return stop(asked, staff.trouble);
  const units = listOf(asked, 'unit');
  const share = numberOf(asked, 'share');
  const callers = staff.value.map((staffId) => ({
    staffId,
    ...(units.length === 0 ? {} : { units }),
    ...(share === undefined ? {} : { share }),
  }));
  return simply(asked, '/join', { callers }, 'phone.joined');
}

export async function leave(asked: Asked): Promise<ExitCode> {
  const staff = await staffAll(asked, asked.args);
  if (!staff.ok) return stop(asked, staff.trouble);
  return simply(asked, '/leave', { staffIds: staff.value }, 'phone.left');
}

export async function split(asked: Asked): Promise<ExitCode> {
  const body = { ...driveIn(asked), how: isSet(asked, 'all') ? 'all' : 'new', ...dryRunIn(asked) };
  const answered = await call(asked, { path: inRun(asked, '/phone/split'), body }, wire.split);
  return show(asked, answered, (deal) => [
    asked.t(isSet(asked, 'dryRun') ? 'phone.wouldSplit' : 'phone.splitDone', {
      given: deal.given,
      fresh: deal.fresh,
      left: deal.left,
    }),
  ]);
}

async function simply(
  asked: Asked,
  verb: string,
  more: Readonly<Record<string, unknown>>,
  receipt: 'phone.opened' | 'phone.closed' | 'phone.joined' | 'phone.left',
): Promise<ExitCode> {
  const body = { ...driveIn(asked), ...more, ...dryRunIn(asked) };
  const answered = await call(asked, { path: inRun(asked, `/phone${verb}`), body }, done);
  return show(asked, answered, () => [asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : receipt)]);
}

/** The ids behind logins; the first that nobody has stops it. */
async function staffAll(asked: Asked, logins: readonly string[]): Promise<Answered<readonly string[]>> {
  const ids: string[] = [];
  for (const login of logins) {
    const found = await staffNamed(asked, login);
    if (!found.ok) return found;
    if (typeof found.value === 'string') ids.push(found.value);
  }
  return { ok: true, value: ids };
}

export async function sheet(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const whose = await staffNamed(asked, textOf(asked, 'whose'));
  if (!whose.ok) return stop(asked, whose.trouble);
  const path = phonePath(asked, '/sheet', { whose: whose.value ?? undefined });
  const heads = ['id', 'name', 'age', 'unit', 'numbers', 'transfer', 'tries'] as const;
  return show(asked, await call(asked, { path }, wire.sheet), ({ caller, rows }) => [
    t('phone.sheetOf', { name: caller.name, n: rows.length }),
    '',
    ...aligned(
      heads.map((name) => t(`head.${name}`)),
      rows.map((row) => [
        ...[row.caseId, row.name, row.age === undefined ? '' : String(row.age), row.unit],
        row.numbers
          .map(({ number, guardian }) => (guardian === undefined ? number : `${number} (${guardian})`))
          .join(', '),
        ...[row.transfer ?? '', String(row.tries)],
      ]),
    ),
  ]);
}

export async function burnDown(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const heads = ['unit', 'registered', 'otuk', 'goal', 'pace', 'needed', 'forecast', 'outlook'] as const;
  return show(asked, await call(asked, { path: phonePath(asked, '/burn-down') }, wire.burnDown), (found) => [
    t('phone.burnDown', { day: dayIn(asked, found.reportOn), goal: found.goal }),
    '',
    ...aligned(
      heads.map((name) => t(`head.${name}`)),
      [...found.units, found.whole].map(({ unit, registered, burnDown: one }) => [
        unit?.name ?? t('phone.whole'),
        ...[registered, one.now, one.goal].map(String),
        ...[one.pace, one.needed].map((n) => decimalIn(asked, n, 1)),
        `${one.end.left} (${one.end.low}–${one.end.high})`,
        t(`phone.outlook.${one.outlook}`),
      ]),
    ),
  ]);
}

export async function report(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const heads = ['unit', 'caseworker', 'otuk'] as const;
  return show(asked, await call(asked, { path: phonePath(asked, '/report') }, wire.report), (found) => [
    t(found.frozenAt === undefined ? 'phone.reportNow' : 'phone.reportFrozen', { n: found.total }),
    '',
    ...aligned(
      heads.map((name) => t(`head.${name}`)),
      found.rows.map(({ unit, caseworker, otuk }) => [unit?.name ?? '–', caseworker?.name ?? '–', String(otuk)]),
    ),
  ]);
}

import { done } from '#api/wire/basic.ts';
import { leavers, leaving, returns, sent, workbook } from '#api/wire/queues.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, listOf, numberOf, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { actOnEach, dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { dayIn } from './said.ts';
import { saveWorkbook } from './workbook.ts';

export async function listReturns(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  return show(asked, await call(asked, { path: inRun(asked, '/returns') }, returns), (found) => [
    t('returns.queued', { n: found.queued.length }),
    ...aligned(
      [],
      found.queued.map((one) => [
        ...[`  ${one.caseId}`, one.name, one.unit, one.code, dayIn(asked, one.since)],
        t(`receiver.${one.receiver}`),
      ]),
    ),
    t('returns.sentCount', { n: found.sent.length }),
    ...aligned(
      [],
      found.sent.map((one) => [
        ...[`  ${one.caseId}`, one.name, one.code, dayIn(asked, one.sentOn), one.reference ?? ''],
        one.stillOnList ? t('returns.stillOnList') : '',
      ]),
    ),
    ...(found.again.length > 0 ? [t('returns.again', { n: found.again.length })] : []),
    ...aligned(
      [],
      found.again.map((one) => [`  ${one.caseId}`, one.name, one.code]),
    ),
    ...(found.hidden > 0 ? [t('queues.hidden', { n: found.hidden })] : []),
  ]);
}

export async function exportReturns(asked: Asked): Promise<ExitCode> {
  const receiver = textOf(asked, 'receiver');
  const body = receiver === undefined ? {} : { receiver };
  const answered = await call(asked, { path: inRun(asked, '/returns/export'), body }, workbook);
  return saveWorkbook(asked, answered, textOf(asked, 'out') ?? '');
}

export async function sentReturns(asked: Asked): Promise<ExitCode> {
  const [on, reference] = [textOf(asked, 'on'), textOf(asked, 'reference')];
  const body = {
    cases: asked.args,
    ...(on === undefined ? {} : { on }),
    ...(reference === undefined ? {} : { reference }),
    ...dryRunIn(asked),
  };
  return show(asked, await call(asked, { path: inRun(asked, '/returns/sent'), body }, sent), (found) => [
    asked.t(isSet(asked, 'dryRun') ? 'returns.wouldSend' : 'returns.marked', { n: found.sent }),
    ...found.refused.map(({ caseId, refusals }) => `${caseId}: ${refusals.map(({ text }) => text).join(' ')}`),
  ]);
}

export async function listLeavers(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const query = new URLSearchParams({ page: String(numberOf(asked, 'page') ?? 1) });
  for (const name of ['gap', 'unit']) {
    const value = textOf(asked, name);
    if (value !== undefined) query.set(name, value);
  }
  return show(asked, await call(asked, { path: inRun(asked, `/early-leavers?${query}`) }, leavers), (found) => [
    ...aligned(
      [],
      found.rows.map((row) => [
        ...[row.caseId, row.name, row.unit, row.school ?? '', dayIn(asked, row.leftOn)],
        row.gaps.map((gap) => gapWord(asked, gap)).join(', '),
        row.gaps.length === 0 ? '' : t('leavers.days', { n: row.days }),
      ]),
    ),
    t('leavers.count', { n: found.total }),
    ...(found.hidden > 0 ? [t('queues.hidden', { n: found.hidden })] : []),
  ]);
}

const gapWord = ({ t }: Asked, gap: string): string => {
  const known = (['notice', 'left-on', 'reason', 'meeting', 'plan'] as const).find((one) => one === gap);
  return known === undefined ? gap : t(`gap.${known}`);
};

const ofLeaver = (asked: Asked, id: string, verb = ''): string =>
  inRun(asked, `/youths/${encodeURIComponent(id)}/leaving${verb}`);

export async function showLeaver(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: ofLeaver(asked, asked.args[0] ?? '') }, leaving);
  return show(asked, answered, (found) => [
    `${found.name}, ${found.unit}${found.school === undefined ? '' : `, ${found.school}`}`,
    ...aligned(
      [],
      Object.entries(found.leaving).flatMap(([name, value]) =>
        value === null || value === undefined ? [] : [[`  ${name}`, String(value)]],
      ),
    ),
    asked.t('leavers.missing', { what: found.gaps.map((gap) => gapWord(asked, gap)).join(', ') || '–' }),
    ...(found.reminder === undefined ? [] : ['', found.reminder]),
  ]);
}

export async function noteLeaver(asked: Asked): Promise<ExitCode> {
  const names = [
    ...['noticeOn', 'leftOn', 'school', 'meetingHeldOn', 'meetingNotHeld', 'planMadeOn', 'planNotMade'],
  ] as const;
  const tookPart = listOf(asked, 'tookPart');
  const reason = textOf(asked, 'leftBecause');
  const body = {
    ...Object.fromEntries(
      names.flatMap((name) => (asked.options[name] === undefined ? [] : [[name, asked.options[name]]])),
    ),
    ...(reason === undefined ? {} : { reason }),
    ...(tookPart.length === 0 ? {} : { tookPart }),
    ...dryRunIn(asked),
  };
  const answered = await call(asked, { path: ofLeaver(asked, asked.args[0] ?? ''), body }, done);
  return show(asked, answered, () => [asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'leavers.noted')]);
}

export const remindSchools = (asked: Asked): Promise<ExitCode> =>
  actOnEach(
    asked,
    asked.args,
    (id) => ({ path: ofLeaver(asked, id, '/reminded'), body: dryRunIn(asked) }),
    'receipt.reminded',
  );

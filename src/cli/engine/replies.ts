import { acted, inQueue, registered, replies, smsFile } from '#api/wire/reply.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, stop, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { readInput } from '../read-input.ts';
import { dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { dayIn } from './said.ts';

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const query = new URLSearchParams({ page: textOf(asked, 'page') ?? '1', show: textOf(asked, 'show') ?? 'waiting' });
  return show(asked, await call(asked, { path: inRun(asked, `/replies?${query}`) }, replies), (found) => [
    ...aligned(
      [],
      found.rows.map((row) => [
        dayIn(asked, dayOf(instant(row.at))),
        row.channel,
        row.name ?? row.from ?? t('reply.unknown'),
        row.text.replaceAll('\n', ' ').slice(0, 60),
        row.inboundId,
      ]),
    ),
    t('reply.counts', found.counts),
  ]);
}

const given = (asked: Asked, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([field, option]) => {
      const text = textOf(asked, option);
      return text === undefined ? [] : [[field, text]];
    }),
  );
const ofReply = (asked: Asked, act: string): string =>
  inRun(asked, `/replies/${encodeURIComponent(asked.args[0] ?? '')}/${act}`);

export async function take(asked: Asked): Promise<ExitCode> {
  const fields = given(asked, { channel: 'channel', caseId: 'case', key: 'key', text: 'text' });
  const body = { channel: 'phone', ...fields, ...dryRunIn(asked) };
  return show(asked, await call(asked, { path: inRun(asked, '/replies'), body }, inQueue), ({ inboundId }) => [
    asked.t('reply.taken', { id: inboundId }),
  ]);
}

export async function register(asked: Asked): Promise<ExitCode> {
  const fields = given(asked, { caseId: 'case', answeredBy: 'by', says: 'says', code: 'code' });
  const body = { answeredBy: 'youth', ...fields, ...dryRunIn(asked) };
  return show(asked, await call(asked, { path: ofReply(asked, 'register'), body }, registered), (found) => [
    asked.t('reply.registered', { id: found.caseId }),
    ...found.codeRefused.map(({ text }) => text),
  ]);
}

export async function match(asked: Asked): Promise<ExitCode> {
  const body = { ...given(asked, { caseId: 'case' }), ...dryRunIn(asked) };
  return show(asked, await call(asked, { path: ofReply(asked, 'match'), body }, acted), ({ inboundId }) => [
    asked.t('reply.matched', { id: inboundId }),
  ]);
}

/** The caseworker has dealt with what their youth said. */
export async function done(asked: Asked): Promise<ExitCode> {
  return show(asked, await call(asked, { path: ofReply(asked, 'done'), body: dryRunIn(asked) }, acted), () => [
    asked.t(isSet(asked, 'dryRun') ? 'receipt.wouldDo' : 'reply.done', { id: asked.args[0] ?? '' }),
  ]);
}

/** The list of the open zone's SMS program; the same list again changes nothing. */
export async function file(asked: Asked): Promise<ExitCode> {
  const input = await readInput(asked, asked.args[0] ?? '-');
  if (!input.ok) return stop(asked, input.trouble);
  return show(asked, await call(asked, { path: inRun(asked, '/sms-file'), file: input }, smsFile), (read) => [
    asked.t('reply.fileRead', { reports: read.reports, replies: read.replies, leftOver: read.leftOver }),
    ...read.faults.map(({ place, wanted }) => `${place}: ${wanted}`),
  ]);
}

import type { z } from 'zod';
import { done } from '#api/wire/basic.ts';
import * as wire from '#api/wire/sending.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { reachedOf, toGet } from '#domain/campaign/recipient.ts';
import { sayAddressee, sendingTexts } from '#texts/sending.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, listOf, numberOf, stop, textOf } from '../asked.ts';
import { decimalIn } from '../decimal.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Key } from '../words.ts';
import { actOnEach, dryRunIn } from './act.ts';
import { type Answered, call, inRun, show } from './call.ts';
import { dayIn, momentIn } from './said.ts';

type Sending = z.output<typeof wire.sending>;

const at = (asked: Asked, id: string, more = ''): string => inRun(asked, `/sendings/${encodeURIComponent(id)}${more}`);
const named = (asked: Asked): string => asked.args[0] ?? '';

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const names = ['id', 'title', 'channel', 'sendingState', 'toGet', 'got', 'uncertain'] as const;
  return show(asked, await call(asked, { path: inRun(asked, '/sendings') }, wire.sendings), ({ sendings }) =>
    aligned(
      names.map((name) => t(`head.${name}`)),
      sendings.map(({ campaignId, title, channel, state, counts }) => [
        ...[campaignId, title, said(asked, `channel.${channel}`), said(asked, `state.${state}`)],
        ...[toGet(counts), reachedOf(counts), counts.uncertain].map(String),
      ]),
    ),
  );
}

export const showOne = async (asked: Asked): Promise<ExitCode> =>
  show(asked, await look(asked, named(asked)), (found) => linesOf(asked, found));

const look = (asked: Asked, id: string): Promise<Answered<Sending>> =>
  call(asked, { path: at(asked, id) }, wire.sending);

export async function recipientsOf(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const query = new URLSearchParams();
  const [state, page] = [textOf(asked, 'state'), numberOf(asked, 'page')];
  if (state !== undefined) query.set('state', state);
  if (page !== undefined) query.set('page', String(page));
  const names = ['name', 'addressee', 'unit', 'sendingState', 'reason', 'key'] as const;
  const answered = await call(asked, { path: at(asked, named(asked), `/recipients?${query}`) }, wire.recipients);
  return show(asked, answered, ({ rows }) =>
    aligned(
      names.map((name) => t(`head.${name}`)),
      rows.map((row) => [
        ...[row.name, sayAddressee(asked.language, row.addressee), row.unit, said(asked, `recipient.${row.state}`)],
        ...[row.reason === undefined ? '' : said(asked, `reason.${row.reason}`), row.key],
      ]),
    ),
  );
}

export async function reportOf(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: at(asked, named(asked), '/report') }, wire.report);
  return show(asked, answered, ({ state, stoppedAt, stoppedBy = '', reasons, ...numbers }) => [
    asked.t('sending.report', { ...numbers, state: said(asked, `state.${state}`) }),
    ...(stoppedAt === undefined
      ? []
      : [asked.t('sending.stoppedBy', { at: momentIn(asked, stoppedAt), by: stoppedBy })]),
    ...reasonLines(asked, reasons),
  ]);
}

// `as`: a time on the clock.
const midnight = '00:00' as ClockTime;

export async function plan(asked: Asked): Promise<ExitCode> {
  const body = {
    ...dryRunIn(asked),
    title: textOf(asked, 'title') ?? '',
    channel: textOf(asked, 'channel'),
    purpose: textOf(asked, 'purpose'),
    template: templateIn(asked),
    filter: filterIn(asked),
    ...sendAtIn(asked),
  };
  const answered = await call(asked, { path: inRun(asked, '/sendings'), body }, wire.planned);
  return show(asked, answered, ({ campaignId }) => [
    isSet(asked, 'dryRun') ? asked.t('sending.wouldPlan') : asked.t('sending.planned', { id: campaignId }),
  ]);
}

/** What is said replaces what stands; the text stays where none is named. */
export async function change(asked: Asked): Promise<ExitCode> {
  const id = named(asked);
  const found = await look(asked, id);
  if (!found.ok) return stop(asked, found.trouble);
  const given = filterIn(asked);
  const body = {
    template: textOf(asked, 'text') === undefined ? found.value.template : templateIn(asked),
    filter: Object.keys(given).length === 0 ? found.value.filter : given,
    ...{ ...sendAtIn(asked), ...dryRunIn(asked) },
  };
  return actOnEach(asked, [id], () => ({ path: at(asked, id, '/change'), body }), 'receipt.sendingChanged');
}

function filterIn(asked: Asked) {
  const [tracks, units, status] = [listOf(asked, 'track'), listOf(asked, 'unit'), textOf(asked, 'status')];
  return {
    ...(tracks.length > 0 ? { tracks } : {}),
    ...(units.length > 0 ? { units } : {}),
    ...(status === undefined ? {} : { status }),
  };
}

function sendAtIn(asked: Asked) {
  const on = parseDay(textOf(asked, 'on') ?? '');
  return on === undefined ? {} : { sendAt: instantAt(on, midnight) };
}

function templateIn(asked: Asked) {
  const version = numberOf(asked, 'textVersion');
  return { templateId: textOf(asked, 'text'), ...(version === undefined ? {} : { version }) };
}

const askEvery = 250;
const patience = 120_000;

/** Freezes the list and waits until it is made; with a recipient, what that one gets. */
export async function preview(asked: Asked): Promise<ExitCode> {
  const id = named(asked);
  const key = textOf(asked, 'recipient');
  if (key !== undefined) {
    const one = await call(asked, { path: at(asked, id, `/recipients/${encodeURIComponent(key)}`) }, wire.onePreview);
    return show(asked, one, ({ name, text, parts }) => [`${name} (${asked.t('head.parts')}: ${parts})`, '', text]);
  }
  const told = await call(asked, { path: at(asked, id, '/preview'), body: dryRunIn(asked) }, done);
  if (!told.ok) return stop(asked, told.trouble);
  const end = Date.now() + patience;
  for (;;) {
    const found = await look(asked, id);
    if (!found.ok || found.value.state !== 'freezing') return show(asked, found, (value) => linesOf(asked, value));
    if (Date.now() > end)
      return stop(asked, {
        exit: exitCodes.tooLate,
        code: 'cli.sending.notFrozen',
        text: asked.t('sending.notFrozen'),
      });
    await new Promise((resolve) => setTimeout(resolve, askEvery));
  }
}

/** What stands now is what is approved: whoever approves has looked at it with `sending show`. */
export async function approve(asked: Asked): Promise<ExitCode> {
  const id = named(asked);
  const found = await look(asked, id);
  if (!found.ok) return stop(asked, found.trouble);
  const { list: number, fingerprint = '-' } = found.value;
  const body = { list: number, fingerprint, ...dryRunIn(asked) };
  return actOnEach(asked, [id], () => ({ path: at(asked, id, '/approve'), body }), 'receipt.sendingApproved');
}

export const act = (asked: Asked, verb: string, receipt: Key): Promise<ExitCode> =>
  actOnEach(asked, [named(asked)], (id) => ({ path: at(asked, id, `/${verb}`), body: dryRunIn(asked) }), receipt);

export function settle(asked: Asked): Promise<ExitCode> {
  const [id = '', ...keys] = asked.args;
  const as = textOf(asked, 'answer');
  const path = at(asked, id, '/settle-uncertain');
  return actOnEach(asked, keys, (key) => ({ path, body: { key, as, ...dryRunIn(asked) } }), 'receipt.settledOne');
}

function linesOf(asked: Asked, found: Sending): readonly string[] {
  const { t } = asked;
  const { counts } = found;
  const head = {
    title: found.title,
    channel: said(asked, `channel.${found.channel}`),
    purpose: said(asked, `purpose.${found.purpose}`),
    state: said(asked, `state.${found.state}`),
  };
  const { approvedBy, handOverAt, planDay } = found;
  return [
    t('sending.line', head),
    ...(planDay === undefined || approvedBy !== undefined
      ? []
      : [t(planDay.forecast ? 'sending.forecast' : 'sending.planDay', { day: dayIn(asked, planDay.day) })]),
    ...(found.approvalLapsed ? [t('sending.lapsed')] : []),
    ...(found.list === 0
      ? []
      : [
          t('sending.list', {
            list: found.list,
            recipients: toGet(counts),
            reached: reachedOf(counts),
            out: counts.excluded + counts['taken-out'],
            manual: counts.manual,
          }),
        ]),
    ...(found.channel === 'sms' && found.parts > 0
      ? [t('sending.cost', { parts: found.parts, kroner: kronerIn(asked, found.cost) })]
      : []),
    ...found.sameListBefore.map(({ title, on }) => t('sending.same', { title, on: dayIn(asked, on) })),
    ...(found.writtenToLately > 0 ? [t('sending.lately', { count: found.writtenToLately })] : []),
    ...(found.fingerprint === undefined ? [] : [t('sending.mark', { fingerprint: found.fingerprint })]),
    ...(approvedBy !== undefined && handOverAt !== undefined
      ? [t('sending.times', { by: approvedBy, at: momentIn(asked, handOverAt) })]
      : []),
    ...(found.pile.waiting + found.pile.printed === 0 ? [] : [t('sending.pile', found.pile)]),
    ...reasonLines(asked, found.reasons),
    ...aligned(
      [t('head.unit'), t('head.toGet'), t('head.got'), t('head.uncertain')],
      found.units.map(({ name, counts: own }) => [name, ...[toGet(own), reachedOf(own), own.uncertain].map(String)]),
    ),
  ];
}

const reasonLines = (asked: Asked, reasons: Sending['reasons']): readonly string[] =>
  aligned(
    [],
    reasons.map(({ state, reason, count }) => [
      ...[String(count), said(asked, `recipient.${state}`), said(asked, `reason.${reason}`)],
    ]),
  );

/** A provider's own word for a failure has no words of ours. */
const said = ({ language }: Asked, key: string): string =>
  sendingTexts.knows(key) ? sendingTexts.speak(language, key) : key.slice(key.indexOf('.') + 1);

const kronerIn = (asked: Asked, oere: number): string => decimalIn(asked, oere / 100, 2);

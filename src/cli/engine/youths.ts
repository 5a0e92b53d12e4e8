import type { z } from 'zod';
import { done } from '#api/wire/basic.ts';
import { decision, youth, youths } from '#api/wire/youth.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, listOf, numberOf, type Options, stop, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { knows } from '../words.ts';
import { actOnEach, dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { staffNamed } from './people.ts';
import { dayIn } from './said.ts';
import { written } from './written.ts';

export const ofCase = (asked: Asked, id: string, verb = ''): string =>
  inRun(asked, `/youths/${encodeURIComponent(id)}${verb}`);

/** What of the options was said, under the API's names. */
export const said = (options: Options, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const search = await written(asked, textOf(asked, 'search'));
  const caseworker = await staffNamed(asked, textOf(asked, 'caseworker'));
  if (!search.ok) return stop(asked, search.trouble);
  if (!caseworker.ok) return stop(asked, caseworker.trouble);
  const body = {
    ...said(asked.options, ['list', 'code', 'unit', 'transfer', 'sort']),
    ...(numberOf(asked, 'page') === undefined ? {} : { page: numberOf(asked, 'page') }),
    ...(search.value === undefined ? {} : { search: search.value }),
    ...(caseworker.value === undefined ? {} : { caseworker: caseworker.value ?? 'none' }),
  };
  const names = ['id', 'name', 'age', 'unit', 'code', 'transfer', 'caseworker', 'last'] as const;
  return show(asked, await call(asked, { path: inRun(asked, '/youths'), body }, youths), (found) => [
    ...aligned(
      names.map((name) => t(`head.${name}`)),
      found.rows.map((row) => [
        ...[row.caseId, row.name, row.age === undefined ? '' : String(row.age), row.unit],
        ...[row.code ?? '', row.transfer ?? '', row.caseworker ?? '', dayIn(asked, row.last?.on)],
      ]),
    ),
    '',
    t('youths.count', {
      total: found.total,
      page: found.page,
      pages: Math.max(1, Math.ceil(found.total / found.pageSize)),
    }),
  ]);
}

export async function showOne(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: ofCase(asked, asked.args[0] ?? '') }, youth);
  return show(asked, answered, (found) => linesOf(asked, found));
}

export async function decide(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const body = { ...said(asked.options, ['to', 'on', 'viaOt', 'atFirstContact']), ...codingLists(asked) };
  const answered = await call(asked, { path: ofCase(asked, asked.args[0] ?? '', '/decide'), body }, decision);
  return show(asked, answered, ({ verdict, code, rules, fits }) => [
    ...(code === null || code === '' ? [] : [`${t(`verdict.${verdict}`)}: ${code}`]),
    ...rules.map(({ why, source }) => `  ${why} (${source})`),
    t('decide.fits', { codes: fits.length === 0 ? '–' : fits }),
  ]);
}

export async function code(asked: Asked): Promise<ExitCode> {
  const [id = '', to = ''] = asked.args;
  const body = {
    to,
    ...said(asked.options, ['on', 'viaOt', 'atFirstContact', 'overrideReason']),
    ...codingLists(asked),
    ...dryRunIn(asked),
  };
  const answered = await call(asked, { path: ofCase(asked, id, '/code'), body }, done);
  return show(asked, answered, () => [
    asked.t(isSet(asked, 'dryRun') ? 'youth.wouldCode' : 'youth.coded', { code: to }),
  ]);
}

function codingLists(asked: Asked): Readonly<Record<string, unknown>> {
  const kind = textOf(asked, 'activity');
  const [reasons, runBy] = [listOf(asked, 'reasons'), listOf(asked, 'runBy')];
  return {
    ...(reasons.length === 0 ? {} : { reasons }),
    ...(kind === undefined && runBy.length === 0 ? {} : { activity: { kind: kind ?? 'measure', runBy } }),
  };
}

export async function contact(asked: Asked): Promise<ExitCode> {
  const note = await written(asked, textOf(asked, 'note'));
  if (!note.ok) return stop(asked, note.trouble);
  const body = {
    ...said(asked.options, ['channel', 'direction', 'answeredBy', 'says', 'on']),
    ...(note.value === undefined ? {} : { note: note.value }),
    ...dryRunIn(asked),
  };
  const answered = await call(asked, { path: ofCase(asked, asked.args[0] ?? '', '/contact'), body }, done);
  return show(asked, answered, () => [asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'youth.contacted')]);
}

export async function withdrawContact(asked: Asked): Promise<ExitCode> {
  const [id = '', contact = ''] = asked.args;
  const body = { contact: Number(contact), ...dryRunIn(asked) };
  const answered = await call(asked, { path: ofCase(asked, id, '/withdraw-contact'), body }, done);
  return show(asked, answered, () => [asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'youth.contactWithdrawn')]);
}

export async function assign(asked: Asked): Promise<ExitCode> {
  const caseworker = await staffNamed(asked, textOf(asked, 'caseworker'));
  if (!caseworker.ok) return stop(asked, caseworker.trouble);
  const body = {
    ...said(asked.options, ['unit']),
    ...(caseworker.value === undefined ? {} : { caseworker: caseworker.value }),
    ...dryRunIn(asked),
  };
  return actOnEach(asked, asked.args, (id) => ({ path: ofCase(asked, id, '/assign'), body }), 'receipt.assigned');
}

function linesOf(asked: Asked, found: z.output<typeof youth>): readonly string[] {
  const { t } = asked;
  const facts: readonly (readonly [Parameters<typeof t>[0], string | undefined])[] = [
    ['head.id', found.caseId],
    ['head.born', dayIn(asked, found.born) + (found.age === undefined ? '' : ` (${found.age})`)],
    ['field.nationalId', found.nationalId],
    ['field.address', found.protected ? t('youth.protected') : found.address?.join(', ')],
    ['field.phone', found.mobile],
    ['field.email', found.email],
    ['head.guardians', found.guardians.map(({ name, mobile }) => [name, mobile].filter(Boolean).join(' ')).join('; ')],
    ['head.unit', found.unit.name],
    ['head.caseworker', found.caseworker?.name],
    ['head.transfer', found.transfer?.code],
    ['head.code', found.status && `${found.status.code} (${dayIn(asked, found.status.since)})`],
    ['head.firstContact', dayIn(asked, found.firstContact)],
    ['head.choice', found.choice && asked.t(`choice.${found.choice}`)],
  ];
  return [
    found.name,
    ...aligned(
      [],
      facts.flatMap(([key, value]) => (value ? [[`  ${t(key)}`, value]] : [])),
    ),
    ...(found.history.length > 0 ? ['', t('head.history')] : []),
    ...aligned(
      [],
      found.history.map((event) => [
        `  ${dayIn(asked, event.on)}`,
        t(`event.${event.what}`),
        about(asked, event),
        event.by ?? '',
      ]),
    ),
  ];
}

const wordOf = ({ t }: Asked, key: string): readonly string[] => (knows(key) ? [t(key)] : []);

function about(asked: Asked, event: z.output<typeof youth>['history'][number]): string {
  switch (event.what) {
    case 'transferred':
      return [event.transfer, event.unit].filter(Boolean).join(', ');
    case 'coded':
      return [event.from, event.to].filter(Boolean).join(' → ');
    case 'assigned':
      return [event.to, event.unit].filter(Boolean).join(', ');
    case 'contacted':
    case 'withdrawn':
      return (['channel', 'direction', 'answeredBy', 'says'] as const)
        .flatMap((part) => wordOf(asked, `${part}.${event.contact[part] ?? ''}`))
        .join(', ');
    case 'chosen':
      return [event.choice && asked.t(`choice.${event.choice}`), event.to].filter(Boolean).join(', ');
    case 'letter-back':
      return asked.t(event.toGuardian ? 'letterBack.guardian' : 'letterBack.youth');
    case 'changed':
      return event.fields.join(', ');
    default:
      return event.reason ?? '';
  }
}

import type { z } from 'zod';
import { ordered } from '#api/wire/act.ts';
import { cleaning, ownList } from '#api/wire/own.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, numberOf, stop, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { actOnEach, dryRunIn } from './act.ts';
import { type Answered, call, inRun, show } from './call.ts';
import { staffNamed } from './people.ts';
import { dayIn } from './said.ts';
import { ofCase, said } from './youths.ts';

type Filter = Readonly<Record<string, unknown>>;

/** `--caseworker` takes a login, `all` or `none`; without it the list is the caller's own. */
async function filterIn(asked: Asked): Promise<Answered<Filter>> {
  const rest = said(asked.options, ['track', 'state', 'transfer', 'unit']);
  const who = textOf(asked, 'caseworker');
  if (who === 'all' || who === 'none') return { ok: true, value: { ...rest, caseworker: who } };
  const found = await staffNamed(asked, who);
  if (!found.ok) return found;
  return { ok: true, value: { ...rest, ...(found.value ? { caseworker: found.value } : {}) } };
}

export async function list(asked: Asked): Promise<ExitCode> {
  const { t, language } = asked;
  const filter = await filterIn(asked);
  if (!filter.ok) return stop(asked, filter.trouble);
  const page = numberOf(asked, 'page');
  const body = { ...filter.value, ...(page === undefined ? {} : { page }) };
  const names = ['id', 'name', 'age', 'unit', 'transfer', 'code', 'choice'] as const;
  return show(asked, await call(asked, { path: inRun(asked, '/own'), body }, ownList), (found) => [
    ...found.tracks.map((track) =>
      t('own.track', {
        ...{ title: track.title[language], by: dayIn(asked, track.chooseBy) || '–' },
        ...{ waiting: track.counts.waiting, letter: track.counts['standard-letter'] },
        ...{ own: track.counts['own-contact'], back: track.counts.return },
      }),
    ),
    '',
    ...aligned(
      names.map((name) => t(`head.${name}`)),
      found.rows.map((row) => [
        ...[row.caseId, row.name, row.age === undefined ? '' : String(row.age), row.unit],
        ...[row.transfer ?? '', row.code ?? '', row.choice ? t(`choice.${row.choice}`) : ''],
      ]),
    ),
  ]);
}

/** Last year's open youths, with what is stale about each. */
export async function stale(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const named = textOf(asked, 'caseworker');
  const who = named === 'all' ? { ok: true as const, value: named } : await staffNamed(asked, named);
  if (!who.ok) return stop(asked, who.trouble);
  const [days, page, kind] = [numberOf(asked, 'days'), numberOf(asked, 'page'), textOf(asked, 'kind')];
  const query = new URLSearchParams({
    ...(who.value === undefined ? {} : { caseworker: who.value ?? 'none' }),
    ...(kind === undefined ? {} : { stale: kind }),
    ...(days === undefined ? {} : { days: String(days) }),
    ...(page === undefined ? {} : { page: String(page) }),
  });
  const names = ['id', 'name', 'unit', 'code'] as const;
  return show(asked, await call(asked, { path: inRun(asked, `/cleaning?${query}`) }, cleaning), (found) =>
    found.earlier === undefined
      ? [t('stale.alone')]
      : aligned(
          [...names.map((name) => t(`head.${name}`)), t('head.stale')],
          found.rows.map((row) => [
            ...[row.caseId, row.name, row.unit, row.code ?? ''],
            row.stale
              .map((each) => [t(`stale.${each.kind}`), dayIn(asked, each.since ?? undefined)].join(' ').trim())
              .join(', '),
          ]),
        ),
  );
}

/** One youth's choice is a command of its own; many, or a whole list, are one act that can be undone. */
export async function choose(asked: Asked): Promise<ExitCode> {
  const { args, options } = asked;
  if (args.length === 0 && !isSet(asked, 'all'))
    return stop(asked, { exit: exitCodes.usage, code: 'cli.nobody', text: asked.t('choose.nobody') });
  if (args.length === 1 && !isSet(asked, 'all')) {
    const body = { ...said(options, ['choice', 'to', 'on']), ...dryRunIn(asked) };
    return actOnEach(asked, args, (id) => ({ path: ofCase(asked, id, '/choose'), body }), 'receipt.chosen');
  }
  const filter = await filterIn(asked);
  if (!filter.ok) return stop(asked, filter.trouble);
  const whom = isSet(asked, 'all') ? { list: filter.value } : { cases: args };
  const body = { ...said(options, ['choice', 'to']), ...whom, ...dryRunIn(asked) };
  return show(asked, await call(asked, { path: inRun(asked, '/choose'), body }, ordered), (found) =>
    linesOf(asked, found),
  );
}

function linesOf(asked: Asked, { actId, parts, untouched }: z.output<typeof ordered>): readonly string[] {
  const { t } = asked;
  const facts = { n: parts - untouched.length, of: parts, id: actId };
  return [
    t(actId === '' ? 'act.wouldBe' : 'act.ordered', facts),
    ...aligned(
      [],
      untouched.map(({ caseId, why }) => [`  ${caseId}`, why.map(({ text }) => text).join(' ')]),
    ),
  ];
}

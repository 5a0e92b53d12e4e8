import * as wire from '#api/wire/assignment.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, misused, stop, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { readInput } from '../read-input.ts';
import { dryRunIn } from './act.ts';
import { type Answered, call, inRun, show } from './call.ts';
import { staffNamed } from './people.ts';

/** `--to`, `--evenly` or `--by-rule` as the API takes it; undefined where none was said. */
export async function wayIn(asked: Asked): Promise<Answered<Readonly<Record<string, string>> | undefined>> {
  const to = textOf(asked, 'to');
  if (to !== undefined) {
    const one = await staffNamed(asked, to);
    return one.ok ? { ok: true, value: { kind: 'one', staffId: one.value ?? '' } } : one;
  }
  if (isSet(asked, 'byRule')) return { ok: true, value: { kind: 'rules' } };
  return { ok: true, value: isSet(asked, 'evenly') ? { kind: 'evenly' } : undefined };
}

async function wishIn(asked: Asked): Promise<Answered<Readonly<Record<string, unknown>> | undefined>> {
  const from = await staffNamed(asked, textOf(asked, 'from'));
  if (!from.ok) return from;
  const way = await wayIn(asked);
  if (!way.ok) return way;
  const wish = {
    from: from.value ?? null,
    way: way.value,
    unit: textOf(asked, 'unit'),
    withTasks: isSet(asked, 'withTasks'),
  };
  return { ok: true, value: way.value === undefined ? undefined : wish };
}

export async function preview(asked: Asked): Promise<ExitCode> {
  const { t, language } = asked;
  const wish = await wishIn(asked);
  if (!wish.ok) return stop(asked, wish.trouble);
  if (wish.value === undefined) return misused(asked, 'assignment.noWay');
  const answered = await call(asked, { path: inRun(asked, '/assignment/preview'), body: wish.value }, wire.preview);
  return show(asked, answered, (found) => [
    t('assignment.moves', { n: found.moves }),
    ...aligned(
      [],
      found.gets.map(({ name, n, after }) => [`  ${name ?? t('assignment.nobody')}`, `+${n}`, `= ${after}`]),
    ),
    ...found.untouched.flatMap(({ why, n, named }) => [
      `${t(`assignment.why.${why}`)}: ${n}`,
      ...named.map(({ name, caseId }) => `  ${name} (${caseId})`),
    ]),
    ...found.tasks.map(({ title, to }) => `${title[language]} → ${to ?? t('assignment.everybody')}`),
  ]);
}

export async function apply(asked: Asked): Promise<ExitCode> {
  const wish = await wishIn(asked);
  if (!wish.ok) return stop(asked, wish.trouble);
  if (wish.value === undefined) return misused(asked, 'assignment.noWay');
  const body = { ...wish.value, ...dryRunIn(asked) };
  const answered = await call(asked, { path: inRun(asked, '/assignment/apply'), body }, wire.ordered);
  return show(asked, answered, ({ actId, parts }) => [
    asked.t(actId === '' ? 'receipt.wouldShare' : 'receipt.shared', { n: parts, id: actId }),
  ]);
}

export async function showBoard(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const from = await staffNamed(asked, textOf(asked, 'from'));
  if (!from.ok) return stop(asked, from.trouble);
  const query = new URLSearchParams({ page: String(asked.options.page ?? 1) });
  const unit = textOf(asked, 'unit');
  if (unit !== undefined) query.set('unit', unit);
  if (from.value) query.set('from', from.value);
  const kinds = ['open', 'uncoded', 'unknown', 'followUp', 'inActivity'] as const;
  return show(asked, await call(asked, { path: inRun(asked, `/assignment?${query}`) }, wire.board), (board) => [
    ...aligned(
      [t('head.name'), ...kinds.map((kind) => t(`load.${kind}`)), t('load.tasks'), ''],
      [
        [t('assignment.nobody'), ...kinds.map((kind) => String(board.unassigned[kind])), '', ''],
        ...board.workers.map(({ name, load, tasksDue, away }) => [
          ...[name, ...kinds.map((kind) => String(load[kind])), String(tasksDue)],
          away ? t('assignment.away', { to: away.to, substitute: away.substitute }) : '',
        ]),
      ],
    ),
    '',
    ...aligned(
      [],
      board.rows.map(({ name, unit: place, code, caseId }) => [name, place, code ?? '–', caseId]),
    ),
    ...(board.hidden > 0 ? [t('act.hidden', { n: board.hidden })] : []),
  ]);
}

/** Shows the rules, or keeps those of a file in the form that `--json` shows them. */
export async function rules(asked: Asked): Promise<ExitCode> {
  const [file] = asked.args;
  const now = await call(asked, { path: inRun(asked, '/assignment/rules') }, wire.rules);
  if (!now.ok) return stop(asked, now.trouble);
  const said = textOf(asked, 'onIntake');
  if (file === undefined && said === undefined) return show(asked, now, (found) => linesOf(asked, found));
  let given: unknown = now.value.rules;
  if (file !== undefined) {
    const read = await readInput(asked, file);
    if (!read.ok) return stop(asked, read.trouble);
    try {
      given = JSON.parse(new TextDecoder().decode(read.bytes));
    } catch {
      return misused(asked, 'assignment.notJson');
    }
  }
  // As `--json` shows them whole, or the list alone.
  const list = typeof given === 'object' && given !== null && 'rules' in given ? given.rules : given;
  const onIntake = said === undefined ? now.value.onIntake : said === 'yes';
  const body = { rules: list, onIntake, ...dryRunIn(asked) };
  const kept = await call(asked, { path: inRun(asked, '/assignment/rules'), body }, wire.rules);
  return show(asked, kept, (found) => linesOf(asked, found));
}

type Rules = ReturnType<typeof wire.rules.parse>;

function linesOf({ t }: Asked, { rules: all, onIntake }: Rules): readonly string[] {
  const lines = all.map(({ when, goes }, index) => {
    const who =
      when.kind === 'unit' ? when.unitId : when.kind === 'municipality' ? when.number : `${when.from}–${when.to}`;
    const to = goes.to.kind === 'one' ? goes.to.staffId : t(`rule.to.${goes.to.kind}`);
    return [`${index + 1}.`, t(`rule.when.${when.kind}`), who, '→', goes.unitId ?? '', to];
  });
  return [
    ...(lines.length === 0 ? [t('assignment.noRules')] : aligned([], lines)),
    t(onIntake ? 'assignment.onIntake' : 'assignment.notOnIntake'),
  ];
}

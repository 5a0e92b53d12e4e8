import type { z } from 'zod';
import {
  acceptedAct,
  checkedList,
  decided,
  lists as everyList,
  again as matched,
  received,
} from '#api/wire/cross-check.ts';
import type { Proposal } from '#domain/cross-check/proposal.ts';
import { sayCrossCheck as say } from '#texts/cross-check.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, listOf, misused, stop, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { readInput } from '../read-input.ts';
import { dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { columnsIn } from './list-columns.ts';
import { dayIn } from './said.ts';

const path = (asked: Asked, rest = '') => inRun(asked, `/cross-check${rest}`);
const ofList = (asked: Asked, rest = '') => path(asked, `/${encodeURIComponent(asked.args[0] ?? '')}${rest}`);

export async function lists(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const shown = ['waiting', 'undecided', 'accepted', 'none', 'outside'] as const;
  return show(asked, await call(asked, { path: path(asked) }, everyList), (found) =>
    found.lists.length === 0
      ? [t('check.none')]
      : [
          ...(found.atRisk > 0 ? [t('check.atRisk', { n: found.atRisk }), ''] : []),
          ...aligned(
            [t('head.id'), t('check.head.check'), t('head.file'), t('check.head.rows'), t('check.head.matched')].concat(
              shown.map((kind) => t(`checkShow.${kind}`)),
            ),
            found.lists.map(({ listId, kind, title, file, counts }) => [
              ...[listId, title ?? t(`checkKind.${kind}`), file, String(counts.rows), String(counts.matched)],
              ...shown.map((each) => String(counts[each])),
            ]),
          ),
        ],
  );
}

export async function receive(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const columns = columnsIn(asked);
  if (typeof columns === 'string') return misused(asked, 'check.badColumn', { text: columns });
  const input = await readInput(asked, asked.args[0] ?? '-');
  if (!input.ok) return stop(asked, input.trouble);
  const query = new URLSearchParams({ kind: textOf(asked, 'kind') ?? '' });
  for (const name of ['activity', 'window'] as const) {
    const said = textOf(asked, name);
    if (said !== undefined) query.set(name, said);
  }
  const words = { 'x-list-title': textOf(asked, 'title') ?? '', 'x-list-columns': JSON.stringify(columns) };
  const answered = await call(asked, { path: path(asked, `?${query}`), file: input, words }, received);
  return show(asked, answered, ({ listId, already, rows, pairs: found }) => [
    already ? t('check.already', { id: listId }) : t('check.received', { id: listId, rows, pairs: found }),
  ]);
}

type Found = z.output<typeof checkedList>;

export async function pairs(asked: Asked): Promise<ExitCode> {
  const query = new URLSearchParams({ page: String(asked.options.page ?? 1) });
  const shown = textOf(asked, 'show');
  if (shown !== undefined) query.set('show', shown);
  return show(asked, await call(asked, { path: ofList(asked, `?${query}`) }, checkedList), (found) => [
    ...headLines(asked, found),
    ...found.pairs.flatMap((pair) => ['', ...pairLines(asked, pair)]),
    ...found.rows.map(({ row, name, startedOn, place }) => `  ${row}  ${name}  ${dayIn(asked, startedOn)} ${place}`),
    ...(found.hidden > 0 ? ['', asked.t('check.hidden', { n: found.hidden })] : []),
  ]);
}

function headLines(
  asked: Asked,
  { kind, title, file, counts, window, shown, notes, faults }: Found,
): readonly string[] {
  const { t } = asked;
  const [from, to] = [dayIn(asked, window?.from), dayIn(asked, window?.to)];
  return [
    t('check.head', { kind: title ?? t(`checkKind.${kind}`), file, rows: counts.rows, matched: counts.matched }),
    ...(window ? [t('check.window', { from, to })] : []),
    ...notes.map(({ text }) => `! ${text}`),
    ...faults.map(({ place, found, wanted }) => `! ${place}: ${found} – ${wanted}`),
    `${t(`checkShow.${shown}`)}: ${counts[shown]}`,
  ];
}

function pairLines(asked: Asked, pair: Found['pairs'][number]): readonly string[] {
  const { language } = asked;
  const fields = (speaks: string) =>
    pair.fields.filter((field) => field.speaks === speaks).map(({ field }) => say(language, `field.${field}`));
  return [
    `${pair.row}  ${pair.name}  ${say(language, `band.${pair.band}`)} ${pair.score}  ${pair.pairId}`,
    `  + ${fields('for').join(', ')}`,
    ...(fields('against').length > 0 ? [`  - ${fields('against').join(', ')}`] : []),
    ...pair.remarks.map((remark) => `  ! ${say(language, `remark.${remark}`)}`),
    `  → ${asked.t(`checkShow.${pair.state}`)} ${codeOf(pair.proposal)}`.trimEnd(),
  ];
}

const codeOf = (proposal: Pick<Proposal, 'outcome'> & { readonly code?: string; readonly why?: string }): string =>
  proposal.code ?? proposal.why ?? '';

export async function decide(asked: Asked): Promise<ExitCode> {
  const body = { pairs: asked.args, answer: textOf(asked, 'answer'), ...dryRunIn(asked) };
  const answered = await call(asked, { path: path(asked, '/decide'), body }, decided);
  return show(asked, answered, ({ decided: done }) => [asked.t('check.decided', { n: done.length })]);
}

export async function accept(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const chosen = listOf(asked, 'pairs');
  const body = { ...(chosen.length > 0 ? { pairs: chosen } : {}), ...dryRunIn(asked) };
  const answered = await call(asked, { path: ofList(asked, '/accept'), body }, acceptedAct);
  return show(asked, answered, ({ actId, parts, untouched, leftOut }) => [
    isSet(asked, 'dryRun')
      ? t('check.wouldAccept', { n: parts - untouched.length })
      : t('check.accepted', { act: actId, n: parts - untouched.length }),
    ...untouched.map(({ caseId, why }) => `- ${caseId}: ${why.map(({ text }) => text).join(' ')}`),
    ...(leftOut.length > 0 ? [t('check.leftOut', { n: leftOut.length })] : []),
  ]);
}

export async function again(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: ofList(asked, '/again'), body: dryRunIn(asked) }, matched);
  return show(asked, answered, ({ listId }) => [asked.t('receipt.again', { id: listId })]);
}

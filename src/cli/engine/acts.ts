import type { z } from 'zod';
import { act, acts } from '#api/wire/act.ts';
import { partStates } from '#domain/act/act.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { aligned } from '../align.ts';
import { type Asked, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { actOnEach, dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { dayIn } from './said.ts';

type Head = z.output<typeof acts>['acts'][number];

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const names = ['on', 'act', 'by', 'state', 'id'] as const;
  return show(asked, await call(asked, { path: inRun(asked, '/acts') }, acts), ({ acts: all }) =>
    all.length === 0
      ? [t('acts.none')]
      : aligned(
          [...names.map((name) => t(`head.${name}`)), ...partStates.map((state) => t(`part.${state}`))],
          all.map((head) => [
            ...[
              dayIn(asked, dayOf(instant(head.at))),
              t(`act.${head.kind}`),
              head.by ?? '',
              t(`actState.${head.state}`),
            ],
            ...[head.actId, ...partStates.map((state) => String(head.counts[state]))],
          ]),
        ),
  );
}

export async function showOne(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const [id = ''] = asked.args;
  const query = new URLSearchParams({ page: textOf(asked, 'page') ?? '1' });
  const shown = textOf(asked, 'show');
  if (shown !== undefined) query.set('show', shown);
  const path = inRun(asked, `/acts/${encodeURIComponent(id)}?${query}`);
  return show(asked, await call(asked, { path }, act), (found) => [
    ...headLines(asked, found),
    '',
    `${t(`part.${found.shown}`)}: ${found.total}`,
    ...aligned(
      [],
      found.rows.map((row) => [
        `  ${row.name}`,
        row.unit,
        row.to,
        row.why.map(({ text }) => text).join(' '),
        row.caseId,
      ]),
    ),
    ...(found.hidden > 0 ? [t('act.hidden', { n: found.hidden })] : []),
  ]);
}

const headLines = ({ t }: Asked, { kind, state, counts, by }: Head): readonly string[] => [
  `${t(`act.${kind}`)}: ${t(`actState.${state}`)}${by === undefined ? '' : ` (${by})`}`,
  partStates.map((each) => `${t(`part.${each}`)} ${counts[each]}`).join(' · '),
];

export const undo = (asked: Asked): Promise<ExitCode> =>
  actOnEach(
    asked,
    asked.args,
    (id) => ({ path: inRun(asked, `/acts/${encodeURIComponent(id)}/undo`), body: dryRunIn(asked) }),
    'receipt.undoing',
  );

import { z } from 'zod';
import { done } from '#api/wire/basic.ts';
import { doubles, merged, navList as navListWire, opened, searched, workbook } from '#api/wire/queues.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, listOf, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { knows } from '../words.ts';
import { dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { dayIn } from './said.ts';
import { saveWorkbook } from './workbook.ts';

const areaIn = (asked: Asked): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['unit', 'municipality'].flatMap((name) => {
      const value = textOf(asked, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** A word of a key that may not be there: the code itself stands in for it. */
const word = ({ t }: Asked, key: string): string => (knows(key) ? t(key) : key.slice(key.indexOf('.') + 1));

export async function navList(asked: Asked): Promise<ExitCode> {
  const out = textOf(asked, 'out');
  if (out !== undefined) {
    const path = inRun(asked, '/nav/export');
    return saveWorkbook(asked, await call(asked, { path, body: areaIn(asked) }, workbook), out);
  }
  const query = new URLSearchParams(areaIn(asked));
  const meeting = textOf(asked, 'meeting');
  if (meeting !== undefined) query.set('meeting', meeting);
  const answered = await call(asked, { path: inRun(asked, `/nav?${query}`) }, navListWire);
  return show(asked, answered, (found) =>
    found.area === undefined
      ? aligned(
          [],
          found.areas.map(({ kind, id, name }) => [word(asked, `area.${kind}`), id, name]),
        )
      : [
          ...found.rows.flatMap((row) => [
            [
              row.caseId,
              row.name,
              row.mobile ?? '–',
              row.toCheck.map((what) => word(asked, `check.${what}`)).join(', '),
            ].join('  '),
            ...(row.entry === undefined
              ? []
              : [`    ${dayIn(asked, row.entry.on)} ${word(asked, `found.${row.entry.found}`)}`]),
            ...(row.proposal === undefined
              ? []
              : [
                  `    ${row.proposal.code}: ${word(asked, `verdict.${row.proposal.verdict}`)}. ${row.proposal.why.join(' ')}`,
                ]),
          ]),
          asked.t('nav.count', { n: found.rows.length }),
          ...(found.hidden > 0 ? [asked.t('queues.hidden', { n: found.hidden })] : []),
        ],
  );
}

export async function navMeeting(asked: Asked): Promise<ExitCode> {
  const on = textOf(asked, 'on');
  const body = {
    ...areaIn(asked),
    tookPart: listOf(asked, 'tookPart'),
    ...(on === undefined ? {} : { on }),
    ...dryRunIn(asked),
  };
  const answered = await call(asked, { path: inRun(asked, '/nav/meetings'), body }, opened);
  return show(asked, answered, ({ meetingId }) => [
    isSet(asked, 'dryRun') ? asked.t('run.wouldDo') : asked.t('nav.opened', { id: meetingId }),
  ]);
}

export async function navEnter(asked: Asked): Promise<ExitCode> {
  const [meeting = '', id = ''] = asked.args;
  const [mobile, street] = [textOf(asked, 'mobile'), textOf(asked, 'street')];
  const body = {
    found: textOf(asked, 'found'),
    runBy: listOf(asked, 'runBy'),
    ...(mobile === undefined ? {} : { mobile }),
    ...(street === undefined
      ? {}
      : { address: { street, postcode: textOf(asked, 'postcode') ?? '', place: textOf(asked, 'place') ?? '' } }),
    ...dryRunIn(asked),
  };
  const path = inRun(asked, `/nav/meetings/${encodeURIComponent(meeting)}/youths/${encodeURIComponent(id)}`);
  return show(asked, await call(asked, { path, body }, done), () => [
    asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'nav.entered'),
  ]);
}

export async function listDoubles(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  return show(asked, await call(asked, { path: inRun(asked, '/doubles') }, doubles), (found) => [
    t('doubles.pairs', { n: found.pairs.length }),
    ...found.pairs.flatMap(({ one, other, band, score, agrees, disagrees }) => [
      `  ${one.caseId}  ${other.caseId}  ${one.name} / ${other.name}  ${word(asked, `band.${band}`)} ${score}`,
      `    + ${agrees.map((field) => word(asked, `field.${field}`)).join(', ')}`,
      `    - ${disagrees.map((field) => word(asked, `field.${field}`)).join(', ')}`,
    ]),
    t('doubles.merges', { n: found.merges.length }),
    ...found.merges.map(({ mergeId, caseId, name }) => `  ${mergeId}  ${caseId}  ${name}`),
    t('doubles.across', { n: found.across.length }),
    ...aligned(
      [],
      found.across.map(({ caseId, name, code, why }) => [
        `  ${caseId}`,
        name,
        code ?? '',
        word(asked, `across.${why}`),
      ]),
    ),
    ...(found.hidden > 0 ? [t('queues.hidden', { n: found.hidden })] : []),
  ]);
}

export async function searchDoubles(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: inRun(asked, '/doubles/search'), body: {} }, searched);
  return show(asked, answered, (found) => [asked.t('doubles.searched', { n: found.youths, pairs: found.pairs })]);
}

const pairIn = (asked: Asked) => ({ keep: asked.args[0] ?? '', away: asked.args[1] ?? '', ...dryRunIn(asked) });

export async function mergeDoubles(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: inRun(asked, '/doubles/merge'), body: pairIn(asked) }, merged);
  return show(asked, answered, ({ mergeId, status }) => [
    isSet(asked, 'dryRun') ? asked.t('run.wouldDo') : asked.t('doubles.merged', { id: mergeId }),
    asked.t('doubles.stands', { which: word(asked, `stands.${status.stands}`) }),
  ]);
}

export async function keepApart(asked: Asked): Promise<ExitCode> {
  const answered = await call(asked, { path: inRun(asked, '/doubles/apart'), body: pairIn(asked) }, z.object({}));
  return show(asked, answered, () => [asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'doubles.apart')]);
}

export async function undoMerge(asked: Asked): Promise<ExitCode> {
  const path = inRun(asked, `/doubles/merges/${encodeURIComponent(asked.args[0] ?? '')}/undo`);
  return show(asked, await call(asked, { path, body: dryRunIn(asked) }, done), () => [
    asked.t(isSet(asked, 'dryRun') ? 'run.wouldDo' : 'doubles.parted'),
  ]);
}

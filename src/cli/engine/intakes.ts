import { stat } from 'node:fs/promises';
import type { z } from 'zod';
import { done } from '#api/wire/basic.ts';
import { intakes, preview, received } from '#api/wire/intake.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, numberOf, stop, type Trouble, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { startProgress } from '../progress.ts';
import { readInput } from '../read-input.ts';
import { knows } from '../words.ts';
import { actOnEach, dryRunIn } from './act.ts';
import { type Answered, call, inRun, show } from './call.ts';
import { columnsIn } from './list-columns.ts';
import { statusOf } from './runs.ts';
import { dayIn } from './said.ts';

type Preview = z.output<typeof preview>;

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const names = ['id', 'file', 'received', 'by', 'state', 'create', 'change', 'gone'] as const;
  return show(asked, await call(asked, { path: inRun(asked, '/intakes') }, intakes), ({ earlier }) =>
    aligned(
      names.map((name) => t(`head.${name}`)),
      earlier.map((one) => [
        ...[one.intakeId, one.file, dayIn(asked, one.received), one.by ?? '', stateIn(asked, one.state)],
        ...[one.counts.create, one.counts.change, one.counts.gone].map(String),
      ]),
    ),
  );
}

/** A file is received and planned, and changes nothing; an id is one that was received before. */
export async function showPreview(asked: Asked): Promise<ExitCode> {
  const named = await intakeNamed(asked, asked.args[0] ?? '-');
  if (!named.ok) return stop(asked, named.trouble);
  return show(asked, await look(asked, named.value.id), (found) => linesOf(asked, found));
}

export const approve = (asked: Asked): Promise<ExitCode> => act(asked, 'approve', 'receipt.approved');
export const reject = (asked: Asked): Promise<ExitCode> => act(asked, 'reject', 'receipt.rejected');

const act = (asked: Asked, verb: string, receipt: 'receipt.approved' | 'receipt.rejected'): Promise<ExitCode> =>
  actOnEach(
    asked,
    asked.args,
    (id) => ({ path: inRun(asked, `/intakes/${encodeURIComponent(id)}/${verb}`), body: dryRunIn(asked) }),
    receipt,
  );

/** Applies a list as one act; with `--wait` until the engine has opened every case. */
export async function apply(asked: Asked): Promise<ExitCode> {
  const named = await intakeNamed(asked, asked.args[0] ?? '-');
  if (!named.ok) return stop(asked, named.trouble);
  const { id, isApplied } = named.value;
  if (isSet(asked, 'dryRun')) return show(asked, await look(asked, id), (found) => linesOf(asked, found));
  // The same file twice does nothing, and that is no failure.
  if (isApplied) return show(asked, await look(asked, id), () => [asked.t('intake.appliedBefore', { id })]);
  const settled = await actAndSettle(asked, id, 'apply', 'applied');
  if (!settled.ok) {
    const exit = stop(asked, settled.trouble);
    if (settled.trouble.code === 'intake.needsApproval') asked.say(asked.t('intake.howToApprove', { id }));
    return exit;
  }
  if (isSet(asked, 'wait')) {
    const trouble = await opened(asked);
    if (trouble) return stop(asked, trouble);
  }
  return show(asked, settled, ({ counts }) => [asked.t('intake.applied', { id, ...counts })]);
}

export async function undo(asked: Asked): Promise<ExitCode> {
  const id = asked.args[0] ?? '';
  const before = await look(asked, id);
  if (!before.ok) return stop(asked, before.trouble);
  const { keptByUndo } = before.value;
  if (isSet(asked, 'dryRun')) return show(asked, before, () => [asked.t('intake.wouldUndo', { kept: keptByUndo })]);
  const settled = await actAndSettle(asked, id, 'undo', 'undone');
  return show(asked, settled, () => [asked.t('intake.undone', { id, kept: keptByUndo })]);
}

interface Named {
  readonly id: string;
  /** The very same file was received and applied before. */
  readonly isApplied: boolean;
}

/** What is on disk is received; anything else is the id of what was. */
async function intakeNamed(asked: Asked, name: string): Promise<Answered<Named>> {
  const isFile = name === '-' || (await stat(name).catch(() => undefined)) !== undefined || /[./\\]/.test(name);
  if (!isFile) return { ok: true, value: { id: name, isApplied: false } };
  const columns = columnsIn(asked);
  if (typeof columns === 'string') return { ok: false, trouble: notAColumn(asked, columns) };
  const input = await readInput(asked, name);
  if (!input.ok) return input;
  const sheet = textOf(asked, 'sheet');
  const words = {
    'x-list-columns': JSON.stringify(columns),
    ...(sheet === undefined ? {} : { 'x-list-sheet': sheet }),
  };
  const declared = numberOf(asked, 'declared');
  const path = inRun(asked, declared === undefined ? '/intakes' : `/intakes?declared=${declared}`);
  const answered = await call(asked, { path, file: input, words }, received);
  if (!answered.ok) return answered;
  const { intakeId, already, state } = answered.value;
  asked.say(asked.t(already ? 'intake.already' : 'intake.received', { id: intakeId }));
  return { ok: true, value: { id: intakeId, isApplied: already && state === 'applied' } };
}

const notAColumn = (asked: Asked, text: string): Trouble => ({
  exit: exitCodes.usage,
  code: 'cli.check.badColumn',
  text: asked.t('check.badColumn', { text }),
});

function look(asked: Asked, id: string): Promise<Answered<Preview>> {
  const query = new URLSearchParams();
  const [kind, page] = [textOf(asked, 'show'), numberOf(asked, 'page')];
  if (kind !== undefined) query.set('show', kind);
  if (page !== undefined) query.set('page', String(page));
  return call(asked, { path: inRun(asked, `/intakes/${encodeURIComponent(id)}?${query}`) }, preview);
}

const askEvery = 250;
const patience = 120_000;
const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The engine carries the list out; the answer is the intake once it has come so far. */
async function actAndSettle(
  asked: Asked,
  id: string,
  verb: 'apply' | 'undo',
  wanted: string,
): Promise<Answered<Preview>> {
  const told = await call(asked, { path: inRun(asked, `/intakes/${encodeURIComponent(id)}/${verb}`), body: {} }, done);
  if (!told.ok) return told;
  const end = Date.now() + patience;
  for (;;) {
    // The heads alone: looking at the rows is a read of persons, and is logged each time.
    const heads = await call(asked, { path: inRun(asked, '/intakes') }, intakes);
    if (!heads.ok) return heads;
    if (heads.value.earlier.some((one) => one.intakeId === id && one.state === wanted)) return look(asked, id);
    if (Date.now() > end) return { ok: false, trouble: tooLate(asked, 'intake.notSettled') };
    await rest(askEvery);
  }
}

const tooLate = (asked: Asked, key: 'intake.notSettled' | 'intake.notOpened'): Trouble => ({
  exit: exitCodes.tooLate,
  code: `cli.${key}`,
  text: asked.t(key),
});

/** Waits until every case of the run has its workflow; gives up only when nothing moves any more. */
async function opened(asked: Asked): Promise<Trouble | undefined> {
  const progress = startProgress(asked, asked.t('intake.progress'));
  let most = -1;
  let moved = Date.now();
  try {
    for (;;) {
      const found = await statusOf(asked);
      if (!found.ok) return found.trouble;
      const { opened: soFar, cases } = found.value.opening;
      progress.at(soFar, cases);
      if (soFar >= cases) return undefined;
      if (soFar > most) [most, moved] = [soFar, Date.now()];
      if (Date.now() - moved > patience) return tooLate(asked, 'intake.notOpened');
      await rest(askEvery);
    }
  } finally {
    progress.end();
  }
}

function linesOf(asked: Asked, found: Preview): readonly string[] {
  const { t } = asked;
  return [
    t('intake.head', {
      id: found.intakeId,
      file: found.file,
      format: found.format,
      state: stateIn(asked, found.state),
    }),
    t('intake.counts', found.counts),
    ...found.refusals.map(({ text }) => `- ${text}`),
    ...found.concerns.map(({ text }) => `! ${text}`),
    ...(found.rows.length + found.faults.length > 0
      ? ['', t('intake.shown', { kind: t(`kind.${found.shown}`), page: found.page })]
      : []),
    ...found.faults.map(({ row, column, found: stood, wanted }) =>
      t('intake.fault', { row, column, found: stood, wanted }),
    ),
    ...aligned(
      [],
      found.rows.map(({ row, name, unit, fields }) => [
        `  ${row ?? ''}`,
        name,
        unit ?? '',
        fields.map(({ field, from, to }) => `${field}: ${from ?? '–'} → ${to ?? '–'}`).join('; '),
      ]),
    ),
  ];
}

function stateIn({ t }: Asked, state: string): string {
  const key = `intakeState.${state}`;
  return knows(key) ? t(key) : state;
}

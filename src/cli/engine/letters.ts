import { writeFile } from 'node:fs/promises';
import * as wire from '#api/wire/letters.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, stop, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { readInput } from '../read-input.ts';
import { dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { jsonIn } from './json-file.ts';
import { dayIn, momentIn } from './said.ts';

/** Who must be mended before letters go that day. */
export async function check(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const path = inRun(asked, `/letters/check${query({ on: textOf(asked, 'on'), template: textOf(asked, 'template') })}`);
  return show(asked, await call(asked, { path }, wire.check), ({ on, letters, copies, faults, emptyFields }) => [
    t('letters.counts', { letters, copies, on: dayIn(asked, on) }),
    ...emptyFields.map(({ field, count }) => t('letters.empty', { field, count })),
    ...(faults.length === 0
      ? [t('letters.noFaults')]
      : aligned(
          [t('head.name'), t('head.unit'), t('head.addressee'), t('head.fault'), t('head.id')],
          faults.map((row) => [
            ...[row.name, row.unit, row.addressee],
            row.why === 'address'
              ? row.faults.map(({ code, facts }) => t(`fault.${code}`, facts)).join(', ')
              : t(`why.${row.why}`),
            row.caseId,
          ]),
        )),
  ]);
}

/** Whom nothing goes to by itself. Why is not said. */
export async function manual(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const path = inRun(asked, `/letters/manual${query({ on: textOf(asked, 'on') })}`);
  return show(asked, await call(asked, { path }, wire.manual), ({ rows }) =>
    rows.length === 0
      ? [t('letters.noManual')]
      : aligned(
          [t('head.name'), t('head.unit'), t('head.addressee'), t('head.id')],
          rows.map((row) => [row.name, row.unit, t(`letters.to.${row.to}`), row.caseId]),
        ),
  );
}

/** What waits for the printer, and what was printed before. */
export async function batches(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const answered = await call(asked, { path: inRun(asked, '/letters/batches') }, wire.printPile);
  return show(asked, answered, ({ waiting, batches: made }) => [
    t('letters.waiting', { letters: waiting }),
    ...aligned(
      made.length === 0 ? [] : [t('head.printed'), t('head.by'), t('head.letters'), t('head.pages'), t('head.id')],
      made.map(({ madeAt, madeBy = '', letters, pages, batchId }) => [
        ...[momentIn(asked, madeAt), madeBy, String(letters), String(pages), batchId],
      ]),
    ),
  ]);
}

/** Writes what waits for the printer into a file. */
export async function print(asked: Asked): Promise<ExitCode> {
  const { t, args } = asked;
  const body = args[0] === undefined ? {} : { batch: args[0] };
  const answered = await call(asked, { path: inRun(asked, '/letters/print'), body }, wire.printed);
  const file = textOf(asked, 'to') ?? '';
  if (answered.ok) await writeFile(file, Buffer.from(answered.value.pdf, 'base64'), { mode: 0o600 });
  const told = answered.ok ? { ok: true as const, value: { ...answered.value, pdf: file } } : answered;
  return show(asked, told, ({ batchId, letters, pages, withdrawn }) => [
    t('letters.printed', { letters, pages, file, batch: batchId }),
    ...(withdrawn > 0 ? [t('letters.withdrawn', { count: withdrawn })] : []),
  ]);
}

export async function returned(asked: Asked): Promise<ExitCode> {
  const { t, args } = asked;
  const body = { key: args[0] ?? '', ...dryRunIn(asked) };
  const answered = await call(asked, { path: inRun(asked, '/mail/returned'), body }, wire.returned);
  return show(asked, answered, ({ isNew, addressee, caseId }) => {
    if (isSet(asked, 'dryRun')) return [t('receipt.wouldDo', { id: caseId })];
    if (!isNew) return [t('mail.already')];
    return [t(addressee === 'youth' ? 'mail.registered' : 'mail.registeredCopy')];
  });
}

export async function loadPostcodes(asked: Asked): Promise<ExitCode> {
  const input = await readInput(asked, asked.args[0] ?? '-');
  if (!input.ok) return stop(asked, input.trouble);
  const file = { bytes: input.bytes, name: input.name };
  return show(asked, await call(asked, { path: inRun(asked, '/postcodes'), file }, wire.postcodesRead), ({ rows }) => [
    asked.t('postcode.loaded', { rows }),
  ]);
}

export async function setLetterhead(asked: Asked): Promise<ExitCode> {
  const head = await jsonIn(asked, asked.args[0] ?? '-');
  if (!head.ok) return stop(asked, head.trouble);
  const unit = textOf(asked, 'unit');
  const path = inRun(asked, unit === undefined ? '/letterhead' : '/letterhead/office');
  const body = { ...head.value, ...(unit === undefined ? {} : { unit }), ...dryRunIn(asked) };
  return show(asked, await call(asked, { path, body }, wire.headWritten), () => [asked.t('letterhead.written')]);
}

function query(said: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

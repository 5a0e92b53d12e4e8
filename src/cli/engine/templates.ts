import { writeFile } from 'node:fs/promises';
import * as wire from '#api/wire/letters.ts';
import { sendingTexts } from '#texts/sending.ts';
import { aligned } from '../align.ts';
import { type Asked, numberOf, stop, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';
import { jsonIn } from './json-file.ts';
import { dayIn } from './said.ts';

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  return show(asked, await call(asked, { path: inRun(asked, '/templates') }, wire.templates), ({ templates }) =>
    aligned(
      [t('head.id'), t('head.version'), t('head.channel'), t('head.title'), t('head.made')],
      templates.map((one) => [
        ...[
          one.templateId,
          String(one.version),
          sendingTexts.speak(asked.language, `channel.${one.channel}`),
          one.name,
        ],
        one.madeOn === undefined ? t('template.standard') : `${dayIn(asked, one.madeOn)} ${one.madeBy ?? ''}`,
      ]),
    ),
  );
}

/** With `--json`, `texts` of the answer is what `template save` takes. */
export async function showOne(asked: Asked): Promise<ExitCode> {
  const version = numberOf(asked, 'versionNo');
  const path = inRun(
    asked,
    `/templates/${encodeURIComponent(asked.args[0] ?? '')}${version === undefined ? '' : `?version=${version}`}`,
  );
  return show(asked, await call(asked, { path }, wire.template), ({ name, version: number, texts }) => [
    `${name} (${number})`,
    ...Object.entries(texts).flatMap(([language, text]) =>
      text === undefined
        ? []
        : ['', `[${language}]`, ...[text.title, text.copyIntro, text.body].filter((part) => part !== '')],
    ),
  ]);
}

export async function save(asked: Asked): Promise<ExitCode> {
  const { t, args } = asked;
  const texts = await jsonIn(asked, textOf(asked, 'texts') ?? '-');
  if (!texts.ok) return stop(asked, texts.trouble);
  const body = {
    ...{ templateId: args[0] ?? '', channel: textOf(asked, 'channel'), name: textOf(asked, 'name') },
    ...{ texts: texts.value, ...dryRunIn(asked) },
  };
  return show(asked, await call(asked, { path: inRun(asked, '/templates'), body }, wire.kept), (kept) => [
    kept.version === 0
      ? t('template.tried', { id: kept.templateId })
      : t('template.saved', { id: kept.templateId, version: kept.version }),
    ...kept.warnings.map(({ language, part, line, found }) => t('template.warns', { language, part, line, found })),
  ]);
}

/** The words on stdout; the letter as it prints into the file named. */
export async function preview(asked: Asked): Promise<ExitCode> {
  const [templateId = '', caseId = ''] = asked.args;
  const given = { addressee: textOf(asked, 'addressee'), language: textOf(asked, 'language') };
  const body = { templateId, caseId, version: numberOf(asked, 'versionNo'), ...given };
  const answered = await call(asked, { path: inRun(asked, '/letters/preview'), body }, wire.preview);
  const file = textOf(asked, 'to');
  if (answered.ok && file !== undefined && answered.value.pdf !== undefined)
    await writeFile(file, Buffer.from(answered.value.pdf, 'base64'), { mode: 0o600 });
  return show(asked, answered, ({ text }) => [text]);
}

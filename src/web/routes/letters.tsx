import { parseDay } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { type Language, languages } from '#domain/language.ts';
import { type MessageText, type MessageTexts, textParts } from '#domain/message/template.ts';
import type { TemplateAnswer } from '#views/answers/letters.ts';
import {
  type AskedInRun,
  commandOf,
  go,
  letterFile,
  notFound,
  one,
  refusedWith,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { MailingPage } from '../pages/letters/mailing-page.tsx';
import type { TypedTemplate } from '../pages/letters/template-form.tsx';
import { TemplatePage } from '../pages/letters/template-page.tsx';
import { TemplatesPage } from '../pages/letters/templates-page.tsx';
import type { Tried } from '../pages/letters/tried-on.tsx';
import { lettersWords } from '../pages/letters/words.ts';
import { paths } from '../paths.ts';

export async function templates({ c, needs, actor }: AskedInRun): Promise<Shown> {
  return show(<TemplatesPage c={c} found={await needs.views.letters.templates(actor)} />);
}

export async function template(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  if (!found) return notFound;
  const { tried, seen } = await tryOn(asked, found);
  const mayMake = asked.c.may('templates.make');
  return show(
    <TemplatePage c={asked.c} template={found} mayMake={mayMake} typed={asTyped(found)} tried={tried} />,
    seen,
  );
}

function look({ needs, params, query }: AskedInRun): Promise<TemplateAnswer | undefined> {
  const version = Number(one(query, 'version') ?? Number.NaN);
  return needs.views.letters.template(params.template ?? '', Number.isInteger(version) ? version : undefined);
}

/** Saved as a new version, or only looked at; what was typed stands either way. */
export async function keepTemplate(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body } = asked;
  const found = await look(asked);
  if (!found) return notFound;
  const typed = typedIn(asked);
  const saves = one(body, 'act') === 'save';
  const kept = await needs.desk.letters.keepTemplate(actor, {
    commandId: commandOf(asked),
    templateId: found.templateId,
    channel: found.channel,
    name: typed.name === '' ? found.name : typed.name,
    texts: textsOf(typed),
    ...(saves ? {} : { dryRun: true }),
  });
  if (kept.ok && saves)
    return go(paths.template(found.templateId), lettersWords(c.language)('template.kept', { n: kept.value.version }));
  const { tried, seen } = await tryOn(asked, found);
  return showAgain(
    <TemplatePage
      c={c}
      template={found}
      mayMake
      typed={typed}
      tried={tried}
      refusals={kept.ok ? [] : kept.refusals}
      warnings={kept.ok ? kept.value.warnings : undefined}
    />,
    seen,
  );
}

const blank: MessageText = { title: '', body: '', copyIntro: '' };
const byLanguage = (textIn: (language: Language) => MessageText): TypedTemplate['texts'] => ({
  nb: textIn('nb'),
  nn: textIn('nn'),
  en: textIn('en'),
});

const asTyped = ({ name, texts }: TemplateAnswer): TypedTemplate => ({
  name,
  texts: byLanguage((language) => texts[language] ?? blank),
});

const typedIn = ({ body }: AskedInRun): TypedTemplate => ({
  name: one(body, 'name')?.slice(0, 80) ?? '',
  texts: byLanguage((language) => ({
    title: one(body, `${language}.title`) ?? '',
    body: one(body, `${language}.body`) ?? '',
    copyIntro: one(body, `${language}.copyIntro`) ?? '',
  })),
});

/** A language with nothing in it is not in the template. */
const textsOf = ({ texts }: TypedTemplate): MessageTexts =>
  Object.fromEntries(
    languages
      .filter((language) => textParts.some((part) => texts[language][part] !== ''))
      .map((language) => [language, texts[language]]),
  );

/** The kept version on the nth of those the reader sees in the list of all. */
async function tryOn({ needs, actor, run, query }: AskedInRun, { templateId, version }: TemplateAnswer) {
  const asked = Math.max(1, Math.trunc(Number(one(query, 'nth') ?? 1)) || 1);
  const size = 50;
  const list = await needs.views.youths(
    actor,
    run.runId,
    { list: 'all', page: Math.ceil(asked / size) },
    undefined,
    run.today,
  );
  // Nothing is made for somebody protected, so they are not looked at either: the next one is.
  const row = list.rows.slice((asked - 1) % size).find((one) => !one.protected);
  const none: Tried = { nth: asked, of: list.total, on: undefined };
  if (!row) return { tried: none, seen: [] };
  const made = await needs.desk.letters.preview(actor, {
    runId: run.runId,
    caseId: row.caseId,
    addressee: 'youth',
    templateId,
    version,
  });
  const shown = made.ok
    ? { text: made.value.text, pages: made.value.channel === 'letter' ? made.value.pages : undefined, refusals: [] }
    : { text: undefined, pages: undefined, refusals: made.refusals };
  const tried: Tried = { ...none, on: { caseId: row.caseId, name: row.name, ...shown } };
  return { tried, seen: [row.caseId] };
}

/** The letter as it will print, for one youth. */
export async function templatePages({ needs, actor, run, params }: AskedInRun): Promise<Shown> {
  const made = await needs.desk.letters.preview(actor, {
    runId: run.runId,
    caseId: params.case ?? '',
    addressee: 'youth',
    templateId: params.template ?? '',
    version: Number(params.version),
  });
  if (!made.ok) return refusedWith(made.refusals);
  if (made.value.channel !== 'letter') return notFound;
  return letterFile('preview', made.value.pdf, [caseId(params.case ?? '')]);
}

export async function mailing({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const on = parseDay(one(query, 'on') ?? '') ?? run.today;
  const [check, manual, pile] = await Promise.all([
    needs.views.letters.check(actor, run.runId, on, 'standard-letter'),
    needs.views.letters.manual(actor, run.runId, on),
    needs.views.letters.printPile(actor, run.runId),
  ]);
  return show(<MailingPage c={c} check={check} manual={manual} pile={pile} />, [
    ...check.faults.map((row) => row.caseId),
    ...manual.rows.map((row) => row.caseId),
  ]);
}

export async function printLetters(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, body } = asked;
  const before = one(body, 'batch');
  const printed = await needs.desk.letters.print(actor, {
    commandId: commandOf(asked),
    runId: run.runId,
    language: c.language,
    ...(before === undefined ? {} : { batchId: before }),
  });
  if (!printed.ok) return refusedWith(printed.refusals);
  const { pdf, batchId, cases } = printed.value;
  return letterFile(`${lettersWords(c.language)('print.file')}-${batchId}`, pdf, cases.map(caseId));
}

export async function returnedMail(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body } = asked;
  const t = lettersWords(c.language);
  const noted = await needs.desk.letters.returned(actor, {
    commandId: commandOf(asked),
    key: one(body, 'key') ?? '',
  });
  if (!noted.ok) return refusedWith(noted.refusals);
  return go(paths.mailing(), t(noted.value.isNew ? 'returned.done' : 'returned.known'));
}

import type { Language } from '../language.ts';
import { type Refusal, refused } from '../outcome.ts';
import { type FieldValues, type MessageField, messageFields } from './field.ts';
import { fieldsIn, type MarkupFault, readMarkup } from './markup.ts';
import { revealingWords } from './revealing.ts';

export const templateChannels = ['letter', 'sms'] as const;
export type TemplateChannel = (typeof templateChannels)[number];

/** The text of one language. An SMS has a body only; a letter has a title, and a first paragraph for guardians' copies. */
export interface MessageText {
  readonly title: string;
  readonly body: string;
  readonly copyIntro: string;
}
export type MessageTexts = Readonly<Partial<Record<Language, MessageText>>>;

/** One version of a template. A version is never edited: what was sent can always be read as it was. */
export interface MessageTemplate {
  readonly templateId: string;
  readonly version: number;
  readonly channel: TemplateChannel;
  readonly name: string;
  readonly texts: MessageTexts;
}

export const textParts = ['title', 'body', 'copyIntro'] as const;
export type TextPart = (typeof textParts)[number];

/** A fault in a template, and in which text it stands. */
export interface TemplateFault {
  readonly code: MarkupFault['code'] | 'empty' | 'no-language' | 'revealing' | 'blocks-in-title';
  readonly language: Language;
  readonly part: TextPart;
  readonly line: number;
  readonly found: string;
}

/** Forms a county must be able to answer in (Språklova: the form the person writes). English is extra. */
const wantedLanguages = ['nb', 'nn'] as const;

/** Everything wrong in a template's texts. `revealing` is for a person to look at; all else stops the template. */
export function faultsOfTemplate({
  channel,
  texts,
}: Pick<MessageTemplate, 'channel' | 'texts'>): readonly TemplateFault[] {
  const missing = wantedLanguages
    .filter((language) => texts[language] === undefined)
    .map((language): TemplateFault => ({ code: 'no-language', language, part: 'body', line: 0, found: '' }));
  const inTexts = Object.entries(texts).flatMap(([language, text]) =>
    // `as`: the keys of the texts are languages.
    partsOf(channel).flatMap((part) => faultsIn(language as Language, part, text[part])),
  );
  return [...missing, ...inTexts];
}

/** The faults that stop a template from being kept. */
export const stopsTemplate = ({ code }: Pick<TemplateFault, 'code'>): boolean => code !== 'revealing';

const partsOf = (channel: TemplateChannel): readonly TextPart[] => (channel === 'sms' ? ['body'] : textParts);

function faultsIn(language: Language, part: TextPart, text: string): readonly TemplateFault[] {
  const at = { language, part };
  if (text.trim() === '') return [{ ...at, code: 'empty', line: 0, found: '' }];
  const { blocks, faults } = readMarkup(text);
  const oneLine = part === 'title' && (blocks.length > 1 || blocks[0]?.kind !== 'paragraph');
  return [
    ...faults.map((fault) => ({ ...at, ...fault })),
    ...(oneLine ? [{ ...at, code: 'blocks-in-title' as const, line: 1, found: text.slice(0, 40) }] : []),
    ...revealingWords(text).map(({ word, line }) => ({ ...at, code: 'revealing' as const, line, found: word })),
  ];
}

/** How many recipients would get an empty place, by field: looked at before a sending is approved. */
export function emptyFields(
  template: Pick<MessageTemplate, 'channel' | 'texts'>,
  recipients: Iterable<{ readonly language: Language; readonly values: FieldValues }>,
): ReadonlyMap<MessageField, number> {
  const used = new Map(
    Object.entries(template.texts).map(([language, text]) => [
      language,
      new Set(partsOf(template.channel).flatMap((part) => fieldsIn(readMarkup(text[part]).blocks))),
    ]),
  );
  const counts = new Map<MessageField, number>();
  for (const { language, values } of recipients) {
    for (const field of messageFields) {
      if (values[field].trim() === '' && used.get(language)?.has(field))
        counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  return counts;
}

/** The faults as refusals: a template that has some is not kept. */
export const refuseTemplate = (faults: readonly TemplateFault[]) =>
  refused(
    ...faults.filter(stopsTemplate).map(
      ({ code, language, part, line, found }): Refusal => ({
        code: `template.${code}`,
        facts: { language, part, line, found },
      }),
    ),
  );

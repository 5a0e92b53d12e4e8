import { type Language, languages } from '#domain/language.ts';
import { fieldNamed, fieldWord } from '#domain/message/field.ts';
import type { MessageTemplate, MessageTexts, TemplateChannel } from '#domain/message/template.ts';
import en from '#texts/en/messages.json' with { type: 'json' };
import nb from '#texts/nb/messages.json' with { type: 'json' };
import nn from '#texts/nn/messages.json' with { type: 'json' };

const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = { nb, nn, en };

/** What a county starts from; its own versions come after these. None of them says why somebody is written to. */
export const standardTemplates: readonly MessageTemplate[] = [
  standard('standard-letter', 'letter'),
  standard('sms', 'sms'),
  standard('sms-2', 'sms'),
];

function standard(templateId: string, channel: TemplateChannel): MessageTemplate {
  return { templateId, version: 1, channel, name: textOf('nn', templateId, 'name'), texts: textsOf(templateId) };
}

function textsOf(templateId: string): MessageTexts {
  const inLanguage = (language: Language) => ({
    title: textOf(language, templateId, 'title'),
    body: textOf(language, templateId, 'body'),
    copyIntro: textOf(language, templateId, 'copyIntro'),
  });
  return Object.fromEntries(languages.map((language) => [language, inLanguage(language)]));
}

/** The fields in the words of the text's own language, as whoever edits it will write them. */
function textOf(language: Language, templateId: string, part: string): string {
  return (words[language][`${templateId}.${part}`] ?? '').replaceAll(/\{(\w+)\}/g, (hole, word: string) => {
    const field = fieldNamed(word);
    return field ? `{${fieldWord(field, language)}}` : hole;
  });
}

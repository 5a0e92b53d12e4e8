import type { Language } from '../language.ts';

/** What a template may ask for. Nothing here tells why somebody is written to. */
export const messageFields = [
  'name',
  'firstName',
  'office',
  'officePhone',
  'officeEmail',
  'adviser',
  'county',
  'schoolYear',
  'date',
  'replyBy',
] as const;
export type MessageField = (typeof messageFields)[number];

/** The values one recipient has; an empty text where nothing is known. */
export type FieldValues = Readonly<Record<MessageField, string>>;

/** How a field is written in a template: the word of the template's language, or of another, or the English name. */
const words: Readonly<Record<MessageField, Readonly<Record<Language, string>>>> = {
  name: { nb: 'navn', nn: 'namn', en: 'name' },
  firstName: { nb: 'fornavn', nn: 'fornamn', en: 'firstName' },
  office: { nb: 'kontor', nn: 'kontor', en: 'office' },
  officePhone: { nb: 'telefon', nn: 'telefon', en: 'officePhone' },
  officeEmail: { nb: 'epost', nn: 'epost', en: 'officeEmail' },
  adviser: { nb: 'rådgiver', nn: 'rådgivar', en: 'adviser' },
  county: { nb: 'fylke', nn: 'fylke', en: 'county' },
  schoolYear: { nb: 'skoleår', nn: 'skuleår', en: 'schoolYear' },
  date: { nb: 'dato', nn: 'dato', en: 'date' },
  replyBy: { nb: 'svarfrist', nn: 'svarfrist', en: 'replyBy' },
};

const byWord: ReadonlyMap<string, MessageField> = new Map(
  messageFields.flatMap((field) => Object.values(words[field]).map((word) => [word.toLowerCase(), field] as const)),
);

/** The field a word in braces stands for; undefined when there is none of that name. */
export const fieldNamed = (word: string): MessageField | undefined => byWord.get(word.trim().toLowerCase());

/** The word a field is written with in that language. */
export const fieldWord = (field: MessageField, language: Language): string => words[field][language];

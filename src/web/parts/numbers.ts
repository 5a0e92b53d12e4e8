import type { Language } from '#domain/language.ts';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const whole = {
  nb: new Intl.NumberFormat(locales.nb),
  nn: new Intl.NumberFormat(locales.nn),
  en: new Intl.NumberFormat(locales.en),
} as const;
const share = {
  nb: new Intl.NumberFormat(locales.nb, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  nn: new Intl.NumberFormat(locales.nn, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat(locales.en, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
} as const;

/** `1 141` in Norwegian, `1,141` in English. */
export const number = (language: Language, n: number): string => whole[language].format(n);

/** `20,6 %`; an empty whole has no share. */
export const percent = (language: Language, part: number, of: number): string =>
  of === 0 ? '–' : share[language].format(part / of);

/** `manglar Havneby og Sandeidet`: names with the language's own «and». */
export const listed = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);

/** A title inside a sentence: «Møte med Nav» becomes «møte med Nav», «OTUK-lista» stays. */
export const insideSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;

import type { Language } from '#domain/language.ts';
import en from '#texts/en/letters.json' with { type: 'json' };
import nb from '#texts/nb/letters.json' with { type: 'json' };
import nn from '#texts/nn/letters.json' with { type: 'json' };
import { type Facts, speakers } from '#texts/text.ts';

const { speak, knows } = speakers({ nb, nn, en });
type LetterWord = keyof typeof nb;

/** The letters' own words in one language. */
export const lettersIn =
  (language: Language) =>
  (key: LetterWord, facts?: Facts): string =>
    speak(language, key, facts);

/** The words of a box on the reply form. A box without words would be a hole in a letter: it stops the making. */
export function boxWords(language: Language, question: string, choice: string): string {
  const key = `form.${question}.${choice}`;
  if (!knows(key)) throw new Error(`the reply form has no words for ${key}`);
  return speak(language, key);
}

import type { Language } from '#domain/language.ts';
import { type Facts, speakers, type Texts } from '#texts/text.ts';

/** Binds one page's texts: `words(language)('key', facts)`. A key that does not exist fails to compile. */
export function wording<Key extends string>(texts: Texts<Key>) {
  const { speak, knows } = speakers(texts);
  const words = (language: Language) => (key: Key, facts?: Facts) => speak(language, key, facts);
  return { words, knows };
}

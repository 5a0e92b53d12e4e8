import type { Finding } from '#domain/coding/decide.ts';
import type { Language } from '#domain/language.ts';
import en from './en/coding.json' with { type: 'json' };
import nb from './nb/coding.json' with { type: 'json' };
import nn from './nn/coding.json' with { type: 'json' };
import { type Facts, speakers } from './text.ts';

const coding = speakers({ nb, nn, en });

/** What one rule says, in words; facts that are ids of ours (`in-school`) are put in words too. */
export function whyOf(language: Language, { id, why, facts }: Pick<Finding, 'id' | 'why' | 'facts'>): string {
  const key = `${id}.${why}`;
  return coding.knows(key) ? coding.speak(language, key, inWords(language, facts)) : key;
}

const inWords = (language: Language, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const key = `value.${String(fact)}`;
      return [name, coding.knows(key) ? coding.speak(language, key) : fact];
    }),
  );

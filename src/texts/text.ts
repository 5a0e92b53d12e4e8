import type { Language } from '#domain/language.ts';

/**
 * One room's texts: flat keys, `{name}` for facts, `{name|day|days}` for the word that goes with one and with all other numbers.
 * Bokmål names the keys; the others must have the same (tested).
 */
export type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Binds a room's three files; a key that does not exist in bokmål fails to compile. */
export function speakers<Key extends string>(texts: Texts<Key>) {
  const speak = (language: Language, key: Key, facts: Facts = {}): string => fill(texts[language][key], facts);
  const knows = (key: string): key is Key => Object.hasOwn(texts.nb, key);
  return { speak, knows };
}

function fill(pattern: string, facts: Facts): string {
  return pattern.replaceAll(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (hole, name: string, one?: string, many?: string) => {
      const fact = facts[name];
      if (many !== undefined) return String(fact) === '1' ? (one ?? '') : many;
      return fact === undefined ? hole : Array.isArray(fact) ? fact.join(', ') : String(fact);
    },
  );
}

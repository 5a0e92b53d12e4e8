import { type Asked, listOf } from '../asked.ts';

/** Heading and field of each column the file's own words are not enough for; the text of one that is no such pair. */
export function columnsIn(asked: Asked): Readonly<Record<string, string>> | string {
  const pairs = listOf(asked, 'columns').map((text) => [text, /^(.+)=([^=]+)$/.exec(text)] as const);
  const wrong = pairs.find(([, found]) => found === null);
  if (wrong) return wrong[0];
  return Object.fromEntries(pairs.map(([, found]) => [found?.[1]?.trim() ?? '', found?.[2]?.trim() ?? '']));
}

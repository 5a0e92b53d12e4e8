import type { PersonName } from './youth-record.ts';

/** Small words that belong to the surname after them. */
const particles: ReadonlySet<string> = new Set(
  'af al av bin bint da dal de del della den der des di dos du el ibn la le van von vom zu zur ter ten'.split(' '),
);

/**
 * Splits a whole name: `Etternavn, Fornavn` at the comma, else the last word (with its particles) is the surname
 * and the first word the first name. A single word is the surname of a person who has only one name.
 */
export function splitName(text: string): PersonName | undefined {
  const [before, ...rest] = tidyName(text).split(',').map(tidyName);
  if (before === undefined || before === '') return undefined;
  const after = tidyName(rest.join(' '));
  if (after !== '') return { first: after, last: before };
  return fromWords(before.split(' '));
}

/** Splits a whole name that has the surname first and no comma, as VIGO's record files write it (domain notes §2.2). */
export function splitSurnameFirst(text: string): PersonName | undefined {
  const words = tidyName(text).split(' ');
  if (text.includes(',')) return splitName(text);
  const surname = words.findIndex((word) => !particles.has(word.toLowerCase()));
  if (surname < 0 || words[0] === '') return undefined;
  return { first: words.slice(surname + 1).join(' '), last: words.slice(0, surname + 1).join(' ') };
}

/** The name as it is spoken and written on a letter: first, middle, last. */
export function fullName(name: PersonName): string {
  return [name.first, name.middle ?? '', name.last].filter((part) => part !== '').join(' ');
}

/** One space between words, composed letters (å as one sign), no space at the ends. */
export function tidyName(text: string): string {
  if (tidy.test(text)) return text;
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
}

/** Words of whole letters with one space between: nearly every name. */
const tidy = /^[\w.,'\u00c0-\u017f-]+(?: [\w.,'\u00c0-\u017f-]+)*$/;

function fromWords(words: readonly string[]): PersonName {
  let last = words.length - 1;
  while (last > 1 && particles.has((words[last - 1] ?? '').toLowerCase())) last -= 1;
  const surname = words.slice(last).join(' ');
  if (last === 0) return { first: '', last: surname };
  const middle = words.slice(1, last).join(' ');
  return { first: words[0] ?? '', ...(middle !== '' && { middle }), last: surname };
}

import type { PersonName } from './youth-record.ts';

/** Letters whose stroke or shape no decomposition takes away. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ŧ: 't',
  ŋ: 'n',
  ß: 'ss',
  œ: 'oe',
};
/** Norwegian sorts these as its own (and ü as y), and its own after z. */
const sortedAs: Readonly<Record<string, string>> = { ä: 'æ', ö: 'ø', ü: 'y' };
const afterZ: Readonly<Record<string, string>> = { æ: '{', ø: '|', å: '}' };

/** A text as it is searched: lower case, accents off, one space between words; æ, ø and å are letters of their own and stay. */
export function searchKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[łđðþŧŋßœ]/g, (letter) => plain[letter] ?? letter)
    .replaceAll(/[^\p{ASCII}æøå]/gu, (letter) => letter.normalize('NFD').replaceAll(/\p{M}+/gu, ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Surname first, such that plain byte order is Norwegian order: the three signs after z stand for æ, ø, å, so that databases
 * with and without a Norwegian collation agree. *aa* is two letters.
 */
export function sortKey({ first, middle, last }: PersonName): string {
  const words = [last, first, middle ?? ''].join(' ').normalize('NFC').toLowerCase();
  const norwegian = words.replaceAll(/[äöü]/g, (letter) => sortedAs[letter] ?? letter);
  return searchKey(norwegian).replaceAll(/[æøå]/g, (letter) => afterZ[letter] ?? letter);
}

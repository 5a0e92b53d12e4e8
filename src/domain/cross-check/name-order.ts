import type { RegisterIndex } from './candidates.ts';
import type { ListedPerson } from './person.ts';
import { type SplitName, surnameLast } from './prepare.ts';
import type { Word } from './word.ts';

/** Rows that are looked at: an office writes all its rows in one order. */
const looked = 500;

/**
 * Finds out in which order a list writes whole names in one column: `Kari Hansen`, or `Hansen Kari` as school systems do.
 * The names of the register, and the common ones, tell which words are first names.
 */
export function splitNameFor(list: readonly ListedPerson[], { lexicon, scales }: RegisterIndex): SplitName {
  // Fewer bits for the same word: more people have it as that name.
  const lean = (word: Word | undefined): number => {
    if (!word) return 0;
    const bits = scales.names.familyBits(word) - scales.names.givenBits(word);
    return Math.sign(bits) + (word.isCommonGivenName ? 1 : 0);
  };
  let votes = 0;
  for (const { fullName } of list.slice(0, looked)) {
    if (fullName === undefined || fullName.includes(',')) continue;
    const words = lexicon.words(fullName);
    if (words.length > 1) votes += Math.sign(lean(words[0]) - lean(words[1]));
  }
  return votes < 0 ? surnameFirst : surnameLast;

  /** Two surnames may stand before the first name: `Berg Hansen Kari`. */
  function surnameFirst(whole: string) {
    const words = whole.split(/\s+/);
    const given = words.findIndex((word, at) => at > 0 && lean(lexicon.words(word)[0]) > 0);
    const at = given > 0 ? given : 1;
    return { first: words.slice(at).join(' '), last: words.slice(0, at).join(' ') };
  }
}

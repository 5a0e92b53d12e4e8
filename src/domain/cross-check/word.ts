import { fold, nameParts, soundOf } from './fold.ts';
import { knownGivenNames } from './given-names.ts';
import { nicknameGroups } from './nicknames.ts';

/** One part of a name, folded. Within a lexicon the same text is the same object, so that comparing is looking. */
export interface Word {
  readonly text: string;
  readonly sound: string;
  /** Groups of names that one person may go by. */
  readonly nicknames: ReadonlySet<number> | undefined;
  readonly isCommonGivenName: boolean;
}

export interface Lexicon {
  word(text: string): Word;
  /** The parts of a name as it is written. */
  words(name: string | undefined): readonly Word[];
  /** Several parts as one: Ole-Martin and Olemartin. */
  joined(words: readonly Word[]): Word | undefined;
}

const givenNames = knownGivenNames(fold);
const nicknames = nicknameGroups(fold);
const noWords: readonly Word[] = [];

/** An empty lexicon, filled as names are read. */
export function newLexicon(): Lexicon {
  const known = new Map<string, Word>();
  const written = new Map<string, readonly Word[]>();
  const word = (text: string): Word => {
    const there = known.get(text);
    if (there) return there;
    const made: Word = {
      text,
      sound: soundOf(text),
      nicknames: nicknames.get(text),
      isCommonGivenName: givenNames.has(text),
    };
    known.set(text, made);
    return made;
  };
  const words = (name: string | undefined): readonly Word[] => {
    if (name === undefined) return noWords;
    const there = written.get(name);
    if (there) return there;
    const made = nameParts(name).map(word);
    written.set(name, made);
    return made;
  };
  const joined = (parts: readonly Word[]) =>
    parts.length < 2 ? parts[0] : word(parts.map((part) => part.text).join(''));
  return { word, words, joined };
}

/** Both may be what one person is called. */
export function sameNickname(one: Word, other: Word): boolean {
  if (!one.nicknames || !other.nicknames) return false;
  for (const group of one.nicknames) if (other.nicknames.has(group)) return true;
  return false;
}

export const soundsAlike = (one: Word, other: Word): boolean =>
  one.sound === other.sound && one.text.length > 2 && other.text.length > 2;

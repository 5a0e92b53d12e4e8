import { type Likeness, likeness, type NameKind } from './likeness.ts';
import type { Prepared } from './prepare.ts';
import type { Word } from './word.ts';

/** What a register itself tells of names: how common each is, and which words are names at all. */
export interface NameKnowledge {
  /** How much it says that two rows share this first name, in bits. */
  givenBits(word: Word): number;
  /** How much it says that two rows share this surname, in bits. */
  familyBits(word: Word): number;
  givenLikeness(one: Word, other: Word): Likeness;
  familyLikeness(one: Word, other: Word): Likeness;
}

/** Share of pairs of the same person in which a name is written alike: the model's m-probability. */
const alike = 0.95;
/** Rows imagined beside the real ones, so that five rows do not make every name common. */
const imagined = 400;

/** Counts the names of a register. Bits are log2(m/u) as in Fellegi and Sunter (1969), with u from how common the name is. */
export function learnNames(register: readonly Prepared[]): NameKnowledge {
  const given = counted(register, (person) => person.first);
  const family = counted(register, (person) => [...person.middle, ...person.last]);
  const isGivenName = (word: Word) => word.isCommonGivenName || (given.get(word) ?? 0) > 1;
  const isFamilyName = (word: Word) => (family.get(word) ?? 0) > 1;
  return {
    givenBits: bitsOf(given, register.length),
    familyBits: bitsOf(family, register.length),
    givenLikeness: likenessOf({ isName: isGivenName, hasNicknames: true }),
    familyLikeness: likenessOf({ isName: isFamilyName, hasNicknames: false }),
  };
}

function counted(register: readonly Prepared[], wordsOf: (person: Prepared) => readonly Word[]): Map<Word, number> {
  const counts = new Map<Word, number>();
  for (const person of register) for (const word of wordsOf(person)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function bitsOf(counts: ReadonlyMap<Word, number>, rows: number): (word: Word) => number {
  const bits = (count: number) => {
    const share = (count + 1) / (rows + imagined);
    return Math.min(9, Math.max(3.5, Math.log2(alike / share)));
  };
  const known = new Map([...counts].map(([word, count]) => [word, bits(count)]));
  const unknown = bits(0);
  return (word) => known.get(word) ?? unknown;
}

/** The same two names meet again and again: each meeting is worked out once. */
function likenessOf(kind: NameKind): (one: Word, other: Word) => Likeness {
  const met = new Map<Word, Map<Word, Likeness>>();
  return (one, other) => {
    let others = met.get(one);
    if (!others) {
      others = new Map();
      met.set(one, others);
    }
    const known = others.get(other);
    if (known) return known;
    const made = likeness(one, other, kind);
    others.set(other, made);
    return made;
  };
}

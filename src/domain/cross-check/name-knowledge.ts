import { fold, soundOf } from './fold.ts';
import { knownGivenNames } from './given-names.ts';
import { nicknameGroups } from './nicknames.ts';
import type { Prepared } from './prepare.ts';

/** What the compared files themselves tell of names: how common each is, and which are names at all. */
export interface NameKnowledge {
  /** How much it says that two rows share this first name, in bits. */
  givenBits(part: string): number;
  /** How much it says that two rows share this surname, in bits. */
  familyBits(part: string): number;
  /** The word is somebody's first name, and so not a slip of the finger. */
  isGivenName(part: string): boolean;
  isFamilyName(part: string): boolean;
  sameNickname(one: string, other: string): boolean;
  sound(part: string): string;
}

const givenNames = knownGivenNames(fold);
const nicknames = nicknameGroups(fold);

/** Share of pairs of the same person in which a name is written alike: the model's m-probability. */
const alike = 0.95;
/** Rows imagined beside the real ones, so that five rows do not make every name common. */
const imagined = 400;

/** Counts the names of a register. Bits are log2(m/u) as in Fellegi and Sunter (1969), with u from how common the name is. */
export function learnNames(register: readonly Prepared[]): NameKnowledge {
  const given = new Map<string, number>();
  const family = new Map<string, number>();
  for (const person of register) {
    for (const part of person.first) given.set(part, (given.get(part) ?? 0) + 1);
    for (const part of [...person.middle, ...person.last]) family.set(part, (family.get(part) ?? 0) + 1);
  }
  const sounds = new Map<string, string>();
  const bits = (count: number) => {
    const share = (count + 1) / (register.length + imagined);
    return Math.min(9, Math.max(3.5, Math.log2(alike / share)));
  };
  return {
    givenBits: (part) => bits(given.get(part) ?? 0),
    familyBits: (part) => bits(family.get(part) ?? 0),
    isGivenName: (part) => givenNames.has(part) || (given.get(part) ?? 0) > 1,
    isFamilyName: (part) => (family.get(part) ?? 0) > 1,
    sameNickname: shareGroup,
    sound: (part) => {
      const known = sounds.get(part);
      if (known !== undefined) return known;
      const made = soundOf(part);
      sounds.set(part, made);
      return made;
    },
  };
}

function shareGroup(one: string, other: string): boolean {
  const groups = nicknames.get(one);
  const others = nicknames.get(other);
  if (!groups || !others) return false;
  for (const group of groups) if (others.has(group)) return true;
  return false;
}

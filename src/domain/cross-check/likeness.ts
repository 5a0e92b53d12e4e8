import { slipsBetween } from './slips.ts';
import { sameNickname, soundsAlike, type Word } from './word.ts';

/**
 * How two names stand to each other. `part`: one leaves out a second name or half of a double surname; `sound`: another
 * spelling of the same; `nickname`: a known short form; `slip`: one slip of the finger; `near`: so like that it may be a
 * slip, but also two people; `initial`: only a letter is written; `other`: another name; `none`: not written on both sides.
 */
export type NameAgreement = 'same' | 'part' | 'sound' | 'nickname' | 'slip' | 'near' | 'initial' | 'other' | 'none';

/** The agreement of two words, and what is left of the bits a full agreement would be worth: less `cost`, at most `most`. */
export interface Likeness {
  readonly how: NameAgreement;
  readonly cost: number;
  readonly most: number;
}

export interface NameKind {
  /** The word is somebody's name, and so not a slip of the finger. */
  isName(word: Word): boolean;
  readonly hasNicknames: boolean;
}

const found = (how: NameAgreement, most: number, cost = 0): Likeness => ({ how, cost, most });
const same = found('same', 9);
const sound = found('sound', 9, 2);
const nickname = found('nickname', 3);
/** Mari and Maja, Erik and Eirik: one may be called by the other's name, but both are names that sisters and brothers have. */
const kindred = found('near', 3);
const another = found('other', -6);

/** Compares two words that stand for one name. */
export function likeness(one: Word, other: Word, kind: NameKind): Likeness {
  if (one === other) return same;
  if (soundsAlike(one, other)) return sound;
  const twoNames = kind.isName(one) && kind.isName(other);
  if (kind.hasNicknames && sameNickname(one, other)) return twoNames ? kindred : nickname;
  const [short, long] = one.text.length <= other.text.length ? [one.text, other.text] : [other.text, one.text];
  if (short.length === 1) return long.startsWith(short) ? found('initial', 1) : found('other', -3);
  return bySlips(short, long, twoNames);
}

/** `twoNames`: both words are names in use, so that a small difference may be the difference between sisters. */
function bySlips(short: string, long: string, twoNames: boolean): Likeness {
  const slips = slipsBetween(short, long, 2);
  const sameStart = short[0] === long[0];
  if (slips === 1 && short.length > 3) {
    return twoNames || (short.length === 4 && !sameStart) ? found('near', 0.5) : found('slip', 5);
  }
  if (slips === 1 && !twoNames) return found('near', 1);
  if (slips === 2 && short.length > 6 && !twoNames) return found('slip', 2.5);
  if (slips === 2 && short.length > 4 && !twoNames) return found('near', 0.5);
  // Stoffer of Kristoffer, Ros of Rosmarie: short forms that no table has.
  if (short.length > 2 && long.length > 4 && (long.startsWith(short) || long.endsWith(short))) return found('near', 2);
  return another;
}

/** How two names agree, and what that weighs. */
export interface NameFinding {
  readonly how: NameAgreement;
  readonly bits: number;
}

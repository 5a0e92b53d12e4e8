import type { Likeness, NameFinding } from './likeness.ts';
import type { NameKnowledge } from './name-knowledge.ts';
import { outOfOrder } from './names-out-of-order.ts';
import type { Prepared } from './prepare.ts';
import { slipsBetween } from './slips.ts';
import { soundsAlike, type Word } from './word.ts';

export interface NamesFinding {
  readonly first: NameFinding;
  readonly last: NameFinding;
  readonly middle: NameFinding;
  /** The names agree only when first and last change places, or when all parts are taken together. */
  readonly outOfOrder: boolean;
}

/** Names that agree so well that nobody would take the two rows for brother and sister. */
export const agreesWell = ({ how }: NameFinding): boolean =>
  how === 'same' || how === 'part' || how === 'sound' || how === 'nickname' || how === 'slip';

const none: NameFinding = { how: 'none', bits: 0 };

const worth = ({ how, cost, most }: Likeness, bits: number): NameFinding => ({
  how,
  bits: Math.min(bits - cost, most),
});

/** Compares first, middle and last names; tries them out of order when they do not agree as they stand. */
export function compareNames(one: Prepared, two: Prepared, known: NameKnowledge): NamesFinding {
  const first = compareFirst(one, two, known);
  const last = compareLast(one, two, known);
  const doubtful = (found: NameFinding) => found.how === 'other' || found.how === 'near' || found.how === 'initial';
  if (doubtful(first) || doubtful(last)) {
    const turned = outOfOrder(one, two, known);
    if (turned && turned.bits > first.bits + last.bits) {
      return { first: turned, last: { how: turned.how, bits: 0 }, middle: none, outOfOrder: true };
    }
  }
  return { first, last, middle: compareMiddle(one, two), outOfOrder: false };
}

function compareFirst(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding {
  const [a, b] = [one.first, two.first];
  const [headA, headB] = [a[0], b[0]];
  const [wholeA, wholeB] = [one.wholeFirst, two.wholeFirst];
  if (!headA || !headB || !wholeA || !wholeB) return none;
  const bits = Math.min(known.givenBits(headA), known.givenBits(headB));
  if (wholeA === wholeB) return { how: 'same', bits };
  if (a.length > 1 || b.length > 1) {
    const several = compareSeveral(one, two, bits);
    if (several) return several;
  }
  const whole = worth(known.givenLikeness(wholeA, wholeB), bits);
  if (a.length === 1 && b.length === 1) return whole;
  const head = worth(known.givenLikeness(headA, headB), bits - 1);
  return head.bits > whole.bits ? head : whole;
}

/** Where somebody has a second name; middle names count too, for they are often in one column: `Kari Berg | | Hansen`. */
function compareSeveral(one: Prepared, two: Prepared, bits: number): NameFinding | undefined {
  const [a, b] = [one.givenAndMiddle, two.givenAndMiddle];
  const sameHead = a[0] === b[0];
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.every((word) => many.includes(word))) {
    if (few.length === many.length && sameHead) return { how: 'same', bits };
    return { how: 'part', bits: bits - (sameHead ? 2 : 4) };
  }
  if (sameHead) return compareSeconds(a.slice(1), b.slice(1), bits);
  const [short, long] = one.first.length <= two.first.length ? [one.first, two.first] : [two.first, one.first];
  const [only] = short;
  const bySecond = short.length === 1 && only !== undefined && long.indexOf(only) > 0;
  return bySecond ? { how: 'part', bits: bits - 4 } : undefined;
}

/** The first of several names agrees, the others do not: a slip in one of them, or two sisters named Anne Marie and Anne Lise. */
function compareSeconds(a: readonly Word[], b: readonly Word[], bits: number): NameFinding {
  const alike = (one: Word, other: Word) => isSpelling(one, other) || isInitialOf(one, other);
  const close = a.some((one) => b.some((other) => alike(one, other)));
  return close ? { how: 'part', bits: bits - 2 } : { how: 'near', bits: bits - 4 };
}

const isInitialOf = (one: Word, other: Word) =>
  one.text[0] === other.text[0] && (one.text.length === 1 || other.text.length === 1);

function compareLast(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding {
  const [a, b] = [one.last, two.last];
  const [tailA, tailB] = [a.at(-1), b.at(-1)];
  const [wholeA, wholeB] = [one.wholeLast, two.wholeLast];
  if (!tailA || !tailB || !wholeA || !wholeB) return none;
  const bits = Math.min(known.familyBits(tailA), known.familyBits(tailB));
  if (wholeA === wholeB) return { how: 'same', bits };
  const shared = sharedSurname(one, two);
  if (shared) {
    // Each with a surname of their own besides the shared one are two branches of a family as likely as one person.
    const both = leftOver(one, two) && leftOver(two, one);
    return { how: both ? 'near' : 'part', bits: known.familyBits(shared.word) - shared.cost - (both ? 2 : 0) };
  }
  let best = worth(known.familyLikeness(wholeA, wholeB), bits);
  if (a.length === 1 && b.length === 1) return best;
  for (const word of a) {
    for (const other of b) {
      const found = worth(known.familyLikeness(word, other), bits - 1);
      if (found.bits > best.bits) best = found;
    }
  }
  return best;
}

/** A word that is somebody's surname in both rows. A middle name in Norway is mostly one, and may stand with the first name. */
function sharedSurname(one: Prepared, two: Prepared): { readonly word: Word; readonly cost: number } | undefined {
  const [a, b] = [one.last, two.last];
  const asLast = a.length + b.length > 2 ? a.find((word) => b.includes(word)) : undefined;
  if (asLast) return { word: asLast, cost: 3 };
  const asMiddle = a.find((word) => two.middle.includes(word)) ?? b.find((word) => one.middle.includes(word));
  if (asMiddle) return { word: asMiddle, cost: 4.5 };
  const behind = behindFirst(one, b) ?? behindFirst(two, a);
  return behind && { word: behind, cost: 4.5 };
}

const behindFirst = ({ first }: Prepared, last: readonly Word[]): Word | undefined =>
  first.length < 2 ? undefined : first.find((word, at) => at > 0 && last.includes(word));

/** Somebody has a surname or middle name that is not in the other's name, and is no slip or initial of one that is. */
function leftOver(one: Prepared, two: Prepared): boolean {
  const there = [...two.first, ...two.middle, ...two.last];
  const isThere = (word: Word) =>
    there.some((other) => word === other || isInitialOf(word, other) || isSpelling(word, other));
  return [...one.middle, ...one.last].some((word) => !isThere(word));
}

const isSpelling = (one: Word, other: Word) => soundsAlike(one, other) || slipsBetween(one.text, other.text, 2) < 3;

function compareMiddle(one: Prepared, two: Prepared): NameFinding {
  if (one.middle.length === 0 && two.middle.length === 0) return none;
  const [a, b] = one.middle.length > 0 ? [one, two] : [two, one];
  const inOther = (word: Word) => b.middle.includes(word) || b.first.indexOf(word) > 0 || b.last.includes(word);
  if (a.middle.some(inOther)) return { how: 'same', bits: 2 };
  if (b.middle.length === 0) return none;
  const some = (alike: (word: Word, other: Word) => boolean) =>
    a.middle.some((word) => b.middle.some((other) => alike(word, other)));
  if (some(isInitialOf)) return { how: 'initial', bits: 0.5 };
  if (some((word, other) => soundsAlike(word, other) || slipsBetween(word.text, other.text, 1) < 2)) {
    return { how: 'slip', bits: 1.5 };
  }
  return { how: 'other', bits: -3 };
}

import type { NameKnowledge } from './name-knowledge.ts';
import type { Prepared } from './prepare.ts';
import { slipsBetween } from './slips.ts';

/**
 * How two names stand to each other. `part`: one leaves out a second name or half of a double surname; `sound`: another
 * spelling of the same; `nickname`: a known short form; `slip`: one slip of the finger; `near`: so like that it may be a
 * slip, but also two people; `initial`: only a letter is written; `other`: another name; `none`: not written on both sides.
 */
export type NameAgreement = 'same' | 'part' | 'sound' | 'nickname' | 'slip' | 'near' | 'initial' | 'other' | 'none';

export interface NameFinding {
  readonly how: NameAgreement;
  readonly bits: number;
}

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
const otherBits = -6;

/** Compares first, middle and last names; tries them out of order when they do not agree as they stand. */
export function compareNames(one: Prepared, two: Prepared, known: NameKnowledge): NamesFinding {
  const first = compareFirst(one, two, known);
  const last = compareLast(one, two, known);
  const middle = compareMiddle(one, two);
  const doubtful = (found: NameFinding) => found.how === 'other' || found.how === 'near' || found.how === 'initial';
  if (doubtful(first) || doubtful(last)) {
    const turned = outOfOrder(one, two, known);
    if (turned && turned.bits > first.bits + last.bits) {
      return { first: turned, last: { how: turned.how, bits: 0 }, middle: none, outOfOrder: true };
    }
  }
  return { first, last, middle, outOfOrder: false };
}

function compareFirst(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding {
  const [a, b] = [one.first, two.first];
  const [headA, headB] = [a[0], b[0]];
  if (headA === undefined || headB === undefined) return none;
  const bits = Math.min(known.givenBits(headA), known.givenBits(headB));
  if (a.length === b.length && headA === headB && a.every((part, at) => part === b[at])) return { how: 'same', bits };
  const [wholeA, wholeB] = [a.join(''), b.join('')];
  if (wholeA === wholeB) return { how: 'same', bits };
  if (a.length > 1 || b.length > 1) {
    // Second and middle names are often in one column: Kari | Berg | Hansen and Kari Berg | | Hansen.
    const [allA, allB] = [
      [...a, ...one.middle],
      [...b, ...two.middle],
    ];
    if (headA === headB && allA.join('') === allB.join('')) return { how: 'same', bits };
    const [few, many] = allA.length <= allB.length ? [allA, allB] : [allB, allA];
    if (few.every((part) => many.includes(part))) {
      return headA === headB ? { how: 'part', bits: bits - 1 } : { how: 'part', bits: bits - 3 };
    }
    if (headA === headB) return secondNames(allA.slice(1), allB.slice(1), bits, known);
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    const tail = short.length === 1 && long.slice(1).some((part) => part === short[0]);
    if (tail) return { how: 'part', bits: bits - 3 };
  }
  const whole = likeness(wholeA, wholeB, known, known.isGivenName, bits);
  if (a.length === 1 && b.length === 1) return whole;
  const head = likeness(headA, headB, known, known.isGivenName, bits);
  return head.bits - 1 > whole.bits ? { how: head.how, bits: head.bits - 1 } : whole;
}

/** The first of several names agrees, the others do not: a slip in one of them, or two siblings named Anne Marie and Anne Lise. */
function secondNames(a: readonly string[], b: readonly string[], bits: number, known: NameKnowledge): NameFinding {
  if (a.length === 0 || b.length === 0) return { how: 'part', bits: bits - 1 };
  const close = a.some((part) =>
    b.some((other) => isSpellingOf(part, other, known) || slipsBetween(part, other, 2) <= 2),
  );
  return close ? { how: 'part', bits: bits - 1 } : { how: 'near', bits: bits - 3 };
}

function compareLast(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding {
  const [a, b] = [one.last, two.last];
  const [tailA, tailB] = [a.at(-1), b.at(-1)];
  if (tailA === undefined || tailB === undefined) return none;
  const bits = Math.min(known.familyBits(tailA), known.familyBits(tailB));
  const [wholeA, wholeB] = [a.join(''), b.join('')];
  if (wholeA === wholeB) return { how: 'same', bits };
  const shared = a.find((part) => b.includes(part));
  if (shared !== undefined) return { how: 'part', bits: known.familyBits(shared) - 1 };
  // A middle name in Norway is mostly a surname: Kari Berg Hansen may go by Kari Berg.
  const viaMiddle = a.find((part) => two.middle.includes(part)) ?? b.find((part) => one.middle.includes(part));
  if (viaMiddle !== undefined) return { how: 'part', bits: known.familyBits(viaMiddle) - 2.5 };
  const hidden =
    [...one.first.slice(1)].find((part) => b.includes(part)) ?? two.first.slice(1).find((part) => a.includes(part));
  if (hidden !== undefined) return { how: 'part', bits: known.familyBits(hidden) - 3 };
  let best = likeness(wholeA, wholeB, known, known.isFamilyName, bits);
  if (a.length > 1 || b.length > 1) {
    for (const part of a) {
      for (const other of b) {
        const found = likeness(part, other, known, known.isFamilyName, bits);
        if (found.bits - 1 > best.bits) best = { how: found.how, bits: found.bits - 1 };
      }
    }
  }
  return best;
}

function compareMiddle(one: Prepared, two: Prepared): NameFinding {
  if (one.middle.length === 0 && two.middle.length === 0) return none;
  const [a, b] = one.middle.length > 0 ? [one, two] : [two, one];
  const others = [...b.middle, ...b.first.slice(1), ...b.last];
  if (a.middle.some((part) => others.includes(part))) return { how: 'same', bits: 2 };
  if (b.middle.length === 0) return none;
  const like = a.middle.some((part) =>
    b.middle.some((other) => part[0] === other[0] && (part.length === 1 || other.length === 1)),
  );
  if (like) return { how: 'initial', bits: 0.5 };
  const slip = a.middle.some((part) => b.middle.some((other) => slipsBetween(part, other, 1) <= 1));
  return slip ? { how: 'slip', bits: 1.5 } : { how: 'other', bits: -3 };
}

/** First and last name of each are found somewhere in the other's whole name, in two different places. */
function outOfOrder(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding | undefined {
  const there = foundIn(one, two, known);
  const back = there && foundIn(two, one, known);
  if (!there || !back) return undefined;
  return there.bits < back.bits ? there : back;
}

function foundIn(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding | undefined {
  const [head, tail] = [one.first[0], one.last.at(-1)];
  if (head === undefined || tail === undefined) return undefined;
  const bag = [...two.first, ...two.middle, ...two.last];
  let best: NameFinding | undefined;
  for (const [at, part] of bag.entries()) {
    const first = inBag(head, part, known);
    if (first === undefined) continue;
    for (const [where, other] of bag.entries()) {
      const last = where === at ? undefined : inBag(tail, other, known);
      if (last === undefined) continue;
      const bits = known.givenBits(part) + known.familyBits(other) - 3 - first - last;
      const how = first + last === 0 ? 'same' : 'slip';
      if (!best || bits > best.bits) best = { how, bits };
    }
  }
  return best;
}

/** What the likeness of two parts costs: nothing when they are the same; undefined when they are not alike. */
function inBag(part: string, other: string, known: NameKnowledge): number | undefined {
  if (part === other) return 0;
  if (isSpellingOf(part, other, known)) return 1;
  return part.length > 4 && other.length > 3 && slipsBetween(part, other, 1) === 1 ? 2.5 : undefined;
}

const isSpellingOf = (one: string, other: string, known: NameKnowledge) =>
  one.length > 2 && other.length > 2 && known.sound(one) === known.sound(other);

function likeness(
  one: string,
  other: string,
  known: NameKnowledge,
  isName: (part: string) => boolean,
  bits: number,
): NameFinding {
  if (one === other) return { how: 'same', bits };
  if (isSpellingOf(one, other, known)) return { how: 'sound', bits: bits - 1 };
  if (isName === known.isGivenName && known.sameNickname(one, other))
    return { how: 'nickname', bits: Math.min(bits, 4) };
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 1)
    return long.startsWith(short) ? { how: 'initial', bits: 1 } : { how: 'other', bits: otherBits / 2 };
  const bothNames = isName(one) && isName(other);
  const slips = slipsBetween(one, other, 2);
  if (slips === 1 && short.length > 3) {
    return bothNames || (short.length === 4 && one[0] !== other[0])
      ? { how: 'near', bits: 0.5 }
      : { how: 'slip', bits: Math.min(bits, 5) };
  }
  if (slips === 1 && short.length > 1 && !bothNames) return { how: 'near', bits: 1 };
  if (slips === 2 && short.length > 6 && !bothNames) return { how: 'slip', bits: 2.5 };
  if (slips === 2 && short.length > 4 && !bothNames) return { how: 'near', bits: 0.5 };
  if (short.length > 2 && long.length > 4 && (long.startsWith(short) || long.endsWith(short)))
    return { how: 'near', bits: 2 };
  return { how: 'other', bits: otherBits };
}

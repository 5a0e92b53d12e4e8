import type { Likeness, NameFinding } from './likeness.ts';
import type { NameKnowledge } from './name-knowledge.ts';
import type { Prepared } from './prepare.ts';

/**
 * First and last name of each are found somewhere in the other's whole name, in two different places: `Hansen Kari` in one
 * column, or first and last in each other's column; undefined when not.
 */
export function outOfOrder(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding | undefined {
  if (!mayBeTurned(one, two) && !mayBeTurned(two, one)) return undefined;
  const there = foundIn(one, two, known);
  const back = there && foundIn(two, one, known);
  if (!there || !back) return undefined;
  // An initial at the end says nothing of the names themselves: then the other look counts. Else the weaker of the two.
  if (there.how === 'initial' || back.how === 'initial') return there.how === 'initial' ? back : there;
  return there.bits < back.bits ? there : back;
}

/** Somebody's first name is the other's surname or middle name: a quick look, since nearly all pairs are of two strangers. */
function mayBeTurned(one: Prepared, two: Prepared): boolean {
  for (const word of one.first) {
    for (const other of two.last) if (word.sound === other.sound) return true;
    for (const other of two.middle) if (word.sound === other.sound) return true;
  }
  return false;
}

function foundIn(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding | undefined {
  const [head, tail] = [one.first[0], one.last.at(-1)];
  if (head === undefined || tail === undefined) return undefined;
  const bag = [...two.first, ...two.middle, ...two.last];
  let best: NameFinding | undefined;
  for (const [at, word] of bag.entries()) {
    const first = known.givenLikeness(head, word);
    if (first.most <= 0) continue;
    for (const [where, other] of bag.entries()) {
      if (where === at) continue;
      const last = known.familyLikeness(tail, other);
      // One of the two must be right: two slips in two names out of their places are two people.
      if (last.most <= 0 || (first.how !== 'same' && last.how !== 'same')) continue;
      const bits = worth(first, known.givenBits(word)) + worth(last, known.familyBits(other)) - 3;
      if (!best || bits > best.bits) best = { how: weaker(first, last), bits };
    }
  }
  return best;
}

const worth = ({ cost, most }: Likeness, bits: number) => Math.min(bits - cost, most);

const weaker = (first: Likeness, last: Likeness) => (first.how === 'same' ? last.how : first.how);

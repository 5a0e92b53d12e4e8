import type { NameFinding } from './compare-names.ts';
import type { NameKnowledge } from './name-knowledge.ts';
import type { Prepared } from './prepare.ts';
import { slipsBetween } from './slips.ts';
import { soundsAlike, type Word } from './word.ts';

/** First and last name of each are found somewhere in the other's whole name, in two different places; undefined when not. */
export function outOfOrder(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding | undefined {
  if (!mayBeTurned(one, two) || !mayBeTurned(two, one)) return undefined;
  const there = foundIn(one, two, known);
  const back = there && foundIn(two, one, known);
  if (!there || !back) return undefined;
  return there.bits < back.bits ? there : back;
}

/** Some first name begins as one of the other's surnames: a quick look, since nearly all pairs are of two strangers. */
function mayBeTurned(one: Prepared, two: Prepared): boolean {
  for (const word of one.first) {
    for (const other of two.last) if (initial(word) === initial(other)) return true;
    for (const other of two.middle) if (initial(word) === initial(other)) return true;
  }
  return false;
}

const initial = (word: Word) => word.sound.charCodeAt(0);

function foundIn(one: Prepared, two: Prepared, known: NameKnowledge): NameFinding | undefined {
  const [head, tail] = [one.first[0], one.last.at(-1)];
  if (head === undefined || tail === undefined) return undefined;
  const bag = [...two.first, ...two.middle, ...two.last];
  let best: NameFinding | undefined;
  for (const [at, word] of bag.entries()) {
    const first = costOf(head, word);
    if (first === undefined) continue;
    for (const [where, other] of bag.entries()) {
      const last = where === at ? undefined : costOf(tail, other);
      if (last === undefined) continue;
      const bits = known.givenBits(word) + known.familyBits(other) - 3 - first - last;
      if (!best || bits > best.bits) best = { how: first + last === 0 ? 'same' : 'slip', bits };
    }
  }
  return best;
}

/** What the likeness of two parts costs: nothing when they are the same; undefined when they are not alike. */
function costOf(one: Word, other: Word): number | undefined {
  if (one === other) return 0;
  if (soundsAlike(one, other)) return 1;
  const mayBeSlip = one.text.length > 4 && other.text.length > 3;
  return mayBeSlip && slipsBetween(one.text, other.text, 1) === 1 ? 2.5 : undefined;
}

/** A small repeatable source of chance: the same seed gives the same county on every machine. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  int(below: number): number;
  /** True in `share` of the cases (0–1). */
  happens(share: number): boolean;
  /** One of the items; throws on an empty list, which is a mistake in the caller. */
  pick<T>(items: readonly T[]): T;
  /** One of the keys, each as often as its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** The items in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

/** The mulberry32 generator (public domain, 32 bits of state): quick, and good enough for made-up people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { next, int, pick, happens: (share) => next() < share, weighted: (w) => byWeight(w, next()), shuffle };

  function shuffle<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, at: next() }));
    return keyed.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}

function byWeight<K extends string>(weights: Readonly<Record<K, number>>, point: number): K {
  const keys: K[] = [];
  let sum = 0;
  for (const key in weights) {
    keys.push(key);
    sum += weights[key];
  }
  let left = point * sum;
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  const last = keys.at(-1);
  if (last === undefined) throw new Error('nothing to weigh');
  return last;
}

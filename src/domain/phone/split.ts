/** A youth to be rung, as far as sharing out goes. */
export interface CardToShare {
  readonly caseId: string;
  readonly unitId: string | null;
  readonly language: string | null;
  readonly caseworkerId: string | null;
}

/** Somebody who rings. */
export interface Caller {
  readonly staffId: string;
  /** Units whose youths they may ring; null is every unit. */
  readonly units: readonly string[] | null;
  readonly language: string | null;
  /** Twice the share is twice the cards; more than 0. */
  readonly share: number;
  /** Cards they have already. */
  readonly load: number;
}

export interface Split {
  /** Who rings whom. */
  readonly given: ReadonlyMap<string, string>;
  /** Cards of units in which nobody rings. */
  readonly left: readonly string[];
}

/**
 * Shares cards out so that loads are as even as units allow. How many each gets is settled first, by the method of largest quotients
 * (Sainte-Laguë): a card goes where load over share is least, and then cards are moved along chains of units until no move makes it evener. Then who gets
 * whom: own youths first, then the same written language. The same input always gives the same split.
 */
export function splitCards(cards: readonly CardToShare[], callers: readonly Caller[]): Split {
  const byUnit = new Map<string | null, CardToShare[]>();
  for (const card of cards) byUnit.set(card.unitId, [...(byUnit.get(card.unitId) ?? []), card]);
  const may = (caller: Caller, unitId: string | null) =>
    caller.units === null || (unitId !== null && caller.units.includes(unitId));
  const counts = evenCounts(
    [...byUnit].map(([unitId, own]) => ({ unitId, size: own.length })),
    callers,
    may,
  );
  const given = new Map<string, string>();
  const left: string[] = [];
  for (const [unitId, own] of byUnit) {
    const quota = new Map(callers.map((caller) => [caller, counts.of(caller, unitId)]));
    const unshared = handOut(own, quota, given);
    left.push(...unshared.map(({ caseId }) => caseId));
  }
  return { given, left };
}

type May = (caller: Caller, unitId: string | null) => boolean;

function evenCounts(
  units: readonly { readonly unitId: string | null; readonly size: number }[],
  callers: readonly Caller[],
  may: May,
) {
  const held = new Map<Caller, Map<string | null, number>>(callers.map((caller) => [caller, new Map()]));
  const loads = new Map(callers.map((caller) => [caller, caller.load]));
  const of = (caller: Caller, unitId: string | null) => held.get(caller)?.get(unitId) ?? 0;
  const add = (caller: Caller, unitId: string | null, n: 1 | -1) => {
    held.get(caller)?.set(unitId, of(caller, unitId) + n);
  };
  const loadOf = (caller: Caller) => loads.get(caller) ?? 0;
  const next = (caller: Caller) => (2 * loadOf(caller) + 1) / caller.share;
  const last = (caller: Caller) => (2 * loadOf(caller) - 1) / caller.share;

  for (const { unitId, size } of units) {
    const eligible = callers.filter((caller) => may(caller, unitId));
    for (let n = 0; n < size && eligible.length > 0; n += 1) {
      const least = eligible.reduce((best, one) => (next(one) < next(best) ? one : best));
      add(least, unitId, 1);
      loads.set(least, loadOf(least) + 1);
    }
  }
  for (let chain = findChain(callers, units, { may, of, next, last }); chain; ) {
    for (const { from, to, unitId } of chain) {
      add(from, unitId, -1);
      add(to, unitId, 1);
    }
    const [first, end] = [chain[0]?.from, chain.at(-1)?.to];
    if (first && end) {
      loads.set(first, loadOf(first) - 1);
      loads.set(end, loadOf(end) + 1);
    }
    chain = findChain(callers, units, { may, of, next, last });
  }
  return { of };
}

interface Move {
  readonly from: Caller;
  readonly to: Caller;
  readonly unitId: string | null;
}

/** The shortest chain of moves that takes a card from somebody with more to somebody with less; undefined when all is as even as it can be. */
function findChain(
  callers: readonly Caller[],
  units: readonly { readonly unitId: string | null }[],
  {
    may,
    of,
    next,
    last,
  }: {
    readonly may: May;
    readonly of: (caller: Caller, unitId: string | null) => number;
    readonly next: (caller: Caller) => number;
    readonly last: (caller: Caller) => number;
  },
): readonly Move[] | undefined {
  for (const start of callers) {
    const came = new Map<Caller, readonly Move[]>([[start, []]]);
    const queue = [start];
    for (let from = queue.shift(); from; from = queue.shift()) {
      const way = came.get(from) ?? [];
      for (const { unitId } of units) {
        if (of(from, unitId) === 0) continue;
        for (const to of callers) {
          if (came.has(to) || !may(to, unitId)) continue;
          const longer = [...way, { from, to, unitId }];
          if (next(to) < last(start)) return longer;
          came.set(to, longer);
          queue.push(to);
        }
      }
    }
  }
  return undefined;
}

/** Gives one unit's cards to those who have room for them: own youths, then the same language, then the rest. */
function handOut(
  cards: readonly CardToShare[],
  quota: Map<Caller, number>,
  given: Map<string, string>,
): readonly CardToShare[] {
  const wishes: readonly ((card: CardToShare, caller: Caller) => boolean)[] = [
    (card, caller) => card.caseworkerId === caller.staffId,
    (card, caller) => card.language !== null && card.language === caller.language,
    () => true,
  ];
  let waiting = cards;
  for (const suits of wishes) {
    const after: CardToShare[] = [];
    for (const card of waiting) {
      const [caller, room] = roomiest([...quota].filter(([one, n]) => n > 0 && suits(card, one)));
      if (!caller) after.push(card);
      else {
        given.set(card.caseId, caller.staffId);
        quota.set(caller, room - 1);
      }
    }
    waiting = after;
  }
  return waiting;
}

function roomiest(rooms: readonly (readonly [Caller, number])[]): readonly [Caller | undefined, number] {
  return rooms.reduce<readonly [Caller | undefined, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [undefined, 0],
  );
}

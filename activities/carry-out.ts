import type { Happening, OpenOrder } from '#domain/standing.ts';
import type { OrderBook } from '#ports/step-book.ts';

/** What an order led to that its subject should hear of; null when there is nothing to hear. */
export type Fact = Happening | null;
export type Performer = (params: OpenOrder['params'], order: OpenOrder) => Promise<Fact>;

/**
 * Carries out one order by its key, once: an order that is settled is left alone, one that is done gives the answer it gave before.
 * Dying after any line and running again is harmless as far as the performer's own act is idempotent by the order's key.
 */
export const carryOut =
  (book: OrderBook, performers: Readonly<Record<string, Performer>>) =>
  async (order: OpenOrder): Promise<Fact> => {
    const row = await book.look(order.key);
    if (!row || row.state === 'settled') return null;
    // `as`: the answer column holds what `finish` below put there.
    if (row.state === 'done') return row.answer as Fact;
    const perform = performers[order.name];
    if (!perform) throw new Error(`no performer for the order ${order.name}`);
    const fact = await perform(order.params, order);
    await book.finish(order.key, fact);
    return fact;
  };

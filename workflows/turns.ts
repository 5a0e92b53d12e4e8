import type { Happening, OpenOrder } from '#domain/standing.ts';

interface TurnHands {
  readonly perform: (order: OpenOrder, subject: string) => Promise<Happening | null>;
  readonly answered: (subject: string, order: OpenOrder, event: Happening) => void;
}

/** Carries out orders beside the loops, each subject's one after the other: what was ordered later must not be undone by what was ordered earlier. */
export function openTurns({ perform, answered }: TurnHands) {
  const inFlight = new Set<string>();
  const last = new Map<string, Promise<void>>();

  const carry = async (subject: string, order: OpenOrder): Promise<void> => {
    try {
      const event = await perform(order, subject);
      if (event) answered(subject, order, event);
    } catch {
      // Refused for good: its row stays unsettled, for a person and for whoever looks at the rows again.
    } finally {
      inFlight.delete(order.key);
    }
  };

  return {
    /** An order that is under way already is not begun again. */
    take: (subject: string, order: OpenOrder): void => {
      if (inFlight.has(order.key)) return;
      inFlight.add(order.key);
      const before = last.get(subject) ?? Promise.resolve();
      last.set(
        subject,
        before.then(() => carry(subject, order)),
      );
    },
    areOver: (): boolean => inFlight.size === 0,
  };
}

/** As they were ordered: a key ends in the step's number and the order's place in it. */
export const inOrder = (orders: readonly OpenOrder[]): readonly OpenOrder[] =>
  orders.toSorted((a, b) => stepOf(a) - stepOf(b) || placeOf(a) - placeOf(b));
const stepOf = ({ key }: OpenOrder): number => Number(key.split('/').at(-2));
const placeOf = ({ key }: OpenOrder): number => Number(key.split('/').at(-1));

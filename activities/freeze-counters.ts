import type { Counting } from '#ports/counting.ts';
import type { Performer } from './carry-out.ts';

/** Order `freezeCounters`: counts now, keeps each number with the list behind it; counted once for each side. */
export const freezeCounters =
  (counting: Counting): Performer =>
  async (params, order) => {
    const { runId, phaseId, side } = params as {
      readonly runId: string;
      readonly phaseId: string;
      readonly side: 'before' | 'after';
    };
    await counting.freeze({ runId, phaseId, side, at: order.at });
    return null;
  };

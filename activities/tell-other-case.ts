import type { Engine } from '#ports/engine.ts';
import type { Performer } from './carry-out.ts';

/**
 * Orders `tellMergedAway` and `tellCameBack`: the case that was made part of another hears of it, so that its own journal says where its
 * history goes on. Its rows have gone over with the other's step already.
 */
export const tellOtherCase =
  (engine: Engine, type: 'case.mergedAway' | 'case.cameBack'): Performer =>
  async (params, order) => {
    const { kept, away, on } = params as { readonly kept: string; readonly away: string; readonly on: string };
    const about = type === 'case.mergedAway' ? { into: kept } : { from: kept };
    await engine.tell({
      subject: `youth/${away}`,
      commandId: order.key,
      event: { type, at: order.at, doer: { by: null }, ...{ on, ...about } },
    });
    return null;
  };

import { asyncLocalStorage } from '@temporalio/activity';
import type { Pulse } from '#ports/pulse.ts';

/** Beats so often that a stall of some seconds is no death; the engine notices a dead worker after five seconds. */
const every = 500;

/** The engine's own pulse, where an engine carries the order out; elsewhere nobody listens. */
export const pulse: Pulse = {
  during: async (act) => {
    const context = asyncLocalStorage.getStore();
    if (!context) return act();
    const timer = setInterval(() => context.heartbeat(), every);
    try {
      return await act();
    } finally {
      clearInterval(timer);
    }
  },
  isOver: () => asyncLocalStorage.getStore()?.cancellationSignal.aborted ?? false,
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

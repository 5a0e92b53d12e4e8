import { asyncLocalStorage } from '@temporalio/activity';

/**
 * Tells the engine that a long order is under way, and how far; nothing where no engine listens. Throws when the worker stops or the order
 * is given up: it is left as it is, and whoever takes it up next goes on from there.
 */
export function beat(place: number): void {
  const context = asyncLocalStorage.getStore();
  if (!context) return;
  context.heartbeat(place);
  if (context.cancellationSignal.aborted) throw new Error('given up: the worker stops, or another has the order');
}

import { setMaxListeners } from 'node:events';
import type { Connection } from '@temporalio/client';

/** Runs an act whose requests over this connection are given up at the signal: one that waits for the server must not hold up a stop. */
export const giveUpAt =
  (connection: Connection) =>
  <T>(signal: AbortSignal, act: () => Promise<T>): Promise<T> => {
    // Each request listens to it, and an order may send thousands.
    setMaxListeners(0, signal);
    return connection.withAbortSignal(signal, act);
  };

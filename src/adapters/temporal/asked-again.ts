import { isGrpcServiceError } from '@temporalio/client';

/** gRPC's numbers for "not now": asked again, the same question may be answered. */
const passing = new Set([
  4, // deadline exceeded
  8, // resource exhausted: too many updates in the air for one workflow
  9, // failed precondition: a workflow task that failed is being tried again
  10, // aborted: the update was in a workflow task that timed out
  14, // unavailable
]);
const pauses = [100, 300, 1_000, 2_000, 4_000, 8_000];

/**
 * Asks again where the server could not answer just now. Only for what is the same wish however often it is sent: a command is told
 * by its id, and a case that has taken it answers with what it became.
 */
export async function askedAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (cause) {
      if (!isPassing(cause)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask();
}

function isPassing(cause: unknown): boolean {
  const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
  return [cause, inner].some((error) => isGrpcServiceError(error) && passing.has(error.code));
}

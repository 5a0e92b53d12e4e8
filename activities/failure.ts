import { ApplicationFailure } from '@temporalio/common';

/** The world said no for good: trying again would say the same. The order waits for a person. */
export const final = (kind: string, cause?: unknown): ApplicationFailure =>
  ApplicationFailure.create({ type: kind, nonRetryable: true, ...asCause(cause) });

// Messages of causes may hold persons (a database quotes rows): only the kind of error crosses to the engine.
const asCause = (cause: unknown) => (cause instanceof Error ? { message: cause.name } : {});

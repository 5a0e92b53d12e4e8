import { createHash } from 'node:crypto';

/** An id for a message that came without one: the same words from the same number on the same day are one message. */
export const knownAgain = (provider: string, ...facts: readonly string[]): string =>
  `${provider}-${createHash('sha256').update(JSON.stringify(facts)).digest('base64url')}`;

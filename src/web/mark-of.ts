import { createHash } from 'node:crypto';

/** A short mark of what a page showed, carried by its form: another mark now, and somebody has been there meanwhile. */
export const markOf = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);

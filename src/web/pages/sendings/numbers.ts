import { reachedStates } from '#domain/campaign/recipient.ts';
import type { RecipientCounts } from '#views/answers/sending.ts';

/** Everybody who gets it, has got it, or may have. */
export const toGet = (counts: RecipientCounts): number =>
  counts.planned + counts['handing-over'] + counts.uncertain + counts.failed + reachedOf(counts);

export const reachedOf = (counts: RecipientCounts): number =>
  reachedStates.reduce((all, state) => all + counts[state], 0);

/** Everybody in the choice, whatever became of them. */
export const allOf = (counts: RecipientCounts): number => Object.values(counts).reduce((all, n) => all + n, 0);

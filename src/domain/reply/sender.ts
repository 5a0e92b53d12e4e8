/** One who could have sent a reply: a youth, or a youth's guardian, and what says so. */
export interface Candidate {
  readonly caseId: string;
  readonly as: 'youth' | 'guardian';
  readonly by: 'key' | 'phone' | 'email';
}

/** Whose reply it is: certain, nobody known, or for a person to say. */
export type Sender =
  | { readonly kind: 'certain'; readonly caseId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'asked'; readonly cases: readonly string[] };

/**
 * The form's own key is certain. A number or an address is certain only where it is one youth's and no guardian's: siblings share phones,
 * and a parent answers for two. Everything else is asked.
 */
export function senderAmong(candidates: readonly Candidate[]): Sender {
  const cases = [...new Set(candidates.map(({ caseId }) => caseId))];
  const [first, ...others] = cases;
  if (first === undefined) return { kind: 'unknown' };
  const byKey = candidates.find(({ by }) => by === 'key');
  if (byKey) return { kind: 'certain', caseId: byKey.caseId };
  if (others.length === 0 && candidates.every((each) => each.as === 'youth')) return { kind: 'certain', caseId: first };
  return { kind: 'asked', cases };
}

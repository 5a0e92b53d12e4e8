/** Where one recipient stands. `manual` is a person's own work, and its reason is kept nowhere. */
export const recipientStates = [
  'planned',
  'handing-over',
  'handed-over',
  'delivered',
  'failed',
  'uncertain',
  'taken-out',
  'excluded',
  'manual',
] as const;
export type RecipientState = (typeof recipientStates)[number];

/** States in which the recipient has got it, as far as we know. */
export const reachedStates: readonly RecipientState[] = ['handed-over', 'delivered'];

/** Recipients by where they stand; a state nobody is in is 0. */
export type RecipientCounts = Readonly<Record<RecipientState, number>>;

/** Everybody who gets it, has got it, or may have. */
export const toGet = (counts: RecipientCounts): number =>
  counts.planned + counts['handing-over'] + counts.uncertain + counts.failed + reachedOf(counts);

export const reachedOf = (counts: RecipientCounts): number =>
  reachedStates.reduce((all, state) => all + counts[state], 0);

/** Everybody in the choice, whatever became of them. */
export const allOf = (counts: RecipientCounts): number => Object.values(counts).reduce((all, n) => all + n, 0);

/** Why somebody in the filter does not get it. Protection is no reason here: it makes the row `manual`. */
export const exclusions = [
  'off-list',
  'outside-target-group',
  'coded-already',
  'not-otuk',
  'own-contact',
  'to-be-returned',
  'no-choice',
  'replied',
  'reserved',
  'no-mobile',
  'address-fault',
  /** A letter to this very address came back: the youth is reached by SMS or phone. */
  'letter-came-back',
  'birth-unknown',
  'guardian-unknown',
  'nobody-responsible',
  'responsibility-unknown',
  'turned-18',
  'household-changed',
  /** The campaign was ended before it came to them. */
  'ended',
  'deceased',
] as const;
export type Exclusion = (typeof exclusions)[number];

/** How a person settles a row of which nobody can tell whether it went. */
export const uncertainSettlements = ['sent', 'not-sent', 'again'] as const;
export type UncertainSettlement = (typeof uncertainSettlements)[number];

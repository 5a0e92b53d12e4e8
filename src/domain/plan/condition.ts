/**
 * What the register can say of a task, and who answers until it can: `register` has a question in `src/store/conditions`, the
 * others are ticked by a person. A new one is a line here and, once it says `register`, a line there (the compiler asks for it).
 */
const answeredBy = {
  /** System: a transfer list with youths of the track has been applied. */
  'transfer-list-applied': 'register',
  'no-stale-case-in-own-list': 'person',
  'no-youth-without-choice': 'register',
  'no-own-contact-without-status': 'register',
  'every-return-sent': 'register',
  'no-uncertain-match': 'person',
  'no-transfer-code-uncoded': 'register',
  'no-address-fault': 'register',
  /** A campaign of the plan is settled, and of nobody in it is it uncertain. */
  'every-letter-handed-over': 'register',
  /** System: who got a letter has a status code. */
  'every-letter-coded': 'register',
  'every-sms-handed-over': 'register',
  'every-reply-forwarded': 'person',
  'no-missing-mobile-unnoted': 'person',
  'no-card-uncalled': 'person',
} as const satisfies Readonly<Record<string, 'register' | 'person'>>;

export type Condition = keyof typeof answeredBy;

/** The conditions that have a question: how many are left, and which. */
export type Answered = {
  [C in Condition]: (typeof answeredBy)[C] extends 'register' ? C : never;
}[Condition];

// `as`: the keys of the table above.
export const conditions = Object.keys(answeredBy) as readonly Condition[];

export const isCondition = (text: string): text is Condition => Object.hasOwn(answeredBy, text);
export const isAnswered = (condition: Condition): condition is Answered => answeredBy[condition] === 'register';

/** What the register can say of a task. A new one is a line here and a question in `src/store/conditions` (the compiler asks for it). */
export const conditions = [
  /** System: a transfer list with youths of the track has been applied. */
  'transfer-list-applied',
  'no-stale-case-in-own-list',
  'no-youth-without-choice',
  'no-own-contact-without-status',
  'every-return-sent',
  'no-uncertain-match',
  'no-transfer-code-uncoded',
  'no-address-fault',
  /** A campaign of the plan is settled, and of nobody in it is it uncertain. */
  'every-letter-handed-over',
  /** System: who got a letter has a status code. */
  'every-letter-coded',
  'every-sms-handed-over',
  'every-reply-forwarded',
  'no-missing-mobile-unnoted',
  'no-card-uncalled',
] as const;
export type Condition = (typeof conditions)[number];

export const isCondition = (text: string): text is Condition => (conditions as readonly string[]).includes(text);

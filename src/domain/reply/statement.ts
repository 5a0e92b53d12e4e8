import type { Activity, FirstContactStatus, Reason, Statement } from '../coding/situation.ts';

/** What a reply says: one of six boxes, the same on paper, on the phone and on the screen. */
export const replyStatements = ['in-work', 'in-school', 'abroad', 'wants-contact', 'no-follow-up', 'other'] as const;
export type ReplyStatement = (typeof replyStatements)[number];

/** The five ways a reply comes in. */
export const replyChannels = ['reply-form', 'phone', 'email', 'sms', 'drop-in'] as const;
export type ReplyChannel = (typeof replyChannels)[number];

/** Who spoke, as whoever registers it knows. */
export const replyResponders = ['youth', 'guardian', 'other'] as const;
export type ReplyResponder = (typeof replyResponders)[number];

/** What the reply is as a contact of the case. Abroad is a fact about where, not one of the contact's own statements. */
export const contactStatement: Readonly<Record<ReplyStatement, Statement>> = {
  'in-work': 'in-work',
  'in-school': 'in-school',
  abroad: 'other',
  'wants-contact': 'wants-follow-up',
  'no-follow-up': 'no-to-ot',
  other: 'other',
};

/** What the reply says of the youth's situation, for the coding rules to judge. */
export interface ReplyFacts {
  readonly atFirstContact?: FirstContactStatus;
  readonly activity?: Activity;
  readonly reasons?: readonly Reason[];
}

/** Facts are taken from what the youth says only; a guardian's word is for a person to weigh. */
export function factsOf(says: ReplyStatement, answeredBy: ReplyResponder): ReplyFacts {
  if (answeredBy !== 'youth') return {};
  switch (says) {
    case 'in-work':
      return { atFirstContact: 'in-work', activity: { kind: 'work', runBy: [] } };
    case 'in-school':
      return { atFirstContact: 'in-school', activity: { kind: 'school', runBy: [] } };
    case 'abroad':
      return { reasons: ['abroad'] };
    case 'wants-contact':
    case 'no-follow-up':
    case 'other':
      return {};
  }
}

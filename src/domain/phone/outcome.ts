import type { Contact, Direction, Responder, Statement } from '../coding/situation.ts';

/** How a call went; the order is that of the keys 1–6. */
export const callOutcomes = ['reached', 'guardian', 'wrong-person', 'no-answer', 'busy', 'wrong-number'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** What somebody who answers may say; the order is that of the keys once the outcome is chosen. */
export const saidOnPhone = [
  'wants-follow-up',
  'in-school',
  'in-work',
  'no-to-ot',
  'other',
] as const satisfies Statement[];
export type SaidOnPhone = (typeof saidOnPhone)[number];

/** Outcomes by which somebody has answered who may speak of the youth. */
export const answered = (outcome: CallOutcome): outcome is 'reached' | 'guardian' =>
  outcome === 'reached' || outcome === 'guardian';

const answeredBy: Readonly<Record<CallOutcome, Responder>> = {
  reached: 'youth',
  guardian: 'guardian',
  'wrong-person': 'other',
  'no-answer': 'none',
  busy: 'none',
  'wrong-number': 'none',
};

/** A call as an entry of contact: one without an answer is an attempt, and never contact (2015 briefing on OTUK). */
export const contactOf = (
  outcome: CallOutcome,
  says: SaidOnPhone | null,
  direction: Direction,
): Pick<Contact, 'channel' | 'direction' | 'answeredBy' | 'says'> => ({
  channel: 'phone',
  direction,
  answeredBy: answeredBy[outcome],
  says: answered(outcome) ? says : null,
});

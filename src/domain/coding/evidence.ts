import type { Day } from '../calendar/day.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { Contact, Reason, Situation, Statement } from './situation.ts';

/**
 * What the contacts prove, in rising order. A letter, SMS or e-mail without an answer is not contact; a guardian's answer may count
 * for someone under 18 "in some cases (illness, imprisonment)" (2015 briefing, slide on OTUK).
 */
export const grounds = [
  'no-contact',
  'only-attempts',
  'answered-by-other',
  'guardian-without-reason',
  'guardian-of-age',
  'answerer-unknown',
  'guardian-age-unknown',
  'guardian-other-reason',
  'guardian-with-reason',
  'youth-answered',
] as const;
export type Ground = (typeof grounds)[number];
export type Proof = 'proved' | 'doubtful' | 'missing';

export interface Evidence {
  readonly ground: Ground;
  readonly proof: Proof;
}

/** How much a ground proves: illness is named by the source, other reasons are not; an incoming answer without a sender is a guess. */
export function proofOf(ground: Ground): Proof {
  const rank = grounds.indexOf(ground);
  if (rank >= grounds.indexOf('guardian-with-reason')) return 'proved';
  return rank >= grounds.indexOf('answerer-unknown') ? 'doubtful' : 'missing';
}

/** Contacts dated after the day do not count yet; an undated one counts. */
export const contactsUntil = (situation: Situation): readonly Contact[] =>
  situation.contacts.filter((contact) => contact.on === null || contact.on <= situation.on);

/** In the school year of the day (from 1 August); an undated contact is taken to be. */
export const isThisYear = (contact: Contact, on: Day): boolean =>
  contact.on === null || schoolYearOf(contact.on) === schoolYearOf(on);

/** The best ground among the contacts. */
export function evidenceIn(contacts: readonly Contact[], situation: Situation): Evidence {
  let best: Ground = 'no-contact';
  for (const contact of contacts) {
    const ground = groundOf(contact, situation);
    if (grounds.indexOf(ground) > grounds.indexOf(best)) best = ground;
  }
  return { ground: best, proof: proofOf(best) };
}

/** What one contact proves. */
export function groundOf(contact: Contact, situation: Situation): Ground {
  switch (contact.answeredBy) {
    case 'youth':
      return 'youth-answered';
    case 'guardian':
      return guardianGround(contact, situation);
    case 'other':
      return 'answered-by-other';
    case 'none':
      return 'only-attempts';
    case null:
      return cameFromOutside(contact) ? 'answerer-unknown' : 'only-attempts';
  }
}

/** Reasons that can keep a youth from answering themselves. Only illness is named by the source; the rest are doubtful. */
const keepsFromAnswering: readonly Reason[] = ['ill', 'childcare', 'military', 'abroad'];

function guardianGround(contact: Contact, situation: Situation): Ground {
  // Under 18 on the day of the decision is under 18 on every day before it.
  const minor = situation.age.minor === true ? true : (contact.minor ?? situation.age.minor);
  if (minor === false) return 'guardian-of-age';
  const given = situation.reasons?.filter((reason) => keepsFromAnswering.includes(reason)) ?? [];
  if (given.length === 0) return 'guardian-without-reason';
  if (minor === null) return 'guardian-age-unknown';
  return given.includes('ill') ? 'guardian-with-reason' : 'guardian-other-reason';
}

/** A reply form and a drop-in come from somebody; so does whatever is marked as incoming. Held meetings too. */
function cameFromOutside(contact: Contact): boolean {
  if (contact.direction !== null) return contact.direction === 'in';
  return contact.channel === 'reply-form' || contact.channel === 'drop-in' || contact.channel === 'meeting';
}

export interface Said {
  readonly what: Statement;
  /** False when nobody wrote down who answered. */
  readonly sure: boolean;
}

/** What the youth has said, oldest first; equal days keep their order, undated comes first. Guardians and others do not speak here. */
export function saidByYouth(contacts: readonly Contact[], situation: Situation): readonly Said[] {
  const spoken = contacts.flatMap((contact) => {
    const ground = groundOf(contact, situation);
    const heard = ground === 'youth-answered' || ground === 'answerer-unknown';
    return heard && contact.says !== null
      ? [{ on: contact.on ?? '', what: contact.says, sure: ground === 'youth-answered' }]
      : [];
  });
  return spoken.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ what, sure }) => ({ what, sure }));
}

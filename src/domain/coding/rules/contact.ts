import type { Ground } from '../evidence.ts';
import { familyOf } from '../families.ts';
import type { Known } from '../known.ts';
import { allowed, refused, rule, sources, warned } from '../rule.ts';
import { isTwin } from '../via-ot.ts';

type GroundWhy = Ground;
const groundWhys = [
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
] as const satisfies readonly GroundWhy[];

const bestGround = (known: Known): Ground =>
  known.evidence.ground === 'no-contact' ? known.earlierEvidence.ground : known.evidence.ground;

/**
 * Groups 2–4 need contact: OTUK stands until contact is made, and an unanswered letter, SMS or e-mail is none (briefing).
 * Room: contact only in an earlier school year (whether OTUK must come again was not found), and the county's own-contact youths, who
 * get a new status at the transfer, not OTUK (flowchart): warned, for it makes sense only when the youth is already known.
 */
export const contactBeforeLeavingUnknown = rule({
  id: 'contact-before-leaving-unknown',
  source: sources.briefing,
  whys: [...groundWhys, 'earlier-school-year', 'own-contact', 'was-outside'],
  judge: ({ known, group }) => {
    if (group === 1 || group === 5) return undefined;
    if (known.standing !== 'not-reached' && known.standing !== 'outside-by-register') return undefined;
    const { ground, proof } = known.evidence;
    if (proof === 'proved') return allowed(ground);
    if (proof === 'doubtful') return warned(ground);
    if (known.earlierEvidence.proof !== 'missing') return warned('earlier-school-year');
    if (known.standing === 'outside-by-register') return warned('was-outside');
    const { from, transfer } = known.situation;
    if (from === null && transfer !== null && !known.tried) return warned('own-contact', { transfer });
    return refused(bestGround(known));
  },
});

/** A twin outside the target group rests on where the youth was when first reached; a list may tell it before anyone is reached (flowchart, cross-check). */
export const outsideWithoutContact = rule({
  id: 'outside-without-contact',
  source: `${sources.briefing}; ${sources.county}`,
  whys: ['known-from-a-list', 'nothing-known'],
  judge: ({ known, code }) => {
    const { on, atFirstContact: first } = known.situation;
    if (!isTwin(code, on) || known.standing !== 'not-reached' || known.evidence.proof === 'proved') return undefined;
    const family = familyOf(code, on);
    const isThere = known.kind !== null && family?.kinds.includes(known.kind);
    const wasThere = first !== null && family?.atFirstContact.includes(first);
    return isThere || wasThere ? warned('known-from-a-list') : refused('nothing-known');
  },
});

/**
 * Never back to OTUK after contact in the same school year: it follows from what OTUK means, no explicit ban was found. The system
 * owner may go against it with a reason. A new school year may start again from a transfer code: warned.
 */
export const unknownAfterContact = rule({
  id: 'unknown-after-contact',
  source: sources.briefingInferred,
  override: 'system_owner',
  whys: [
    'contact-this-year',
    'contact-in-doubt',
    'status-shows-contact',
    'first-contact-was-made',
    'was-worked-with',
    'known-last-year',
    'not-reached-yet',
  ],
  judge: ({ known, code }) => {
    if (code !== 'OTUK') return undefined;
    if (known.evidence.proof === 'proved') return refused('contact-this-year');
    // Only an earlier year's contact can explain a status that is set after contact; a doubtful one this year does not make it weaker.
    if (known.standing === 'reached' && known.earlierEvidence.proof === 'missing')
      return refused('status-shows-contact', { from: known.situation.from ?? '' });
    if (known.evidence.proof === 'doubtful') return warned('contact-in-doubt', { ground: known.evidence.ground });
    if (known.earlierEvidence.proof !== 'missing') return warned('known-last-year');
    if (known.standing === 'outside-at-first-contact') return warned('first-contact-was-made');
    if (known.standing === 'worked-with') return warned('was-worked-with');
    return allowed('not-reached-yet');
  },
});

/** OTUK says that the activity is unknown; one that is on record should be looked at first. */
export const unknownWithActivity = rule({
  id: 'unknown-with-activity',
  source: sources.briefingInferred,
  whys: ['activity-on-record'],
  judge: ({ known, code }) =>
    code === 'OTUK' && known.kind !== null ? warned('activity-on-record', { activity: known.kind }) : undefined,
});

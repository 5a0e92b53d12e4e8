import type { Day } from '../calendar/day.ts';
import { entryOn, latestEntry, type StatusCode } from '../status-code/status-code.ts';
import { familyOf } from './families.ts';
import type { Situation } from './situation.ts';

/** What is known of "did the activity come about through OT?", and how. */
export type ViaOt =
  | { readonly answer: 'no'; readonly by: 'answer' | 'first-contact'; readonly against: boolean }
  | { readonly answer: 'yes'; readonly by: 'answer' | 'first-contact'; readonly against: false }
  | { readonly answer: 'open' };

/**
 * The youth's status when OT first reached them decides, not who did the work (2015 briefing, slides 16 and 20–22; the worked example).
 * So a "yes" gives way to a first contact that found the youth already there; a "no" stands, but is `against` when first contact says otherwise.
 */
export function viaOtOf(code: StatusCode, situation: Situation): ViaOt {
  const { atFirstContact: first, viaOt } = situation;
  const firstIsKnown = first !== null && first !== 'unknown';
  const alreadyThere = firstIsKnown && (familyOf(code, situation.on)?.atFirstContact.includes(first) ?? false);
  if (viaOt === 'no') return { answer: 'no', by: 'answer', against: firstIsKnown && !alreadyThere };
  if (alreadyThere) return { answer: 'no', by: 'first-contact', against: viaOt === 'yes' };
  if (viaOt === 'yes') return { answer: 'yes', by: 'answer', against: false };
  return firstIsKnown ? { answer: 'yes', by: 'first-contact', against: false } : { answer: 'open' };
}

/** The code to register for the one asked for: a "no" turns OTAR, OTEV, OTVF, OTLL (and the detailed codes of old) into their twins. */
export function codeToRegister(wish: StatusCode, situation: Situation): StatusCode {
  const twin = twinOf(wish, situation.on);
  return twin !== undefined && viaOtOf(wish, situation).answer === 'no' ? twin : wish;
}

export const twinOf = (code: StatusCode, on: Day): StatusCode | undefined =>
  (entryOn(code, on) ?? latestEntry(code)).twin;

/** Whether the code is the outcome of a "no": in group 5 because of where the youth was at first contact. */
export const isTwin = (code: StatusCode, on: Day): boolean =>
  familyOf(code, on) !== undefined && latestEntry(code).group === 5;

import { reportCode } from '../status-code/report-code.ts';
import { mainGroupOf, type StatusCode } from '../status-code/status-code.ts';
import { contactsUntil, type Evidence, evidenceIn, isThisYear, type Said, saidByYouth } from './evidence.ts';
import type { ActivityKind, Runner, Situation } from './situation.ts';
import { isTwin } from './via-ot.ts';

/** What the present status says about contact. */
export type Standing =
  /** No OT status yet, or OTUK: nobody has reached the youth as far as the status tells. */
  | 'not-reached'
  /** A status that can only be set after contact. */
  | 'reached'
  /** A pupil or apprentice OT works with beforehand. */
  | 'worked-with'
  /** Outside the target group because of where the youth was when first reached, or by a list. */
  | 'outside-at-first-contact'
  /** Moved, abroad or registered by mistake: facts of a register, not of contact. */
  | 'outside-by-register';

/** A situation with what all rules need to know of it, worked out once. */
export interface Known {
  readonly situation: Situation;
  readonly standing: Standing;
  /** Contact in the school year of the day. */
  readonly evidence: Evidence;
  readonly earlierEvidence: Evidence;
  /** Whether any contact, attempt or not, is on record by that day. */
  readonly tried: boolean;
  readonly said: readonly Said[];
  readonly saidEarlier: readonly Said[];
  /** What is going on; a measure is understood where only who runs it is given. */
  readonly kind: ActivityKind | null;
  readonly runBy: readonly Runner[];
}

/** Works out what the rules need; pure, and cheap enough for a guard. */
export function know(situation: Situation): Known {
  const contacts = contactsUntil(situation);
  const recent = contacts.filter((contact) => isThisYear(contact, situation.on));
  const earlier = contacts.filter((contact) => !isThisYear(contact, situation.on));
  const runBy = situation.activity?.runBy ?? [];
  return {
    situation,
    standing: standingOf(situation),
    evidence: evidenceIn(recent, situation),
    earlierEvidence: evidenceIn(earlier, situation),
    tried: contacts.length > 0,
    said: saidByYouth(recent, situation),
    saidEarlier: saidByYouth(earlier, situation),
    kind: situation.activity?.kind ?? (runBy.length > 0 ? 'measure' : null),
    runBy,
  };
}

const preventive: readonly StatusCode[] = ['ELGS', 'ELGS_IM', 'ELVG', 'ELVG_IM'];

function standingOf({ from, on }: Situation): Standing {
  if (from === null) return 'not-reached';
  const code = reportCode(from, on);
  const group = mainGroupOf(code);
  if (group === 1) return 'not-reached';
  if (group !== 5) return 'reached';
  if (preventive.includes(code)) return 'worked-with';
  return isTwin(code, on) ? 'outside-at-first-contact' : 'outside-by-register';
}

/** What the youth said last, this school year, of the given things. */
export const lastSaid = (known: Known, among: readonly Said['what'][]): Said | undefined =>
  known.said.findLast((said) => among.includes(said.what));

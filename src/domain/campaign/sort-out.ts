import type { Day } from '../calendar/day.ts';
import type { Addressee } from '../household/letter-piece.ts';
import { isProtected } from '../person/reach.ts';
import type { LanguageForm, YouthRecord } from '../person/youth-record.ts';
import { targetAgeOn } from '../target-group.ts';
import type { CaseFile } from '../youth/case-file.ts';
import type { CampaignFile } from './campaign-file.ts';
import type { Exclusion } from './recipient.ts';

/** What decides whether a youth gets a campaign, read when the list is frozen and again right before each claim. */
export interface Candidate {
  readonly born: Day | null;
  readonly record: Omit<YouthRecord, 'nationalId'>;
  /** The number an SMS may go to; null when there is none, or it has turned out to be somebody else's. */
  readonly mobile: string | null;
  readonly status: string | null;
  readonly choice: CaseFile['choice'];
  readonly isOnList: boolean;
  /** Asked not to be written to on this channel. */
  readonly isReserved: boolean;
  /** Has answered since what was sent last; at hand-over, since the list was frozen. */
  readonly hasReplied: boolean;
}

/** One addressee of a household, and whether a piece goes there. */
export type Line =
  | { readonly addressee: Addressee; readonly stands: 'planned' }
  /** A person looks after it; nothing says why. */
  | { readonly addressee: Addressee; readonly stands: 'manual' }
  | { readonly addressee: Addressee; readonly stands: 'excluded'; readonly reason: Exclusion };

export interface Sorted {
  readonly language: LanguageForm;
  /** The youth's own line first. */
  readonly lines: readonly Line[];
}

export type Aim = Pick<CampaignFile, 'channel' | 'purpose'>;
/** Who in a household gets a letter on that day. Protection is asked before it. */
export type Household = (record: Candidate['record'], on: Day) => readonly Line[];
/** The rule with what is known when it is asked: postcodes in force, letters that have come back. */
export type Households = () => Promise<Household>;

/**
 * Who gets it, and why somebody does not. What concerns the case comes before what concerns the address, so that the manual
 * list holds only those who should have had it; protected persons are told apart before any address is looked at.
 */
export function sortOut(candidate: Candidate, aim: Aim, on: Day, household: Household): Sorted {
  const { record } = candidate;
  const language = record.languageForm ?? 'nb';
  const reason = caseReason(candidate, aim, on);
  if (reason) return { language, lines: [{ addressee: 'youth', stands: 'excluded', reason }] };
  if (isProtected(record.addressProtection)) return { language, lines: [{ addressee: 'youth', stands: 'manual' }] };
  return { language, lines: aim.channel === 'sms' ? [sms(candidate)] : household(record, on) };
}

/** Where one addressee stands by the facts as they are now. */
export function standsNow(addressee: Addressee, { lines }: Sorted): Line {
  const line = lines.find((one) => one.addressee === addressee);
  if (line) return line;
  const [own] = lines;
  // What stops the youth's own letter stops the copies.
  if (own && own.stands !== 'planned' && lines.length === 1) return { ...own, addressee };
  const reason = lines.length > 1 ? 'household-changed' : 'turned-18';
  return { addressee, stands: 'excluded', reason };
}

function caseReason(candidate: Candidate, { channel, purpose }: Aim, on: Day): Exclusion | undefined {
  const { born, record, status } = candidate;
  if (record.deceased) return 'deceased';
  if (channel === 'letter' && !candidate.isOnList) return 'off-list';
  if (born !== null && targetAgeOn(born, on) !== 'covered') return 'outside-target-group';
  if (purpose === 'sms-round' && status !== 'OTUK') return 'not-otuk';
  if (purpose === 'standard-letter') {
    if (status !== null && status !== 'OTUK') return 'coded-already';
    if (candidate.choice !== 'standard-letter') return chosenInstead[candidate.choice ?? 'none'];
  }
  if (candidate.hasReplied) return 'replied';
  return candidate.isReserved ? 'reserved' : undefined;
}

const chosenInstead = {
  'own-contact': 'own-contact',
  return: 'to-be-returned',
  none: 'no-choice',
} as const satisfies Readonly<Record<string, Exclusion>>;

const sms = ({ mobile }: Candidate): Line =>
  mobile === null
    ? { addressee: 'youth', stands: 'excluded', reason: 'no-mobile' }
    : { addressee: 'youth', stands: 'planned' };

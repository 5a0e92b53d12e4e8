import type { Day } from '../calendar/day.ts';
import type { TransferCode } from '../person/youth-record.ts';
import type { RegisteredCode } from '../status-code/report-code.ts';
import { isMinorOn, type TargetAge, targetAgeOn } from '../target-group.ts';

export const channels = ['letter', 'sms', 'email', 'phone', 'reply-form', 'meeting', 'drop-in'] as const;
export type Channel = (typeof channels)[number];
export const directions = ['out', 'in'] as const;
export type Direction = (typeof directions)[number];
export const responders = ['youth', 'guardian', 'other', 'none'] as const;
export type Responder = (typeof responders)[number];
export const statements = ['no-to-ot', 'no-to-offer', 'wants-follow-up', 'in-school', 'in-work', 'other'] as const;
export type Statement = (typeof statements)[number];
export const firstContactStatuses = [
  'in-school',
  'in-private-school',
  'apprentice',
  'in-work',
  'none',
  'unknown',
] as const;
export type FirstContactStatus = (typeof firstContactStatuses)[number];
export const activityKinds = ['school', 'private-school', 'apprentice', 'work', 'measure'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const runners = ['county', 'municipality', 'nav'] as const;
export type Runner = (typeof runners)[number];
export const reasons = ['ill', 'childcare', 'military', 'abroad', 'moved-county', 'registered-by-mistake'] as const;
export type Reason = (typeof reasons)[number];
export const viaOtAnswers = ['yes', 'no'] as const;
export type ViaOtAnswer = (typeof viaOtAnswers)[number];

/** One attempt or answer. Null is "not known". An attempt becomes contact only by who answered. */
export interface Contact {
  readonly on: Day | null;
  readonly channel: Channel | null;
  readonly direction: Direction | null;
  readonly answeredBy: Responder | null;
  readonly says: Statement | null;
  /** Under 18 on the day of the contact; absent means as on the day of the decision. */
  readonly minor?: boolean | null;
}

/** What the rules need of a birth date, without the birth date: workflows carry no person. */
export interface AgeFacts {
  readonly minor: boolean | null;
  readonly target: TargetAge | null;
}

/** What is going on now, open on the day of the decision. */
export interface Activity {
  readonly kind: ActivityKind | null;
  /** Who runs a measure; empty when not known. */
  readonly runBy: readonly Runner[];
}

/** Everything the coding rules look at, as plain JSON. Null is "not known", never "no". */
export interface Situation {
  readonly on: Day;
  readonly age: AgeFacts;
  readonly transfer: TransferCode | null;
  /** The OT status that stands now; null when the youth has none yet. */
  readonly from: RegisteredCode | null;
  /** The code asked for, as it was written: it may be no code at all. */
  readonly to: string | null;
  readonly contacts: readonly Contact[];
  readonly atFirstContact: FirstContactStatus | null;
  readonly activity: Activity | null;
  readonly reasons: readonly Reason[] | null;
  readonly viaOt: ViaOtAnswer | null;
}

const ageNotKnown: AgeFacts = { minor: null, target: null };

/** The age facts of a birth date on a day. */
export const ageFacts = (born: Day | null, on: Day): AgeFacts =>
  born === null ? ageNotKnown : { minor: isMinorOn(born, on), target: targetAgeOn(born, on) };

/** A situation where only the day and the given facts are known. */
export const situationOn = (on: Day, facts: Partial<Omit<Situation, 'on'>> = {}): Situation => ({
  on,
  age: ageNotKnown,
  transfer: null,
  from: null,
  to: null,
  contacts: [],
  atFirstContact: null,
  activity: null,
  reasons: null,
  viaOt: null,
  ...facts,
});

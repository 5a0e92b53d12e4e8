import { daysBetween } from '../calendar/arithmetic.ts';
import type { Day } from '../calendar/day.ts';
import type { Hold } from '../household/hold.ts';

/** What is to be checked of a youth with OTUK: always the status; the rest where something is amiss (flowchart S1, review). */
export const thingsToCheck = [
  'status',
  'no-mobile',
  'no-address',
  'bad-address',
  'never-contacted',
  'old-contact',
] as const;
export type ToCheck = (typeof thingsToCheck)[number];

/** A contact older than half a year says little of where somebody is now. (own choice) */
const oldAfter = 180;

export interface Reachable {
  readonly hasMobile: boolean;
  /** Why no letter goes to the youth by itself. */
  readonly hold: Hold | undefined;
  /** The last time anybody tried or answered. */
  readonly lastContactOn: Day | undefined;
}

export function toCheck({ hasMobile, hold, lastContactOn }: Reachable, today: Day): readonly ToCheck[] {
  const isOld = lastContactOn !== undefined && daysBetween(lastContactOn, today) > oldAfter;
  return [
    'status',
    ...(hasMobile ? [] : (['no-mobile'] as const)),
    ...(hold === undefined ? [] : [isWithoutAddress(hold) ? ('no-address' as const) : ('bad-address' as const)]),
    ...(lastContactOn === undefined ? (['never-contacted'] as const) : []),
    ...(isOld ? (['old-contact'] as const) : []),
  ];
}

const isWithoutAddress = (hold: Hold): boolean =>
  hold.why === 'address' && hold.faults.some(({ code }) => code === 'no-address' || code === 'no-street');

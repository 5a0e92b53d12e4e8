import type { Day } from '../calendar/day.ts';
import { isWithin, type Span } from '../calendar/school-year.ts';
import type { ActivityKind } from '../coding/situation.ts';
import type { PlannedCohort } from '../plan/plan.ts';

/** The lists the review group gets (flowchart, phase 3), and any further one by a column map. */
export const checkListKinds = ['private-school', 'exchange', 'started', 'apprentices', 'other'] as const;
export type CheckListKind = (typeof checkListKinds)[number];

/** What being on a list says of a youth, and which of the plan's windows the list is bounded by. */
export interface ListMeaning {
  /** Null where the list says nothing that a code rests on. */
  readonly activity: ActivityKind | null;
  readonly cohort: string | null;
}

/**
 * What each kind says. An exchange year is schooling abroad: OTEV covers pupils in another county, at private schools and abroad, while
 * OTFU is a long stay abroad without formal education (2015 briefing).
 */
export const meaningOf: Readonly<Record<Exclude<CheckListKind, 'other'>, ListMeaning>> = {
  'private-school': { activity: 'private-school', cohort: null },
  exchange: { activity: 'school', cohort: null },
  started: { activity: 'school', cohort: 'started-in-september' },
  apprentices: { activity: 'apprentice', cohort: 'apprentices' },
};

/** How a row's start stands to the window: inside, before or after it, a day nobody can read, or no window to stand to. */
export const placesInWindow = ['inside', 'before', 'after', 'no-day', 'no-window'] as const;
export type PlaceInWindow = (typeof placesInWindow)[number];

/** The window in days, from the plan in force; undefined when the plan has none of that name. */
export function windowIn(cohorts: readonly PlannedCohort[], cohort: string | null): Span | undefined {
  const found = cohorts.find(({ id }) => id === cohort);
  return found && { from: found.from, to: found.to };
}

/** A list without a column for the day is taken at the office's word: all of it is inside. */
export function placeInWindow(startedOn: Day | null, window: Span | undefined, hasStartColumn: boolean): PlaceInWindow {
  if (!window) return 'no-window';
  if (startedOn === null) return hasStartColumn ? 'no-day' : 'inside';
  if (isWithin(startedOn, window)) return 'inside';
  return startedOn < window.from ? 'before' : 'after';
}

/** Only rows in the window, or on a list without one, speak for a code. */
export const speaksForCode = (place: PlaceInWindow): boolean => place === 'inside' || place === 'no-window';

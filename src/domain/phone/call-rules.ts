import type { ClockTime } from '../calendar/clock-time.ts';
import { type Day, instant } from '../calendar/day.ts';
import { clockOf, dayOf, instantAt } from '../calendar/oslo-clock.ts';
import { addWorkingDays, isWorkingDay } from '../calendar/working-day.ts';
import type { CallOutcome } from './outcome.ts';

/** Why a card is out of the pool without the youth being reached: a list somebody works through. */
export const outReasons = ['needs-number', 'tried-out'] as const;
export type OutReason = (typeof outReasons)[number];

export interface CallRule {
  /** Null: it does not come back. */
  readonly comesBack: { readonly minutes: number } | { readonly workingDays: number } | null;
  /** Who gets it then. */
  readonly to: 'same' | 'anyone';
  /** So many times this may be how it went; after that the card is out. */
  readonly atMost: number;
  /** What becomes of a card that does not come back. */
  readonly endsAs: 'settled' | OutReason;
}

/**
 * When and to whom a youth comes back. The source asks for rules per outcome and names none (ground-control#132): these are ours, for a county
 * to change here. A guardian who answered is rung again by the one they spoke with; silence is tried at another time of day by whoever is free.
 */
export const callRules: Readonly<Record<CallOutcome, CallRule>> = {
  reached: { comesBack: null, to: 'same', atMost: 1, endsAs: 'settled' },
  guardian: { comesBack: { workingDays: 1 }, to: 'same', atMost: 3, endsAs: 'tried-out' },
  'wrong-person': { comesBack: { workingDays: 1 }, to: 'anyone', atMost: 2, endsAs: 'needs-number' },
  'no-answer': { comesBack: { minutes: 240 }, to: 'anyone', atMost: 4, endsAs: 'tried-out' },
  busy: { comesBack: { minutes: 20 }, to: 'same', atMost: 5, endsAs: 'tried-out' },
  'wrong-number': { comesBack: null, to: 'anyone', atMost: 1, endsAs: 'needs-number' },
};

/** Nobody is rung outside these, nor on a day off. `as`: times on the clock. */
export const callingHours = { from: '09:00' as ClockTime, to: '20:00' as ClockTime } as const;
/** Calls to one youth in one drive, whatever came of them. */
export const mostCalls = 7;
/** A card that was skipped is offered again, to the same person. */
export const skippedFor = 30 * 60_000;
/** So long a card is somebody's who has it before them. */
export const heldFor = 30 * 60_000;

export interface CallMade {
  readonly outcome: CallOutcome;
  readonly at: number;
  readonly by: string;
  /** A time that was agreed: it goes before the rule. */
  readonly callBackAt: number | null;
  /** Outcomes of earlier calls to the youth in the drive. */
  readonly before: readonly CallOutcome[];
}

/** Where a card stands after a call. `keptFor` null: whoever is free. */
export type CardNext =
  | {
      readonly state: 'open';
      readonly availableAt: number;
      readonly keptFor: string | null;
      readonly callBack: boolean;
    }
  | { readonly state: 'settled' }
  | { readonly state: 'out'; readonly why: OutReason };

export function afterCall({ outcome, at, by, callBackAt, before }: CallMade): CardNext {
  if (callBackAt !== null) return { state: 'open', availableAt: callBackAt, keptFor: by, callBack: true };
  const { comesBack, to, atMost, endsAs } = callRules[outcome];
  const alike = before.filter((one) => one === outcome).length + 1;
  if (comesBack === null || alike >= atMost || before.length + 1 >= mostCalls)
    return endsAs === 'settled' ? { state: 'settled' } : { state: 'out', why: endsAs };
  const keptFor = to === 'same' ? by : null;
  return { state: 'open', availableAt: withinHours(waited(at, comesBack)), keptFor, callBack: false };
}

/** A wait of working days ends when that day's calling begins. */
function waited(at: number, wait: NonNullable<CallRule['comesBack']>): number {
  if ('minutes' in wait) return at + wait.minutes * 60_000;
  return instantAt(addWorkingDays(dayOf(instant(at)), wait.workingDays), callingHours.from);
}

/** The moment itself when one may ring then, else the next at which one may. */
export function withinHours(at: number): number {
  const on = dayOf(instant(at));
  const clock = clockOf(instant(at));
  if (isWorkingDay(on) && clock >= callingHours.from && clock < callingHours.to) return at;
  const first: Day = isWorkingDay(on) && clock < callingHours.from ? on : addWorkingDays(on, 1);
  return instantAt(first, callingHours.from);
}

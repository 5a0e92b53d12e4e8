import { addDays } from '../calendar/arithmetic.ts';
import type { Day } from '../calendar/day.ts';
import { isWorkingDay } from '../calendar/working-day.ts';

/** How many were left at the end of a day. */
export interface DayCount {
  readonly on: Day;
  readonly left: number;
}

export interface ForecastDay extends DayCount {
  /** Nine times in ten it is between these. */
  readonly low: number;
  readonly high: number;
}

export const outlooks = ['there', 'on-pace', 'near', 'short'] as const;
/** There already; reaches the goal; the goal is within the band; it is not. */
export type Outlook = (typeof outlooks)[number];

export interface BurnDown {
  readonly now: number;
  readonly goal: number;
  /** Per working day, so far: how fast it has gone lately. */
  readonly pace: number;
  /** Per working day, from now on: what the goal needs. 0 when it is reached; all of it when no working day is left. */
  readonly needed: number;
  /** From tomorrow to the day it is reported, working days and others. */
  readonly ahead: readonly ForecastDay[];
  readonly end: ForecastDay;
  readonly outlook: Outlook;
}

/** Working days that tell how fast it goes. */
const lately = 10;
/** Before anything is known: of a hundred unknown youths, two are found a day, and we are as sure of it as one day of ours would make us. */
const prior = { found: 1, left: 50 };
/** Nine in ten of a normal distribution. */
const nineInTen = 1.645;

/**
 * Model: each youth who is left is found on a working day with the same small chance p, whoever it is. So what is left shrinks by a share a day, not by
 * a number. p is found ÷ left over the last ten working days, with a weak prior, so that an empty start forecasts neither nothing nor everything; days on which it rose
 * count as they are, since new youths come too. The band holds the chance of each youth, that p is only estimated, and that days differ more than chance would
 * (the days' own spread, where it is wider).
 */
export function burnDown(days: readonly DayCount[], goal: number, until: Day): BurnDown {
  const last = days.at(-1);
  if (!last) throw new Error('nothing is counted yet');
  const { p, unsure } = chance(days);
  const ahead: ForecastDay[] = [];
  let working = 0;
  for (let on = addDays(last.on, 1); on <= until; on = addDays(on, 1)) {
    if (isWorkingDay(on)) working += 1;
    ahead.push({ on, ...after(last.left, p, unsure, working) });
  }
  const end = ahead.at(-1) ?? { on: last.on, left: last.left, low: last.left, high: last.left };
  const missing = Math.max(0, last.left - goal);
  return {
    now: last.left,
    goal,
    pace: paceOf(days),
    needed: working === 0 ? missing : missing / working,
    ahead,
    end,
    outlook: last.left <= goal ? 'there' : end.left <= goal ? 'on-pace' : end.low <= goal ? 'near' : 'short',
  };
}

interface Pair {
  readonly before: number;
  readonly found: number;
}

/** What each of the last working days found, of how many; what a day off found belongs to the working day after it. */
function pairs(days: readonly DayCount[]): readonly Pair[] {
  const worked = days.filter(({ on }, index) => index === 0 || isWorkingDay(on));
  return worked
    .slice(1)
    .map(({ left }, index) => ({ before: worked[index]?.left ?? 0, found: (worked[index]?.left ?? 0) - left }))
    .slice(-lately);
}

function chance(days: readonly DayCount[]): { readonly p: number; readonly unsure: number } {
  const seen = pairs(days);
  const left = seen.reduce((sum, one) => sum + one.before, 0) + prior.left;
  const found = seen.reduce((sum, one) => sum + one.found, 0) + prior.found;
  const p = Math.min(0.5, Math.max(0, found / left));
  const shares = seen.filter(({ before }) => before > 0).map(({ before, found: some }) => some / before);
  const chanceAlone = (p * (1 - p)) / left;
  const spread = shares.length < 3 ? 0 : shares.reduce((sum, one) => sum + (one - p) ** 2, 0) / (shares.length - 1);
  return { p, unsure: Math.max(chanceAlone, shares.length === 0 ? 0 : spread / shares.length) };
}

function after(now: number, p: number, unsure: number, working: number): Omit<ForecastDay, 'on'> {
  const stays = (1 - p) ** working;
  const left = now * stays;
  const ofEach = now * stays * (1 - stays);
  const ofTheChance = (now * working * (1 - p) ** Math.max(0, working - 1)) ** 2 * unsure;
  const wide = nineInTen * Math.sqrt(ofEach + ofTheChance);
  return { left: Math.round(left), low: Math.round(Math.max(0, left - wide)), high: Math.round(left + wide) };
}

function paceOf(days: readonly DayCount[]): number {
  const seen = pairs(days);
  return seen.length === 0 ? 0 : seen.reduce((sum, one) => sum + one.found, 0) / seen.length;
}

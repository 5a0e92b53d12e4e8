import { type Day, day } from '#domain/calendar/day.ts';
import type { TransferCode } from '#domain/person/youth-record.ts';
import type { LeavingNotice } from './county-shape.ts';
import type { Chance } from './random.ts';

/** End reasons of the registration handbook (B06) that a break in upper secondary can have. */
const endReasons = ['AR', 'FL', 'IM', 'LV', 'OP', 'PS', 'SL', 'SV', 'US', 'AF'];

/** The day a youth comes over: OSON in August, the others in September (the sheet's two waves), OESL all year. */
export function drawIn(code: TransferCode, firstYear: number, chance: Chance): Day {
  if (code === 'OSON') return day(`${firstYear}-08-24`);
  if (code !== 'OESL') return day(`${firstYear}-09-28`);
  // 25 August to 10 June: from the first school days to the last.
  return daysAfter(day(`${firstYear}-08-25`), chance.int(290));
}

/** What the school tells: the talk and the plan are often not registered (domain notes §2.5). */
export function leavingNotice(arrivesOn: Day, school: string, chance: Chance): LeavingNotice {
  const told = (yes: number) => (chance.happens(0.25) ? null : chance.happens(yes));
  return {
    leftOn: daysAfter(arrivesOn, -1 - chance.int(14)),
    school,
    reason: chance.pick(endReasons),
    meetingHeld: told(0.7),
    planMade: told(0.5),
  };
}

function daysAfter(from: Day, days: number): Day {
  return day(new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10));
}

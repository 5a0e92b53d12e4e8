import { addDays } from '../calendar/arithmetic.ts';
import type { ClockTime } from '../calendar/clock-time.ts';
import { type Instant, instant } from '../calendar/day.ts';
import { dayOf, instantAt } from '../calendar/oslo-clock.ts';
import { isWorkingDay } from '../calendar/working-day.ts';

/** When messages may reach people, by the clocks in Norway. */
export interface SendingHours {
  readonly from: ClockTime;
  /** The first moment of the day at which nothing more goes out. */
  readonly to: ClockTime;
  readonly workingDaysOnly: boolean;
}

/** The first moment, not before the given one, at which something may go out. */
export function nextSendingMoment(at: number, hours: SendingHours): Instant {
  let day = dayOf(instant(at));
  for (;;) {
    const opens = instantAt(day, hours.from);
    const isOpenDay = !hours.workingDaysOnly || isWorkingDay(day);
    if (isOpenDay && at < instantAt(day, hours.to)) return instant(Math.max(at, opens));
    day = addDays(day, 1);
  }
}

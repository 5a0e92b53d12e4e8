import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf, instantAt } from '#domain/calendar/oslo-clock.ts';
import { addWorkingDays } from '#domain/calendar/working-day.ts';
import type { PhoneDrives } from '#ports/phone-drives.ts';
import type { Performer } from './carry-out.ts';

// `as`: a time on the clock, before anybody rings.
const early = '07:30' as ClockTime;

/** Order `dealCards`: a card for each who is OTUK, shared out evenly; sharing out again what is shared changes nothing. Answers `cards.dealt`. */
export const dealPhoneCards =
  (drives: PhoneDrives): Performer =>
  async (params, order) => {
    // `as`: the drive's machine gives these params with each of its orders.
    const { driveId, how } = params as { readonly driveId: string; readonly how: 'new' | 'all' };
    const drive = await drives.find(driveId);
    if (!drive) return null;
    const { given, left } = await drives.deal({ driveId, how, at: order.at });
    const tomorrow = instantAt(addWorkingDays(dayOf(instant(order.at)), 1), early);
    const againAt = tomorrow < drive.closesAt ? tomorrow : null;
    return { type: 'cards.dealt', at: order.at, doer: { by: null }, ...{ given, left, againAt } };
  };

/** Order `closeCards`: nothing is held any more, and what is left of OTUK is kept as it was when the drive closed. */
export const closePhoneCards =
  (drives: PhoneDrives): Performer =>
  async (params, order) => {
    const { driveId } = params as { readonly driveId: string };
    await drives.close(driveId, order.at);
    return null;
  };

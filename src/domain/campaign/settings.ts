import type { ClockTime } from '../calendar/clock-time.ts';
import type { SendingHours } from './sending-hours.ts';

/** What a county decides once about its sendings. */
export interface SendingSettings {
  readonly hours: SendingHours;
  /** From approval to the first hand-over: time to think again. */
  readonly regretMinutes: number;
  /** Price of one SMS part, in øre. */
  readonly smsPartPrice: number;
}

/** As long as nobody has decided otherwise; daytime and a quarter of an hour are our choice, the price must be the contract's. */
export const defaultSendingSettings: SendingSettings = {
  // `as`: times on the clock.
  hours: { from: '08:00' as ClockTime, to: '20:00' as ClockTime, workingDaysOnly: true },
  regretMinutes: 15,
  smsPartPrice: 39,
};

/** What a list of SMS costs at most, in øre. */
export const costOf = (parts: number, { smsPartPrice }: SendingSettings): number => parts * smsPartPrice;

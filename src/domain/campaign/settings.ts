import type { ClockTime } from '../calendar/clock-time.ts';
import type { Refusal } from '../outcome.ts';
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

/** A day's thinking time at most, and a price that could be one. */
export const mostRegretMinutes = 1_440;
export const mostPartPrice = 1_000;

/** Why settings cannot be kept: no hour left to send in, or a number that is none. */
export function faultsOfSettings({ hours, regretMinutes, smsPartPrice }: SendingSettings): readonly Refusal[] {
  const isWhole = (n: number, most: number) => Number.isInteger(n) && n >= 0 && n <= most;
  return [
    ...(hours.from < hours.to ? [] : [{ code: 'sendingSettings.hours', facts: { from: hours.from, to: hours.to } }]),
    ...(isWhole(regretMinutes, mostRegretMinutes)
      ? []
      : [{ code: 'sendingSettings.regret', facts: { most: mostRegretMinutes } }]),
    ...(isWhole(smsPartPrice, mostPartPrice)
      ? []
      : [{ code: 'sendingSettings.price', facts: { most: mostPartPrice } }]),
  ];
}

/** What a list of SMS costs at most, in øre. */
export const costOf = (parts: number, { smsPartPrice }: SendingSettings): number => parts * smsPartPrice;

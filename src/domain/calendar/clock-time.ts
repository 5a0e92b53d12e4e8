declare const brand: unique symbol;

/** A time of day on the clocks in Norway, `HH:mm`. */
export type ClockTime = string & { readonly [brand]: 'clock-time' };

/** Reads `08:30`; undefined when clocks never show it. */
export const parseClockTime = (text: string): ClockTime | undefined =>
  // `as`: the pattern is all that a time of day is.
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : undefined;

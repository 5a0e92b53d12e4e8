declare const brand: unique symbol;

/** A calendar day in Norway (Europe/Oslo), written `YYYY-MM-DD`. Compare with `<` and `===`. */
export type Day = string & { readonly [brand]: 'day' };
/** A moment, milliseconds since 1970 in UTC. */
export type Instant = number & { readonly [brand]: 'instant' };

/** Reads `YYYY-MM-DD`; undefined when the text is not a day that exists. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const moment = new Date(`${text}T00:00:00Z`);
  // `as`: the pattern held and the calendar gave the same text back (31 February does not).
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text ? undefined : (text as Day);
}

/** For days written in code and tests; throws on a day that does not exist. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(`not a day: ${text}`);
  return found;
}

// `as`: any finite number of milliseconds is a moment.
export const instant = (ms: number): Instant => ms as Instant;

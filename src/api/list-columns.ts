import { z } from 'zod';

const given = z.record(z.string(), z.string());

/** A column map in a header, heading → field: an address may not say who is on a list. Undefined where it is no map. */
export function columnsIn(header: string | undefined): Readonly<Record<string, string>> | undefined {
  if (header === undefined) return {};
  try {
    return given.parse(JSON.parse(decodeURIComponent(header)));
  } catch {
    return undefined;
  }
}

import { splitName } from '#domain/person/name.ts';
import { sortKey } from '#domain/person/name-keys.ts';

/** Texts in Norwegian order: … x, y, z, æ, ø, å. */
export const byText = <T>(textOf: (one: T) => string): ((a: T, b: T) => number) =>
  byKey((one) => sortKey({ first: '', last: textOf(one) }));

/** People by surname, in Norwegian order. */
export const byName = <T>(nameOf: (one: T) => string): ((a: T, b: T) => number) =>
  byKey((one) => sortKey(splitName(nameOf(one)) ?? { first: '', last: '' }));

const byKey =
  <T>(keyOf: (one: T) => string) =>
  (a: T, b: T): number => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };

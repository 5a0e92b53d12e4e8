import { splitName } from '#domain/person/name.ts';
import { sortKey } from '#domain/person/name-keys.ts';

/** In Norwegian order of a text: … x, y, z, æ, ø, å. */
export const inTextOrder = <T>(all: readonly T[], textOf: (one: T) => string): readonly T[] =>
  inOrder(all, (one) => sortKey({ first: '', last: textOf(one) }));

/** People by surname, in Norwegian order. */
export const inNameOrder = <T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] =>
  inOrder(all, (one) => sortKey(splitName(nameOf(one)) ?? { first: '', last: '' }));

/** Each key is made once: it costs more than the comparison. */
const inOrder = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] =>
  all
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);

/** Which place a Norwegian postcode belongs to, by the register in force. */
export interface Postcodes {
  readonly placeOf: (postcode: string) => string | undefined;
}

/** One line of a postcode register. */
export interface Postcode {
  readonly code: string;
  readonly place: string;
}

export const postcodesOf = (rows: Iterable<Postcode>): Postcodes => {
  const places = new Map(Array.from(rows, ({ code, place }) => [code, place] as const));
  return { placeOf: (postcode) => places.get(postcode) };
};

/** Case, accents and punctuation do not make another place; `i` and a county's letter after the name do. */
export function isSamePlace(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

const folded = (place: string): string =>
  place
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('aa', 'å')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/[^\p{ASCII}æøå]/gu, (letter) => letter.normalize('NFD').replaceAll(/\p{M}+/gu, ''))
    .trim();

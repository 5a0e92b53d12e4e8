import type { Address } from '../person/youth-record.ts';

/**
 * One letter box as one key: two addresses are the same when they differ in case, spaces, punctuation and the usual short forms only.
 * Another flat (`H0201`) is another box. Undefined where there is too little to tell.
 */
export function addressKey(address: Address | undefined): string | undefined {
  if (!address || address.lines.length === 0) return undefined;
  const lines = address.lines
    .map(plain)
    .filter((line) => line !== '')
    .sort();
  const country = plain(address.country ?? '');
  if (lines.length === 0 || (address.postcode === undefined && country === '')) return undefined;
  return [...lines, address.postcode ?? plain(address.place ?? ''), country].join('|');
}

function isSameAddress(one: Address | undefined, other: Address | undefined): boolean {
  const key = addressKey(one);
  return key !== undefined && key === addressKey(other);
}

/**
 * Whether a letter to the one may end up in the other's hands: the same house of the same place, whoever it is in care of, unless each
 * names another flat. Wider than `isSameAddress`, for what must not be learned; what is left out is taken to be the same.
 */
export function mayShareBox(one: Address | undefined, other: Address | undefined): boolean {
  if (!one || !other || isSameAddress(one, other)) return one !== undefined && other !== undefined;
  if (differ(one.postcode, other.postcode) || differ(plain(one.country ?? ''), plain(other.country ?? '')))
    return false;
  const [ones, others] = [housesOf(one), housesOf(other)];
  return ones.houses.some((house) => others.houses.includes(house)) && !differ(ones.flat, others.flat);
}

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one !== '' && other !== undefined && other !== '' && one !== other;

const flatNumber = /(?:^| )([hklu]\d{4})$/;

/** The lines that name a house or a box, plain, and the flat in it. */
function housesOf({ lines }: Address): { readonly houses: readonly string[]; readonly flat?: string } {
  const written = lines.map(plain).filter((line) => !/^(c o|v|att)\b/.test(line));
  const flat = written.flatMap((line) => flatNumber.exec(line)?.[1] ?? [])[0];
  const houses = written
    .map((line) => line.replace(flatNumber, ''))
    .filter((line) => line !== '' && !within.test(line));
  return { houses, ...(flat !== undefined && { flat }) };
}

/** Where in the house: says nothing of which house. */
const within = /^(oppgang|oppg|inngang|leilighet|leilegheit|leil|etasje|etg|\d+ (etasje|etg)|rom|bolignr)\b/;

const plain = (line: string): string =>
  line
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(/\b(\d+) (?=[a-z]\b)/g, '$1')
    .replaceAll(/(?<=\p{L})(gate|gaten|gata|gt|g)(?= \d|$)/gu, 'gata')
    .replaceAll(/(?<=\p{L})(vei|veien|vegen|veg|vn)(?= \d|$)/gu, 'vegen')
    .replaceAll(/(?<=\p{L}) (gate|gaten|gata|gt)(?= \d|$)/gu, ' gata')
    .replaceAll(/(?<=\p{L}) (vei|veien|vegen|veg|vn)(?= \d|$)/gu, ' vegen')
    .replaceAll(/^(postboks|pb|boks|p b)(?= \d)/gu, 'postboks');

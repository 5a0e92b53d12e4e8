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

export function isSameAddress(one: Address | undefined, other: Address | undefined): boolean {
  const key = addressKey(one);
  return key !== undefined && key === addressKey(other);
}

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

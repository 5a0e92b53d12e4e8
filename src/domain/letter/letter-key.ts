/** What a key printed on a letter opens: the reply form, or the letter itself when it comes back. */
export const keyPurposes = ['reply', 'returned'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** Days from the send day on which a key still opens. Mail comes back late; a reply after three months is a talk. */
export const keyDays: Readonly<Record<KeyPurpose, number>> = { reply: 90, returned: 365 };

/** Digits and letters that nobody reads as another (Crockford): no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signs = 16;
const longestTyped = 300;

/** A key of 75 bits and a check sign, made of bytes that nobody can guess; the same bytes give the same key. */
export function keyFrom(bytes: Uint8Array): string {
  if (bytes.length < signs) throw new Error(`a key is made of ${signs} bytes at least, not ${bytes.length}`);
  // 256 is eight times the alphabet: every sign is as likely.
  const made = Array.from(bytes.subarray(0, signs - 1), (byte) => alphabet[byte % alphabet.length] ?? '').join('');
  return made + checkSign(made);
}

/** As it is printed: four and four. */
export const writtenKey = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1-');

/** Reads a key as typed, or scanned with the address before it; undefined when a sign is missing or wrong. */
export function readKey(typed: string): string | undefined {
  const last = typed.slice(0, longestTyped).trim().split('/').at(-1) ?? '';
  const key = last.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const isWhole = key.length === signs && [...key].every((sign) => alphabet.includes(sign));
  return isWhole && checkSign(key.slice(0, -1)) === key.at(-1) ? key : undefined;
}

/** One wrong sign, and two neighbours changed about, give another check sign. */
function checkSign(made: string): string {
  const sum = [...made].reduce(
    (so, sign, place) => (so + (2 * place + 1) * alphabet.indexOf(sign)) % alphabet.length,
    0,
  );
  return alphabet[sum] ?? '';
}

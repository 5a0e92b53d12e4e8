import type { Postcode } from '#domain/address/postcodes.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { decodeText } from '../table/decode-text.ts';

/** Norway has over five thousand; a file with much fewer is another file, and would make most addresses wrong. */
const fewest = 3_000;

/** Reads the postal service's register: a text file, code and place first in each line, by tab, semicolon or comma. */
export function readPostcodeRegister(bytes: Uint8Array): Outcome<readonly Postcode[]> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const rows = decoded.value.text.split(/\r?\n/).flatMap((line): readonly Postcode[] => {
    const [code = '', place = ''] = line.split(/[\t;,]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    return /^\d{4}$/.test(code) && /\p{L}/u.test(place) ? [{ code, place }] : [];
  });
  const register = [...new Map(rows.map((row) => [row.code, row])).values()];
  return register.length < fewest
    ? refused({ code: 'postcode.tooFew', facts: { rows: register.length, fewest } })
    : accepted(register);
}

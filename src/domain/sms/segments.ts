import { gsmCodes } from './alphabet.ts';

/** The phone network's own alphabet, or two bytes a sign as soon as one letter is not in it. */
export type SmsAlphabet = 'gsm-7' | 'ucs-2';

/** How a text goes over the line: what it costs, and why. */
export interface SmsSize {
  readonly alphabet: SmsAlphabet;
  /** Places used: a letter of the extension table takes two, an emoji two. */
  readonly units: number;
  /** The parts as they are sent and paid for; joined again they are the text. */
  readonly parts: readonly string[];
  /** Places left in the last part. */
  readonly left: number;
  /** The letters that make it two bytes a sign, each once. */
  readonly dear: readonly string[];
}

/** One message alone, and each part of a long one: seven bytes of it join the parts (3GPP TS 23.040). */
const room: Readonly<Record<SmsAlphabet, { readonly alone: number; readonly joined: number }>> = {
  'gsm-7': { alone: 160, joined: 153 },
  'ucs-2': { alone: 70, joined: 67 },
};

/** Measures a text by the rules the providers bill by: 160/153 and 70/67, and no letter is cut in two. */
export function smsSize(text: string): SmsSize {
  const letters = [...text];
  const dear = [...new Set(letters.filter((letter) => gsmCodes(letter).length === 0))];
  const alphabet = dear.length === 0 ? 'gsm-7' : 'ucs-2';
  const sizeOf = (letter: string) => (alphabet === 'gsm-7' ? gsmCodes(letter).length : letter.length);
  const { alone, joined } = room[alphabet];
  const units = letters.reduce((sum, letter) => sum + sizeOf(letter), 0);
  if (units <= alone) return { alphabet, units, parts: [text], left: alone - units, dear };
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const letter of letters) {
    const size = sizeOf(letter);
    if (used + size > joined) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += letter;
    used += size;
  }
  return { alphabet, units, parts: [...parts, part], left: joined - used, dear };
}

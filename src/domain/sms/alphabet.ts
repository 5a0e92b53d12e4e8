/** GSM 03.38's basic table: the place of a letter is its code. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** The extension table: each letter costs two places, the escape and its own. */
const extended: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};
const escaping = 0x1b;
const codeOf = new Map<string, readonly number[]>(
  [...basic].flatMap((letter, code) => (code === escaping ? [] : [[letter, [code]] as const])),
);
for (const [letter, code] of Object.entries(extended)) codeOf.set(letter, [escaping, code]);
const letterOf = new Map([...codeOf].map(([letter, codes]) => [codes.join(), letter]));

/** The codes of one letter in the phone network's own alphabet: one, two for the extension table, none where it has no such letter. */
export const gsmCodes = (letter: string): readonly number[] => codeOf.get(letter) ?? [];

/** A text as the phone network's own alphabet writes it, one septet a byte; undefined where a letter is not in it. */
export function toGsm(text: string): Uint8Array | undefined {
  const codes = [...text].map(gsmCodes);
  return codes.some(({ length }) => length === 0) ? undefined : Uint8Array.from(codes.flat());
}

/** The text that bytes of that alphabet stand for; an escape before a code without a letter is that code's basic letter. */
export function fromGsm(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] ?? 0;
    const second = code === escaping ? letterOf.get(`${escaping},${bytes[at + 1] ?? -1}`) : undefined;
    if (second !== undefined) at += 1;
    text += second ?? letterOf.get(String(code)) ?? '';
  }
  return text;
}

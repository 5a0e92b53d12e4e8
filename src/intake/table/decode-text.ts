import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** Bytes to text: by a BOM, else strict UTF-8, else Windows-1252; refuses binary and mixed encodings with the line. */
export function decodeText(bytes: Uint8Array): Outcome<DecodedText> {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  const decoded = utf16 !== '' ? strict(bytes, utf16, 'utf-16') : (strict(bytes, 'utf-8', 'utf-8') ?? windows(bytes));
  if (!decoded) return refused({ code: 'intake.encoding.unknown', facts: { line: 1 } });
  const { text, encoding } = decoded;
  const nul = text.indexOf('\u0000');
  if (nul >= 0) return refused({ code: 'intake.file.binary', facts: { line: lineOf(text, nul) } });
  const twice = text.search(brokenLetters);
  if (twice >= 0) {
    const line = encoding === 'windows-1252' ? firstLineNotUtf8(bytes) : lineOf(text, twice);
    return refused({ code: 'intake.encoding.mixed', facts: { line } });
  }
  // C1 signs are never typed: the file is in another 8-bit set (CP850, CP865).
  const strange = encoding === 'utf-16' ? -1 : text.search(/[\u0080-\u009f]/);
  if (strange >= 0) return refused({ code: 'intake.encoding.unknown', facts: { line: lineOf(text, strange) } });
  return accepted(decoded);
}

/** æøåÆØÅéüöä written as UTF-8 and read as Windows-1252. */
const brokenLetters = /Ã[¦¸¥†˜…©¼¶¤\u0086\u0098\u0085]/;

function strict(bytes: Uint8Array, label: string, encoding: DecodedText['encoding']): DecodedText | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

const windows = (bytes: Uint8Array): DecodedText => ({
  text: new TextDecoder('windows-1252').decode(bytes),
  encoding: 'windows-1252',
});

function lineOf(text: string, place: number): number {
  return text.slice(0, place).split(/\r\n|\r|\n/).length;
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  for (let [line, start] = [1, 0]; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    if (!strict(bytes.subarray(start, end), 'utf-8', 'utf-8')) return line;
    start = end + 1;
  }
  return 1;
}

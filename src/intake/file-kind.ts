import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';

export type FileKind = 'workbook' | 'text' | 'json';

/** Tells by its first bytes, never by its name, what a file is; refuses what it names but cannot read. */
export function fileKind(bytes: Uint8Array): Outcome<FileKind> {
  const known = signatures.find(([, signature]) => signature.every((byte, place) => bytes[place] === byte));
  if (known) return known[0] === 'zip' ? accepted('workbook') : refused({ code: `intake.file.${known[0]}` });
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^ï»¿/, '').trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return accepted('json');
  if (/^<(!doctype html|html|table)/i.test(start)) return refused({ code: 'intake.file.webPage' });
  if (/^(<\?xml|<\w)/.test(start)) return refused({ code: 'intake.file.xml' });
  return accepted('text');
}

const ascii = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0));

/** File signatures; `oldExcel` is Microsoft's compound file, which a workbook with a password is too. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['oldExcel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['document', ascii('%PDF')],
  ['document', ascii('{\\rtf')],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', ascii('GIF8')],
  ['picture', ascii('II*\u0000')],
  ['picture', ascii('MM\u0000*')],
  ['packed', [0x1f, 0x8b]],
  ['packed', ascii('7z¼¯')],
  ['packed', ascii('Rar!')],
  ['program', ascii('MZ\u0090')],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

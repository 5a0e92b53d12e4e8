import { inflateRawSync } from 'node:zlib';
import type { Outcome, Refusal } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { type Limits, megabytes } from '../limits.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const most = { entries: 5_000, ratio: 250, ratioFrom: 10 * 1024 * 1024 };

/**
 * Looks through a zip file before anything unpacks it: the sizes its directory claims, then each part unpacked with
 * that claim as a hard limit, so that a lying directory is caught too. Gives the names of the parts.
 */
export function checkZip(bytes: Uint8Array, limits: Limits): Outcome<readonly string[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(file);
  if (!entries) return refused({ code: 'intake.workbook.damaged' });
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const tooMuch = unpacked > limits.unpackedBytes || (unpacked > most.ratioFrom && unpacked > most.ratio * file.length);
  if (tooMuch || entries.length > most.entries) {
    const facts = {
      size: megabytes(file.length),
      unpacked: megabytes(unpacked),
      limit: megabytes(limits.unpackedBytes),
    };
    return refused({ code: 'intake.workbook.bomb', facts });
  }
  const refusal = entries.map((entry) => entryRefusal(file, entry)).find((found) => found !== undefined);
  return refusal ? refused(refusal) : accepted(entries.map((entry) => entry.name));
}

function entryRefusal(file: Buffer, entry: Entry): Refusal | undefined {
  const damaged = { code: 'intake.workbook.damaged', facts: { part: entry.name.slice(0, 80) } };
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== 0x04034b50) return damaged;
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > file.length) return damaged;
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === 0) return entry.packed === entry.unpacked ? undefined : damaged;
  if (entry.method !== 8) return damaged;
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    if (content.length !== entry.unpacked) return damaged;
    // No spreadsheet declares entities; a file that does wants them to grow.
    return content.includes('<!ENTITY') ? damaged : undefined;
  } catch {
    // Broken deflate data, or more of it than the directory owned up to.
    return damaged;
  }
}

function directory(file: Buffer): readonly Entry[] | undefined {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return undefined;
  let at = file.readUInt32LE(end + 16);
  let left = file.readUInt16LE(end + 10);
  const locator = end - 20;
  if (at === 0xffffffff && locator >= 0 && file.readUInt32LE(locator) === 0x07064b50) {
    const record = Number(file.readBigUInt64LE(locator + 8));
    if (record + 56 > file.length) return undefined;
    left = Number(file.readBigUInt64LE(record + 32));
    at = Number(file.readBigUInt64LE(record + 48));
  }
  const entries: Entry[] = [];
  for (; left > 0 && entries.length <= most.entries; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined;
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    if (at + 46 + name + extra + comment > file.length) return undefined;
    entries.push(entryAt(file, at, name, extra));
    at += 46 + name + extra + comment;
  }
  return entries;
}

function entryAt(file: Buffer, at: number, nameLength: number, extraLength: number): Entry {
  const wide = zip64(file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
  const size = (place: number): number => {
    const short = file.readUInt32LE(at + place);
    return short === 0xffffffff ? (wide.shift() ?? short) : short;
  };
  const unpacked = size(24);
  const packed = size(20);
  const name = file.toString('utf8', at + 46, at + 46 + nameLength);
  return { name, method: file.readUInt16LE(at + 10), unpacked, packed, offset: size(42) };
}

/** The 64-bit sizes some writers add, in the order unpacked, packed, offset. */
function zip64(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + length);
      return Array.from({ length: Math.floor(field.length / 8) }, (_, place) =>
        Number(field.readBigUInt64LE(place * 8)),
      );
    }
    at += 4 + length;
  }
  return [];
}

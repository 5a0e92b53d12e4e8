import type { Refusal } from '#domain/outcome.ts';

export interface Limits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** All parts of a workbook together, unpacked. */
  readonly unpackedBytes: number;
}

/** A county's largest list is about 20,000 rows and 5 MB; these leave room and keep a machine on its feet. */
export const defaultLimits: Limits = {
  bytes: 25 * 1024 * 1024,
  rows: 100_000,
  columns: 500,
  unpackedBytes: 150 * 1024 * 1024,
};

/** Says no to a size before a byte is read; undefined when it may be read. */
export function sizeRefusal(bytes: number, limits: Limits = defaultLimits): Refusal | undefined {
  if (bytes === 0) return { code: 'intake.file.empty' };
  if (bytes <= limits.bytes) return undefined;
  return { code: 'intake.file.tooLarge', facts: { size: megabytes(bytes), limit: megabytes(limits.bytes) } };
}

/** Whole megabytes, at least 1, for a reader. */
export const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1024 / 1024));

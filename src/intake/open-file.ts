import { open } from 'node:fs/promises';
import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { Limits } from './limits.ts';
import { defaultLimits, sizeRefusal } from './limits.ts';

/** Reads a list from disk, unless it is empty, too large (asked before reading), or not a file. A missing file throws. */
export async function openFile(path: string, limits: Limits = defaultLimits): Promise<Outcome<Uint8Array>> {
  const file = await open(path, 'r');
  try {
    const facts = await file.stat();
    if (!facts.isFile()) return refused({ code: 'intake.file.notAFile' });
    const refusal = sizeRefusal(facts.size, limits);
    return refusal ? refused(refusal) : accepted(await file.readFile());
  } finally {
    await file.close();
  }
}

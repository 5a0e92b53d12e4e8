import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const keyText = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 32) return new Uint8Array(bytes);
  context.addIssue({ code: 'custom', message: '32 bytes in base64 are wanted' });
  return z.NEVER;
});
const named = z.object({ id: z.string().min(1).max(40), key: keyText });
const schema = z.object({ current: named, older: z.array(named).default([]), index: keyText });

/** The keys that seal payloads and persons. To rotate: a new `current`, the one before it among `older`. */
export type Keys = z.infer<typeof schema>;

/** Keys as given, or those of the data folder, made there the first time. Throws when they cannot be read. */
export async function keysFor(given: string | undefined, folder: string): Promise<Keys> {
  return schema.parse(JSON.parse(given ?? (await keptOrMade(join(folder, 'keys.json')))));
}

async function keptOrMade(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const made = () => randomBytes(32).toString('base64');
  const text = JSON.stringify({ current: { id: `key-${Date.now()}`, key: made() }, older: [], index: made() });
  // `wx`: of two that make it at once, one is right, and the other reads that.
  await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return readFile(file, 'utf8');
}

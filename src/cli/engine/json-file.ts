import type { Asked, Trouble } from '../asked.ts';
import { exitCodes } from '../exit-code.ts';
import { readInput } from '../read-input.ts';

type Read =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly trouble: Trouble };

/** Reads a file, or standard input, as one JSON object. */
export async function jsonIn(asked: Asked, path: string): Promise<Read> {
  const input = await readInput(asked, path);
  if (!input.ok) return input;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(input.bytes));
    // `as`: an object that is no list.
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ok: true, value: value as Readonly<Record<string, unknown>> };
  } catch {
    // Told below, as what is JSON but no object.
  }
  const text = asked.t('engine.fault', { found: path, wanted: 'JSON {…}' });
  return { ok: false, trouble: { exit: exitCodes.unreadable, code: 'cli.json', at: path, text } };
}

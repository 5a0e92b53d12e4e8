import type { Asked } from '../asked.ts';
import { readInput } from '../read-input.ts';
import type { Answered } from './call.ts';

/** Words that should not stand in a shell's history: `-` takes them from standard input. */
export async function written(asked: Asked, text: string | undefined): Promise<Answered<string | undefined>> {
  if (text !== '-') return { ok: true, value: text };
  const input = await readInput(asked, '-');
  return input.ok ? { ok: true, value: new TextDecoder().decode(input.bytes).trim() } : input;
}

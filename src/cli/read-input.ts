import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Asked, Trouble } from './asked.ts';
import { exitCodes } from './exit-code.ts';
import type { Key } from './words.ts';

export interface Input {
  readonly bytes: Uint8Array;
  /** Without its folders. */
  readonly name: string;
}
type Read<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly trouble: Trouble };

const largest = 25 * 1024 * 1024;

/** Reads a file, or standard input where `-` is written; never more than the largest list there can be. */
export async function readInput(asked: Asked, path: string): Promise<Read<Input>> {
  const opened = await openInput(asked, path);
  if (!opened.ok) return opened;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of opened.stream) {
      const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
      size += bytes.length;
      if (size > largest) return { ok: false, trouble: unreadable(asked, path, 'input.tooLarge') };
      parts.push(bytes);
    }
  } catch (error) {
    return { ok: false, trouble: unreadable(asked, path, keyOf(error)) };
  }
  return { ok: true, bytes: Buffer.concat(parts), name: path === '-' ? asked.t('input.stdin') : basename(path) };
}

/** The bytes as they come. */
export async function openInput(
  asked: Asked,
  path: string,
): Promise<Read<{ readonly stream: AsyncIterable<Uint8Array | string> }>> {
  if (path === '-') {
    if (asked.streams.stdin.isTTY) return { ok: false, trouble: { ...unreadable(asked, '-', 'input.terminal') } };
    return { ok: true, stream: asked.streams.stdin };
  }
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { ok: false, trouble: unreadable(asked, path, 'input.folder') };
    return { ok: true, stream: createReadStream(path) };
  } catch (error) {
    return { ok: false, trouble: unreadable(asked, path, keyOf(error)) };
  }
}

const unreadable = (asked: Asked, at: string, key: Key): Trouble => ({
  exit: exitCodes.unreadable,
  code: `cli.${key}`,
  at,
  text: asked.t(key, { limit: largest / 1024 / 1024 }),
});

function keyOf(error: unknown): Key {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'input.missing';
    case 'EISDIR':
      return 'input.folder';
    case 'EACCES':
    case 'EPERM':
      return 'input.forbidden';
    default:
      throw error;
  }
}

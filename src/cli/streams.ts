import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

type Terminal = { readonly isTTY?: boolean; readonly columns?: number };

/** Where a command reads and speaks; the process's own, or a test's. */
export interface Streams {
  readonly stdin: Readable & Terminal;
  /** Results only. */
  readonly stdout: Writable & Terminal;
  /** Talk: progress, warnings, why not. */
  readonly stderr: Writable & Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Writes and waits while the reader is slow. */
export async function put(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** A line is cut here: whoever pipes a film into a command gets an error, not a full memory. */
const longestLine = 1024 * 1024;

/** The lines of a stream as they come; only a newline ends a line, since JSON may hold other line ends as they are. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of bytes) {
    const text = typeof part === 'string' ? part : decoder.decode(part, { stream: true });
    const lines = text.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = (lines.pop() ?? '').slice(0, longestLine);
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

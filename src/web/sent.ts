import type { Sent, SentFile } from './asked.ts';

type Loose = unknown;

const isRecord = (value: Loose): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Query and form fields as lists of text; files and anything odd are left out. */
export function sentIn(loose: Loose): Sent {
  if (!isRecord(loose)) return {};
  return Object.fromEntries(Object.entries(loose).map(([name, value]) => [name, textsIn(value)]));
}

function textsIn(value: Loose): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  // A multipart field: the plugin wraps its value.
  return isRecord(value) && value.type === 'field' && typeof value.value === 'string' ? [value.value] : [];
}

/** The one file of an upload, read whole: the plugin has already limited its size. */
export async function fileIn(loose: Loose): Promise<SentFile | undefined> {
  const part = isRecord(loose) ? loose.file : undefined;
  if (!isRecord(part) || part.type !== 'file' || typeof part.toBuffer !== 'function') return undefined;
  const bytes: unknown = await part.toBuffer();
  if (!(bytes instanceof Uint8Array)) return undefined;
  const name = typeof part.filename === 'string' ? part.filename.slice(-200) : '';
  return { name, bytes };
}

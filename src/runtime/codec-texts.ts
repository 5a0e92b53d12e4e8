import type { PayloadCodec } from '@temporalio/common';
import type { CodecNeeds, PayloadText } from '#web/codec-needs.ts';

/** The codec's reading half, on payloads whose bytes are base64; one that cannot be opened stays as it came. */
export const openTexts =
  ({ decode }: Pick<PayloadCodec, 'decode'>): CodecNeeds['open'] =>
  (payloads) =>
    Promise.all(payloads.map((payload) => opened(decode, payload)));

async function opened(decode: PayloadCodec['decode'], text: PayloadText): Promise<PayloadText> {
  const bytes = Object.entries(text.metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')] as const);
  try {
    const [payload] = await decode([{ metadata: Object.fromEntries(bytes), data: Buffer.from(text.data, 'base64') }]);
    if (!payload) return text;
    const metadata = Object.entries(payload.metadata ?? {}).map(([name, value]) => [name, base64(value)]);
    return { metadata: Object.fromEntries(metadata), data: base64(payload.data ?? new Uint8Array()) };
  } catch {
    // Sealed by a key that is gone, or no seal of ours: shown as it is.
    return text;
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec } from '@temporalio/common';

/** Keys by id; the first seals, all open. Rotation: put the new one first, keep the old ones as long as histories last. */
export interface SealingKeys {
  readonly current: { readonly id: string; readonly key: Uint8Array };
  readonly older: readonly { readonly id: string; readonly key: Uint8Array }[];
}

const encoding = 'binary/aarshjul-aes-256-gcm';
const ivLength = 12;
const tagLength = 16;
const text = new TextEncoder();

/** Seals every payload with AES-256-GCM: status codes are health information, and the engine's file holds them for a year. */
export function sealingCodec(keys: SealingKeys): PayloadCodec {
  const keyById = new Map([keys.current, ...keys.older].map(({ id, key }) => [id, key]));
  return {
    encode: async (payloads) => payloads.map((payload) => seal(payload, keys.current)),
    decode: async (payloads) => payloads.map((payload) => open(payload, keyById)),
  };
}

function seal(payload: Payload, { id, key }: SealingKeys['current']): Payload {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const inner = packed(payload);
  const data = Buffer.concat([iv, cipher.update(inner), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { [METADATA_ENCODING_KEY]: text.encode(encoding), 'key-id': text.encode(id) }, data };
}

function open(payload: Payload, keyById: ReadonlyMap<string, Uint8Array>): Payload {
  const { metadata, data } = payload;
  if (!data || Buffer.from(metadata?.[METADATA_ENCODING_KEY] ?? []).toString() !== encoding) return payload;
  const id = Buffer.from(metadata?.['key-id'] ?? []).toString();
  const key = keyById.get(id);
  if (!key) throw new Error(`no key called ${id}: keep old keys as long as histories last`);
  const sealed = Buffer.from(data);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  const inner = Buffer.concat([
    decipher.update(sealed.subarray(ivLength, sealed.length - tagLength)),
    decipher.final(),
  ]);
  return unpacked(inner);
}

/** Length and JSON of the metadata, then the data as it is. */
function packed({ metadata = {}, data }: Payload): Uint8Array {
  const texts = Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(texts)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, data ?? new Uint8Array()]);
}

function unpacked(inner: Buffer): Payload {
  const end = 4 + inner.readUInt32BE(0);
  // `as`: the head was written by `packed`, and the seal held.
  const texts = JSON.parse(inner.subarray(4, end).toString()) as Readonly<Record<string, string>>;
  const metadata = Object.entries(texts).map(([name, value]) => [name, new Uint8Array(Buffer.from(value, 'base64'))]);
  return { metadata: Object.fromEntries(metadata), data: new Uint8Array(inner.subarray(end)) };
}

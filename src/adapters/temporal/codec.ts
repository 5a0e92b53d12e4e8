import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

/** Keys by id; the first seals, all open. Rotation: put the new one first, keep the old ones as long as histories last. */
export interface SealingKeys {
  readonly current: { readonly id: string; readonly key: Uint8Array };
  readonly older: readonly { readonly id: string; readonly key: Uint8Array }[];
}

const encoding = 'binary/aarshjul-aes-256-gcm';
const ivLength = 12;
const tagLength = 16;
const text = new TextEncoder();
const { Payload: PayloadMessage } = temporal.api.common.v1;

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
  const inner = PayloadMessage.encode(payload).finish();
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
  return PayloadMessage.decode(inner);
}

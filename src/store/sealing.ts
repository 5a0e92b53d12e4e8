import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

interface Key {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** Keys of the store, from the configuration. To rotate: a new `current`, the one before it among `older` until nothing is sealed by it. */
export interface StoreKeys {
  readonly current: Key;
  readonly older: readonly Key[];
  /** For the blind index of national ids. It cannot be rotated by itself: every index would have to be made again. */
  readonly index: Uint8Array;
}

/** Makes what names a person unreadable at rest, and finds a national id without reading it. */
export interface Sealing {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
  readonly sealBytes: (bytes: Uint8Array) => Uint8Array;
  readonly openBytes: (sealed: Uint8Array) => Uint8Array;
  /** JSON, packed before it is sealed: lists are long and alike from row to row. */
  readonly sealJson: (value: unknown) => string;
  readonly openJson: (sealed: string) => unknown;
  /** The same number gives the same index; without the key no index gives a number. */
  readonly blindIndex: (nationalId: string) => string;
}

const keyLength = 32;
const ivLength = 12;
const tagLength = 16;

/** AES-256-GCM. A sealed value begins with the length and the name of its key; the name is authenticated with it. */
export function sealingWith({ current, older, index }: StoreKeys): Sealing {
  const keyById = new Map([current, ...older].map((each) => [each.id, checked(each)]));
  const head = headOf(current);
  const sealBytes = (bytes: Uint8Array) => sealed(head, current.key, bytes);
  const openBytes = (bytes: Uint8Array) => opened(keyById, bytes);
  return {
    seal: (text) => sealBytes(Buffer.from(text)).toString('base64'),
    open: (text) => openBytes(Buffer.from(text, 'base64')).toString(),
    sealBytes,
    openBytes,
    sealJson: (value) => sealBytes(gzipSync(JSON.stringify(value), { level: 1 })).toString('base64'),
    openJson: (text) => JSON.parse(gunzipSync(openBytes(Buffer.from(text, 'base64'))).toString()) as unknown,
    blindIndex: (nationalId) => createHmac('sha256', index).update(nationalId).digest('base64url'),
  };
}

function sealed(head: Uint8Array, key: Uint8Array, bytes: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(head);
  return Buffer.concat([head, iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function opened(keyById: ReadonlyMap<string, Uint8Array>, bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = 1 + (whole[0] ?? 0);
  const id = whole.subarray(1, headLength).toString();
  const key = keyById.get(id);
  if (!key) throw new Error(`no key called ${id}: keep an old key as long as something is sealed by it`);
  const [from, to] = [headLength + ivLength, whole.length - tagLength];
  const decipher = createDecipheriv('aes-256-gcm', key, whole.subarray(headLength, from))
    .setAAD(whole.subarray(0, headLength))
    .setAuthTag(whole.subarray(to));
  return Buffer.concat([decipher.update(whole.subarray(from, to)), decipher.final()]);
}

function headOf({ id }: Key): Uint8Array {
  const name = Buffer.from(id);
  if (name.length === 0 || name.length > 255) throw new Error('a key is named by 1–255 bytes');
  return Buffer.concat([Buffer.from([name.length]), name]);
}

function checked({ id, key }: Key): Uint8Array {
  if (key.length !== keyLength) throw new Error(`the key called ${id} has ${key.length} bytes, not ${keyLength}`);
  return key;
}

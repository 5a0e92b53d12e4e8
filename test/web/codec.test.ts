import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealingCodec } from '#adapters/temporal/codec.ts';
import { openTexts } from '#runtime/codec-texts.ts';
import { buildWeb } from '#web/server.tsx';
import { signedIn } from './support/client.ts';
import { type Fixture, fixture } from './support/fixture.ts';

const pages = 'http://127.0.0.1:8233';
const codec = sealingCodec({ current: { id: 'key-1', key: randomBytes(32) }, older: [] });
let site: Fixture;
beforeAll(async () => {
  const made = await fixture();
  site = { ...made, web: await buildWeb({ ...made.needs, codec: { origins: [pages], open: openTexts(codec) } }) };
});
afterAll(() => site.web.close());

const asText = ({ metadata, data }: Awaited<ReturnType<typeof codec.encode>>[number]) => ({
  metadata: Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
  ),
  data: Buffer.from(data ?? []).toString('base64'),
});

async function asked({ origin = pages, roles = ['system_owner'], isSignedIn = true }: Partial<Asking> = {}) {
  site.state.roles = roles;
  const reader = isSignedIn ? await signedIn(site) : undefined;
  const sealed = await codec.encode(
    [defaultPayloadConverter.toPayload({ code: 'OTSY' })].filter((one) => one !== undefined),
  );
  return site.web.inject({
    method: 'POST',
    url: '/codec/decode',
    cookies: Object.fromEntries(reader?.cookies ?? []),
    headers: { origin, 'content-type': 'application/json', 'x-namespace': 'aarshjul' },
    payload: JSON.stringify({ payloads: [...sealed.map(asText), { metadata: {}, data: 'bm90IG91cnM=' }] }),
  });
}
interface Asking {
  readonly origin: string;
  readonly roles: Fixture['state']['roles'];
  readonly isSignedIn: boolean;
}

it('the system owner sees in the engine’s own pages what it holds, and the look is logged', async () => {
  const answer = await asked();

  expect(answer.statusCode).toBe(200);
  const [ours, other] = answer.json().payloads;
  expect(JSON.parse(Buffer.from(ours.data, 'base64').toString())).toEqual({ code: 'OTSY' });
  expect(Buffer.from(ours.metadata.encoding, 'base64').toString()).toBe('json/plain');
  expect(Buffer.from(other.data, 'base64').toString()).toBe('not ours');
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': pages,
    'access-control-allow-credentials': 'true',
    'cache-control': 'no-store',
  });
  expect(site.reads.at(-1)).toMatchObject({ what: 'engine.decode', route: 'POST /codec/decode' });
});

it.each([
  ['somebody who has not signed in', { isSignedIn: false }, 401],
  ['a manager', { roles: ['manager'] }, 403],
  ['an adviser', { roles: ['adviser'] }, 403],
  ['a page of another address', { origin: 'https://elsewhere.example' }, 403],
] as const)('%s gets nothing opened', async (_who, asking, status) => {
  const answer = await asked(asking);

  expect(answer.statusCode).toBe(status);
  expect(answer.body).toBe('{}');
  if ('origin' in asking) expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

it.each([
  [pages, 204, pages],
  ['https://elsewhere.example', 403, undefined],
])('a browser that asks first from %s is told so', async (origin, status, allowed) => {
  const answer = await site.web.inject({ method: 'OPTIONS', url: '/codec/decode', headers: { origin } });

  expect(answer.statusCode).toBe(status);
  expect(answer.headers['access-control-allow-origin']).toBe(allowed);
});

it('where nobody looks at the engine there is no such address', async () => {
  const plain = await fixture();

  const answer = await plain.web.inject({ method: 'POST', url: '/codec/decode', payload: { payloads: [] } });

  expect(answer.statusCode).toBe(404);
  await plain.web.close();
});

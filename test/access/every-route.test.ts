import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealingCodec } from '#adapters/temporal/codec.ts';
import { routes as apiRoutes } from '#api/routes.ts';
import { createDesk } from '#desk/desk.ts';
import { refused } from '#domain/outcome.ts';
import type { ReadLog } from '#ports/staff.ts';
import { doorsOf } from '#runtime/serve.ts';
import { roomsOn } from '#src/wiring.ts';
import type { Database } from '#store/open.ts';
import { sealing } from '#test/contracts/store-house.ts';
import {
  type Marked,
  type MarkedIds,
  marked,
  markedStaff,
  sees,
  writeMarkedCounty,
} from '#test/support/marked-county.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { builtAssets } from '#test/web/support/assets.ts';
import { routes as webRoutes } from '#web/routes.ts';
import { type Ask, api, inPath, pages } from './every-route.ts';

const local = 'the-local-token-of-this-machine-0123456789';
const secret = 'a-secret-of-some-length-24';
/** Lists, files, letters and messages that go out or are laid on a table: nobody protected is in them, whoever asks. */
const automatic =
  /export|\/sheet|letters\/print|letters\/preview|\/pages\/|^GET \/template\/|nav|sending\/:sending$|letter\/:key|recipients\/:key/;

let db: Database;
let web: FastifyInstance;
let stop: () => Promise<void>;
let made: MarkedIds;
const said: string[] = [];
const reads: Parameters<ReadLog['append']>[0][] = [];
/** Routes that have shown somebody. */
const shown = new Set<string>();

beforeAll(async () => {
  db = await memoryDatabase();
  const { stores, channels } = await roomsOn(db, sealing);
  made = await writeMarkedCounty(db, { stores, channels }, sealing);
  const still = async () => refused({ code: 'test.engineIsStill' });
  const engine = {
    ...{ tell: still, hear: async () => {}, openMany: async () => 0, closeMany: async () => {} },
    ...{ lookAgain: async () => {}, tellEach: async () => {} },
  };
  const nothing = async () => undefined;
  const rehearsal = {
    ...{
      dueBy: nothing,
      wished: async () => undefined,
      noteWish: async () => undefined,
      shiftOf: async () => 0,
      unsettled: async () => 0,
      setNow: nothing,
      move: nothing,
    },
  };
  const desk = createDesk({ engine, ...stores, newId: randomUUID, rehearsal });
  const sms = { readCallback: () => ({ ok: false, faults: [] }) as const };
  const readLog: ReadLog = {
    ...stores.readLog,
    append: async (entry) => {
      reads.push(entry);
      await stores.readLog.append(entry);
    },
  };
  const codec = sealingCodec({ current: { id: 'test', key: new Uint8Array(32).fill(7) }, older: [] });
  const house = { db, sealing, codec, channels, desk, sms, ...stores, readLog };
  const wish = {
    ...{ demo: false, secure: true, trustProxy: false, uiOrigins: [], local: { token: local, as: 'manager' } },
    ...{
      callback: { secret, url: undefined },
      say: (event: string, facts: object) => void said.push(`${event} ${JSON.stringify(facts)}`),
    },
  };
  ({ web, stop } = await doorsOf(house, wish, await builtAssets()));
  for (const { id } of markedStaff)
    await stores.sessions.open(hashOf(id), {
      ...{ staffId: id, createdAt: Date.now(), expiresAt: Date.now() + 3_600_000, kept: {} },
    });
});
afterAll(async () => {
  await stop?.();
  await db?.destroy();
});

const tokenOf = (id: string) => `a-token-of-${id}`;
const hashOf = (id: string) => createHash('sha256').update(tokenOf(id)).digest('base64url');

interface Browser {
  readonly who: string;
  readonly cookies: Record<string, string>;
  readonly csrf: string;
}

async function browserOf(who: string): Promise<Browser> {
  const cookies: Record<string, string> = who === 'nobody' ? {} : { aarshjul: tokenOf(who) };
  const answer = await web.inject({ url: '/settings', cookies });
  for (const { name, value } of answer.cookies) cookies[name] = value;
  return { who, cookies, csrf: /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? '' };
}

function addressOf(path: string, ask: Ask): string {
  const names = { ...inPath(made), ...ask.in };
  const whole = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(names[name] ?? 'none'));
  return ask.query === undefined ? whole : `${whole}?${ask.query}`;
}

function askPage({ cookies, csrf }: Browser, verb: string, path: string, ask: Ask) {
  const url = addressOf(path, ask);
  if (verb === 'GET') return web.inject({ url, cookies });
  const sent = new URLSearchParams({ _csrf: csrf, command: randomUUID() });
  for (const [name, value] of Object.entries(ask.body ?? {}))
    for (const one of [value].flat()) sent.append(name, one === ':otherKey' ? made.otherKey : String(one));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return web.inject({ method: 'POST', url, cookies, headers, payload: sent.toString() });
}

function askApi({ who }: Browser, verb: string, path: string, ask: Ask) {
  const headers = who === 'nobody' ? {} : { authorization: `Bearer ${local}`, 'x-aarshjul-as': who };
  const url = addressOf(path, ask);
  return verb === 'GET'
    ? web.inject({ url, headers })
    : web.inject({ method: 'POST', url, headers, payload: ask.body ?? {} });
}

/** What an answer says to people: of a workbook its cells, of letters their text, of JSON also the file inside. */
async function wordsIn(answer: LightMyRequestResponse): Promise<string> {
  const type = String(answer.headers['content-type'] ?? '');
  if (type.includes('spreadsheet')) return cellsOf(answer.rawPayload);
  if (type.includes('pdf')) return linesOf(answer.rawPayload);
  if (!type.includes('json')) return answer.body;
  const { content, pdf } = answer.json<{ content?: unknown; pdf?: unknown }>() ?? {};
  const cells = typeof content === 'string' ? await cellsOf(Buffer.from(content, 'base64')) : '';
  return answer.body + cells + (typeof pdf === 'string' ? linesOf(Buffer.from(pdf, 'base64')) : '');
}
/** Nothing where Poppler is not installed; the read log tells of letters all the same. */
const linesOf = (pdf: Uint8Array): string =>
  spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).stdout ?? '';
const cellsOf = async (bytes: Uint8Array) => JSON.stringify((await readXlsx(bytes)).sheets.map(({ rows }) => rows));

const byTag = new Map(marked.map((youth) => [youth.surname.slice(2), youth]));
const byNumber = new Map<string, { readonly youth: Marked; readonly isReach: boolean }>(
  marked.flatMap((youth) => [
    [youth.number, { youth, isReach: false }] as const,
    ...youth.phones.map((number): readonly [string, { youth: Marked; isReach: boolean }] => [
      number,
      { youth, isReach: true },
    ]),
  ]),
);
const tags = /(Zq|Xw|notat |Qvegen|mail)((?:secret|plain)(?:north|south)[a-z]+)/g;

/** Everybody an answer tells of, and of whom it tells where they are reached. */
function toldOf(text: string): { readonly who: ReadonlySet<Marked>; readonly reached: ReadonlySet<Marked> } {
  const [who, reached] = [new Set<Marked>(), new Set<Marked>()];
  for (const [, kind = '', tag = ''] of text.matchAll(tags)) {
    const youth = byTag.get(tag);
    if (!youth) continue;
    who.add(youth);
    if (kind === 'Qvegen' || kind === 'mail') reached.add(youth);
  }
  for (const [written] of text.matchAll(/\d[\d \u00a0\u202f]{6,}\d/g)) {
    const digits = written.replaceAll(/\D/g, '');
    const found = byNumber.get(digits.length === 11 ? digits : digits.slice(-8));
    if (!found) continue;
    who.add(found.youth);
    if (found.isReach) reached.add(found.youth);
  }
  return { who, reached };
}

/** What is wrong with an answer: whom it should not show, and whom it showed without a line in the read log. */
async function faultsOf(who: string, route: string, answer: LightMyRequestResponse): Promise<readonly string[]> {
  const told = toldOf(await wordsIn(answer));
  const seen = sees[who] ?? [];
  const isSecret = ({ kind }: Marked) => kind.startsWith('secret');
  const lines = reads.splice(0);
  const logged = new Set(lines.flatMap(({ staffId, subjects }) => (staffId === who ? subjects : [])));
  if (told.who.size + logged.size > 0) shown.add(route);
  const isLogged = ({ id }: Marked) => logged.has(id) || logged.has(made.intake) || logged.has(made.list);
  return [
    ...[...told.who].filter(({ kind }) => !seen.includes(kind)).map(({ id }) => `shows ${id}`),
    ...[...told.reached].filter(isSecret).map(({ id }) => `shows how ${id} is reached`),
    ...(automatic.test(route)
      ? marked.filter((one) => isSecret(one) && (told.who.has(one) || logged.has(one.id)))
      : []
    ).map(({ id }) => `has ${id}`),
    ...[...told.who].filter((one) => !isLogged(one)).map(({ id }) => `shows ${id} and leaves no line`),
    ...(told.who.size > 0 && answer.headers['cache-control'] !== 'no-store' ? ['may be kept'] : []),
    ...(answer.statusCode >= 500 ? [`fails with ${answer.statusCode}`] : []),
  ];
}

async function goThrough(
  who: string,
  table: Readonly<Record<string, readonly Ask[]>>,
  send: (browser: Browser, verb: string, path: string, ask: Ask) => Promise<LightMyRequestResponse>,
): Promise<readonly string[]> {
  const browser = await browserOf(who);
  const faults: string[] = [];
  for (const [route, asks] of Object.entries(table)) {
    const [verb = '', path = ''] = route.split(' ');
    for (const ask of onlyLook.includes(who) && !namesSomebody.has(route) ? [] : asks) {
      const answer = await send(browser, verb, path, ask);
      const found = await faultsOf(who, route, answer);
      faults.push(...found.map((fault) => `${route} ${JSON.stringify(ask)}: ${fault}`));
    }
  }
  return faults;
}

// Whoever is like another is left out, and some only look at pages that name somebody: it takes seconds.
const pageReaders = [
  'nobody',
  'manager',
  'process',
  'system',
  'super',
  'reviewer',
  'office',
  'own',
  'south',
  'substitute',
  'both',
];
const apiReaders = ['nobody', 'manager', 'system', 'own', 'south'];
const onlyLook = ['process', 'super', 'reviewer', 'substitute', 'both'];

const namesSomebody = new Set(
  webRoutes.flatMap(({ verb, path, audit }) => (verb === 'GET' && audit !== null ? [`${verb} ${path}`] : [])),
);

describe('every route', () => {
  it('stands in the table of this test, with a way of asking it', () => {
    const recorded: string[] = [];
    const recorder = {
      route: ({ method, url }: { method: string; url: string }) => void recorded.push(`${method} /api${url}`),
    };
    for (const put of apiRoutes) put(recorder as never, {} as never);

    expect(webRoutes.map(({ verb, path }) => `${verb} ${path}`).toSorted()).toEqual(Object.keys(pages).toSorted());
    expect(recorded.toSorted()).toEqual(Object.keys(api).toSorted());
  });

  it.each(pageReaders)('shows %s nobody they may not see, and keeps whom they saw: pages', async (who) => {
    expect(await goThrough(who, pages, askPage)).toEqual([]);
  });

  it.each(apiReaders)('shows %s nobody they may not see, and keeps whom they saw: API', async (who) => {
    expect(await goThrough(who, api, askApi)).toEqual([]);
  });

  it('that has an audit word has shown somebody, so that the test sees what it looks for', () => {
    const words = webRoutes.flatMap(({ verb, path, audit }) => (audit === null ? [] : [`${verb} ${path}`]));

    expect(words.filter((route) => !shown.has(route))).toEqual([]);
  });

  it('writes no person in its log', () => {
    expect(toldOf(said.join('\n')).who.size).toBe(0);
  });
});

describe('a request that means harm', () => {
  it('gets no page that is kept, framed, or followed to another site', async () => {
    const { cookies } = await browserOf('own');
    const { headers } = await web.inject({ url: '/youths', cookies });

    expect(headers).toMatchObject({
      ...{ 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' },
      ...{ 'x-frame-options': 'SAMEORIGIN', 'strict-transport-security': expect.stringContaining('max-age=31536000') },
    });
    const [cookie] = (await web.inject({ url: '/sign-in' })).cookies;
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
  });

  it.each(['/a/..%2f..%2fpackage.json', '/a/%2e%2e/%2e%2e/package.json', '/a//etc/passwd', '/a/..\\package.json'])(
    'finds no file outside the built ones: %s',
    async (url) => {
      const answer = await web.inject({ url });

      expect([400, 403, 404]).toContain(answer.statusCode);
      expect(answer.body).not.toMatch(/"dependencies"|root:/);
    },
  );

  it.each([
    ['a key that is every object’s', '{"__proto__":{"list":"all"}}'],
    ['a maker that is every object’s', '{"constructor":{"prototype":{"list":"all"}}}'],
    ['half a sentence', '{"list":'],
    ['a list for an object', '[]'],
  ])('is a fault where its JSON has %s', async (_name, payload) => {
    reads.length = 0;
    const headers = { authorization: `Bearer ${local}`, 'x-aarshjul-as': 'system', 'content-type': 'application/json' };
    const answer = await web.inject({ method: 'POST', url: '/api/runs/current/youths', headers, payload });

    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([422, 'no-store']);
    expect(reads).toEqual([]);
  });

  it('tries no more than so many passwords a minute, whoever it says that it is', async () => {
    const codes: number[] = [];
    for (let n = 0; n < 22; n += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${n}` };
      codes.push(
        (await web.inject({ method: 'POST', url: '/api/sign-in', headers, payload: { login: '', password: '' } }))
          .statusCode,
      );
    }

    expect(codes.slice(-2)).toEqual([429, 429]);
  });

  it('is not heard as a provider without the secret, nor a form as one of ours without its token', async () => {
    const hook = await web.inject({ method: 'POST', url: '/hooks/sms/wrong', payload: '<MSGLST/>' });
    const { cookies } = await browserOf('system');
    const form = await web.inject({
      ...{ method: 'POST', url: '/returns/export', cookies, payload: '' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const big = await web.inject({
      ...{ method: 'POST', url: '/youths/search', cookies, payload: `text=${'x'.repeat(1_100_000)}` },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    expect([hook.statusCode, form.statusCode, big.statusCode]).toEqual([404, 403, 413]);
  });
});

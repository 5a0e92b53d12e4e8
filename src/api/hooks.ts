import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { Desk } from '#desk/desk.ts';
import type { Fault } from '#domain/outcome.ts';

type Hear = Desk['replies']['hear']['news'];

/** What a provider brings, read by the line that knows its format. */
type Reading =
  | {
      readonly ok: true;
      readonly news: Parameters<Hear>[0];
      readonly answer: { readonly type: string; readonly text: string };
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export interface HookNeeds {
  readonly secret: string;
  readonly read: (callback: {
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: Uint8Array;
    readonly day: string;
  }) => Reading;
  readonly hear: Hear;
  readonly today: () => string;
  /** One fact with fields, no person in it. */
  readonly say: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

/**
 * Where SMS providers bring delivery reports and answers: `/sms/<secret>`. The secret is compared in constant time, and whoever has
 * it not gets the answer of an address that does not exist. What could not be kept is not answered for, so that it is brought again.
 */
export const smsHooks =
  (needs: HookNeeds): FastifyPluginAsync =>
  async (hooks) => {
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_request, bytes, done) => {
      done(null, bytes);
    });
    hooks.setErrorHandler((error, _request, reply) => {
      needs.say('hook.failed', { kind: error instanceof Error ? error.name : 'unknown' });
      return reply.code(503).type('text/plain').send('');
    });
    hooks.route<{ Params: { secret: string } }>({
      method: ['GET', 'POST'],
      url: '/sms/:secret',
      handler: async ({ params, query, headers, body }, reply) => {
        if (!isSame(params.secret, needs.secret)) return reply.code(404).type('text/plain').send('');
        const read = needs.read({
          query: textsIn(query),
          headers: textsIn(headers),
          bytes: body instanceof Uint8Array ? body : new Uint8Array(),
          day: needs.today(),
        });
        if (!read.ok) {
          needs.say('hook.unreadable', { code: read.faults[0]?.code ?? '' });
          return reply.code(400).type('text/plain').send('');
        }
        const heard = await needs.hear(read.news);
        if (!heard.ok) return reply.code(503).type('text/plain').send('');
        needs.say('hook.heard', { reports: read.news.reports.length, incoming: read.news.incoming.length });
        return reply.type(read.answer.type).send(read.answer.text);
      },
    });
  };

/** Digests are of one length, so the time taken says nothing of how much was right. */
const isSame = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const textsIn = (values: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );

import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import type { Asked, Shown } from './asked.ts';
import { endSession, openSession } from './browser-session.ts';
import { serveCodec } from './codec-endpoint.ts';
import { keepReceipt, type Standing, standingOf } from './context.ts';
import { failed, showError, statusOf } from './failures.tsx';
import { guard, isFromElsewhere } from './guards.ts';
import { serveLive } from './live-stream.ts';
import type { WebNeeds } from './needs.ts';
import { ErrorPage } from './pages/errors/error-page.tsx';
import { MarkFile } from './parts/mark.tsx';
import { isOurPath, paths } from './paths.ts';
import { permits } from './permissions.ts';
import { setPreferences } from './preferences.ts';
import type { Route } from './route.ts';
import { replyFormPath, routes } from './routes.ts';
import { sendFile, sendPage } from './send-page.ts';
import { fileIn, sentIn } from './sent.ts';

/** The web, ready to listen; everything it stands on is given. */
export async function buildWeb(needs: WebNeeds): Promise<FastifyInstance> {
  const web = Fastify({ logger: false, trustProxy: needs.config.trustProxy, genReqId: () => needs.newId() });
  await guard(web, needs.config, needs.assets);
  web.get(paths.mark, async (_request, reply) =>
    reply
      .type('image/svg+xml')
      .header('cache-control', 'max-age=86400')
      .send(renderToString(<MarkFile />)),
  );
  serveLive(web, needs);
  if (needs.codec) serveCodec(web, needs, needs.codec);
  for (const route of routes) serve(web, needs, route);
  web.setNotFoundHandler((request, reply) => showError(needs, request, reply, 'not-found'));
  web.setErrorHandler((error, request, reply) => failed(needs, error, request, reply));
  return web;
}

function serve(web: FastifyInstance, needs: WebNeeds, route: Route): void {
  web.route({
    method: route.verb,
    url: route.path,
    config: tempoOf(route, needs.config),
    ...(route.verb === 'POST' ? { preHandler: web.csrfProtection } : {}),
    handler: async (request, reply) => {
      if (route.verb === 'POST' && isFromElsewhere(request)) return showError(needs, request, reply, 'expired');
      const standing = await standingOf(needs, request, reply);
      const asked = await askedOf(needs, request, reply, standing);
      const shown = await answer(route, asked, standing);
      await logRead(needs, route, standing, shown);
      return send(needs, request, reply, standing, shown);
    },
  });
}

/** Where nobody is signed in: tries to sign in from one address, and replies by one key. */
function tempoOf({ verb, path }: Route, { triesPerMinute: max }: WebNeeds['config']) {
  const rateLimit = { max, timeWindow: '1 minute' };
  if (verb === 'POST' && path === paths.signIn) return { rateLimit };
  if (verb !== 'POST' || path !== replyFormPath) return {};
  return { rateLimit: { ...rateLimit, keyGenerator: ({ url }: FastifyRequest) => url.replace(/\?.*/, '') } };
}

const forbidden: Shown = { kind: 'error', error: 'forbidden', refusals: [] };
/** A link in a mail lands where it led, after signing in. */
const signInFirst = ({ verb }: Route, { path }: Asked['c']): Shown => ({
  kind: 'go',
  to: verb === 'GET' ? paths.signInTo(path) : paths.signIn,
  receipt: undefined,
});

/** The permission of the route table; what a single subject allows is asked by views and desk. */
async function answer(route: Route, asked: Asked, { reader, run }: Standing): Promise<Shown> {
  if (route.asks === 'nobody') return route.handler(asked);
  if (!reader) return signInFirst(route, asked.c);
  const { actor } = reader;
  if (route.asks === 'signed-in') return route.handler({ ...asked, actor, run });
  if (!permits(actor, route.asks)) return forbidden;
  if (route.asks === 'run.start') return route.handler({ ...asked, actor, run });
  if (!run) return { kind: 'go', to: paths.year, receipt: undefined };
  return route.handler({ ...asked, actor, run });
}

async function askedOf(
  needs: WebNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { c, session }: Standing,
): Promise<Asked> {
  return {
    needs,
    c,
    params: Object.fromEntries(Object.entries(sentIn(request.params)).map(([name, values]) => [name, values[0] ?? ''])),
    query: sentIn(request.query),
    body: sentIn(request.body),
    file: await fileIn(request.body),
    kept: session?.kept ?? {},
    keep: async (entries) => (session ? needs.sessions.keep(session.hash, entries) : undefined),
    signInAs: async (staff) => {
      if (session) await needs.sessions.end(session.hash);
      await openSession(needs, reply, staff);
    },
    signOut: async () => (session ? endSession(needs, reply, session.hash) : undefined),
    prefer: (preferences) => setPreferences(reply, preferences, needs.config.secure),
  };
}

/** Every page and file that shows a person leaves a read entry before it is sent. */
async function logRead(needs: WebNeeds, route: Route, { reader }: Standing, shown: Shown): Promise<void> {
  if (!('seen' in shown)) return;
  if (route.audit === null && shown.seen.length > 0)
    throw new Error(`${route.path} shows persons and has no word for the read log`);
  if (route.audit === null || !reader) return;
  await needs.readLog.append({
    staffId: reader.actor.staffId,
    onBehalfOf: reader.actor.onBehalfOf ?? null,
    at: needs.now(),
    what: route.audit,
    route: `${route.verb} ${route.path}`,
    subjects: shown.seen,
  });
}

async function send(
  needs: WebNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { c, session }: Standing,
  shown: Shown,
): Promise<FastifyReply> {
  switch (shown.kind) {
    case 'page':
      return sendPage(reply, shown.page, shown.status);
    case 'file':
      return sendFile(reply, shown);
    case 'go':
      if (shown.receipt !== undefined && session) await keepReceipt(needs, session, shown.receipt);
      return reply.redirect(isOurPath(shown.to) ? shown.to : paths.home, 303);
    case 'error': {
      const back = request.method === 'POST' ? sentIn(request.body).back?.at(-1) : undefined;
      const page = (
        <ErrorPage c={c} kind={shown.error} refusals={shown.refusals} {...(back === undefined ? {} : { back })} />
      );
      return sendPage(reply, page, statusOf[shown.error]);
    }
  }
}

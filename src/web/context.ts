import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandId } from '#domain/ids.ts';
import type { RunHead } from '#views/answers/run.ts';
import { type BrowserSession, readSession, sessionMark } from './browser-session.ts';
import { explainWith } from './explain.ts';
import type { Reader, WebNeeds } from './needs.ts';
import type { PageContext, Receipt } from './page-context.ts';
import { permits } from './permissions.ts';
import { preferencesOf, wishedRun } from './preferences.ts';

/** Who asks, in which run, and what every page is given. */
export interface Standing {
  readonly session: BrowserSession | undefined;
  readonly reader: Reader | undefined;
  readonly run: RunHead | undefined;
  readonly c: PageContext;
}

const receiptKey = 'receipt';

/** Reads session, run and person once for a request. */
export async function standingOf(needs: WebNeeds, request: FastifyRequest, reply: FastifyReply): Promise<Standing> {
  const shown = needs.views.currentRun(wishedRun(request));
  const [session, run] = await Promise.all([readSession(needs, request), shown]);
  const reader = session && (await needs.views.reader(session.staff, run?.runId));
  const openTasks = reader && run ? await needs.views.openTasks(reader.actor, run.runId, run.today) : 0;
  const c: PageContext = {
    ...preferencesOf(request),
    path: request.url,
    csrf: reply.generateCsrf({ userInfo: sessionMark(request) }),
    newCommand: () => commandId(needs.newId()),
    county: run?.county ?? (await needs.views.county()),
    run: reader && run,
    today: run?.today ?? needs.today(),
    reader: reader && { name: reader.name, roles: [...new Set(reader.actor.grants.map(({ role }) => role))] },
    may: (permission) => reader !== undefined && permits(reader.actor, permission),
    openTasks,
    receipt: session && (await takeReceipt(needs, request, session)),
    asset: (name) => `/a/${needs.assets.names[name] ?? name}`,
    explain: explainWith(needs.explain),
  };
  return { session: reader && session, reader, run, c };
}

/** Said once, on the page one comes to; a refresh in another window must not take it. */
async function takeReceipt(
  needs: WebNeeds,
  request: FastifyRequest,
  session: BrowserSession,
): Promise<Receipt | undefined> {
  const text = session.kept[receiptKey];
  if (request.method !== 'GET' || request.headers['x-refresh'] !== undefined || typeof text !== 'string')
    return undefined;
  await needs.sessions.keep(session.hash, { [receiptKey]: undefined });
  return { id: needs.newId(), text };
}

export const keepReceipt = (needs: WebNeeds, session: BrowserSession, text: string): Promise<void> =>
  needs.sessions.keep(session.hash, { [receiptKey]: text });

import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandId } from '#domain/ids.ts';
import { standingOf } from './context.ts';
import { explainWith } from './explain.ts';
import type { WebNeeds } from './needs.ts';
import type { PageContext } from './page-context.ts';
import { type ErrorKind, ErrorPage } from './pages/errors/error-page.tsx';
import { preferencesOf } from './preferences.ts';
import { sendPage } from './send-page.ts';

export const statusOf: Readonly<Record<ErrorKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 409,
  failed: 500,
  expired: 403,
  'too-many': 429,
  'too-big': 413,
};

export async function showError(
  needs: WebNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ErrorKind,
): Promise<FastifyReply> {
  const { c } = await standingOf(needs, request, reply);
  return sendPage(reply, <ErrorPage c={c} kind={kind} />, statusOf[kind]);
}

const kindOf: Readonly<Record<number, ErrorKind>> = {
  403: 'expired',
  404: 'not-found',
  413: 'too-big',
  429: 'too-many',
};

/** Says what the reader can use; the log gets the kind and the number, no text that could hold a person. */
export async function failed(
  needs: WebNeeds,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const kind = kindOf[status];
  if (kind !== undefined) return showError(needs, request, reply, kind);
  const name = error instanceof Error ? error.name : 'unknown';
  needs.say('web.failed', { route: request.routeOptions.url ?? '', number: request.id, error: name });
  const c = bareContext(needs, request);
  return sendPage(reply, <ErrorPage c={c} kind="failed" number={request.id} />, statusOf.failed);
}

/** What can be said when the store itself may be what failed: nothing of the run, nothing of the reader. */
const bareContext = (needs: WebNeeds, request: FastifyRequest): PageContext => ({
  ...preferencesOf(request),
  path: request.url,
  csrf: '',
  newCommand: () => commandId(needs.newId()),
  county: '',
  run: undefined,
  today: needs.today(),
  reader: undefined,
  may: () => false,
  openTasks: 0,
  receipt: undefined,
  asset: (asset) => `/a/${needs.assets.names[asset] ?? asset}`,
  explain: explainWith(needs.explain),
});

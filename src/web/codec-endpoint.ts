import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayReadEngine } from '#domain/access/may.ts';
import { readSession } from './browser-session.ts';
import type { CodecNeeds, PayloadText } from './codec-needs.ts';
import type { WebNeeds } from './needs.ts';
import { paths } from './paths.ts';

const bodyLimit = 8 * 1024 * 1024;

/**
 * Opens sealed payloads for Temporal's own pages and command line, in the form they ask for (`/decode`). For the system owner,
 * signed in here; a bearer token of `POST /api/sign-in` does as well. Nothing can be sealed here, so nothing can be forged.
 */
export function serveCodec(web: FastifyInstance, needs: WebNeeds, codec: CodecNeeds): void {
  const mayRead = ({ headers }: FastifyRequest): boolean =>
    headers.origin === undefined || codec.origins.includes(headers.origin);
  web.options(paths.codec, async (request, reply) => {
    const isKnown = mayRead(request);
    return answered(request, reply, isKnown)
      .code(isKnown ? 204 : 403)
      .send();
  });
  web.post(paths.codec, { bodyLimit }, async (request, reply) => {
    const isKnown = mayRead(request);
    const answer = answered(request, reply, isKnown);
    if (!isKnown) return answer.code(403).send({});
    const session = await readSession(needs, request, bearerIn(request));
    const run = await needs.views.currentRun();
    const reader = session && (await needs.views.reader(session.staff, run?.runId));
    if (!reader) return answer.code(401).send({});
    if (!mayReadEngine(reader.actor)) return answer.code(403).send({});
    const sealed = payloadsIn(request.body);
    if (!sealed) return answer.code(400).send({});
    await needs.readLog.append({
      staffId: reader.actor.staffId,
      onBehalfOf: reader.actor.onBehalfOf ?? null,
      at: needs.now(),
      what: 'engine.decode',
      route: `POST ${paths.codec}`,
      subjects: [],
    });
    return answer.send({ payloads: await codec.open(sealed) });
  });
}

/** A program's token, which is a session like a browser's. */
const bearerIn = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];

function answered({ headers }: FastifyRequest, reply: FastifyReply, isKnown: boolean): FastifyReply {
  reply.header('cache-control', 'no-store').header('vary', 'origin');
  if (!isKnown || headers.origin === undefined) return reply;
  return reply
    .header('access-control-allow-origin', headers.origin)
    .header('access-control-allow-credentials', 'true')
    .header('access-control-allow-methods', 'POST')
    .header('access-control-allow-headers', 'content-type, x-namespace, authorization');
}

/** Undefined where what was sent is not what the engine's pages send. */
function payloadsIn(body: unknown): readonly PayloadText[] | undefined {
  if (typeof body !== 'object' || body === null || !('payloads' in body) || !Array.isArray(body.payloads))
    return undefined;
  const read = body.payloads.map(payloadIn);
  return read.every((payload) => payload !== undefined) ? read : undefined;
}

function payloadIn(sent: unknown): PayloadText | undefined {
  if (typeof sent !== 'object' || sent === null) return undefined;
  const data = 'data' in sent ? sent.data : '';
  const metadata = 'metadata' in sent ? sent.metadata : {};
  if (typeof data !== 'string' || typeof metadata !== 'object' || metadata === null) return undefined;
  const texts = Object.entries(metadata);
  if (!texts.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined;
  return { metadata: Object.fromEntries(texts), data };
}

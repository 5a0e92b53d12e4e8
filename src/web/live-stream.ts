import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readSession } from './browser-session.ts';
import type { WebNeeds } from './needs.ts';
import { paths } from './paths.ts';

const heartbeat = 20_000;

/** One stream a page: «something has changed», with a version, so that one that was away is told at once. */
export function serveLive(web: FastifyInstance, needs: WebNeeds): void {
  const open = new Set<FastifyReply>();
  web.get(paths.live, async (request, reply) => {
    if (!(await readSession(needs, request))) return reply.code(403).send();
    reply.hijack();
    open.add(reply);
    stream(needs, request, reply, () => open.delete(reply));
    return reply;
  });
  web.addHook('preClose', async () => {
    for (const reply of open) reply.raw.end();
  });
}

function stream(needs: WebNeeds, request: FastifyRequest, reply: FastifyReply, closed: () => void): void {
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const tell = (version: number) => raw.write(`event: changed\nid: ${version}\ndata:\n\n`);
  raw.write('retry: 2000\n\n');
  const lastSeen = Number(request.headers['last-event-id'] ?? Number.NaN);
  const now = needs.live.version();
  if (lastSeen < now) tell(now);
  const unsubscribe = needs.live.subscribe(tell);
  const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat);
  request.raw.on('close', () => {
    clearInterval(beat);
    unsubscribe();
    closed();
  });
}

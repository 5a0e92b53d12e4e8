import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type StaffId, staffId } from '#domain/ids.ts';
import type { WebNeeds, WebSession } from './needs.ts';

const cookieName = 'aarshjul';
const hour = 3_600_000;
/** A session in use is moved on at most this often: not one write a page. */
const touchEvery = 5 * 60_000;

/** The session of one request: found, begun or ended. The token is only in the browser; the store has its hash. */
export interface BrowserSession {
  readonly hash: string;
  readonly staff: StaffId;
  readonly kept: WebSession['kept'];
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export async function readSession(
  needs: WebNeeds,
  request: FastifyRequest,
  token = request.cookies[cookieName],
): Promise<BrowserSession | undefined> {
  if (token === undefined || token.length > 100) return undefined;
  const hash = hashOf(token);
  const now = needs.now();
  const session = await needs.sessions.read(hash, now);
  if (!session) return undefined;
  const end = now + needs.config.sessionHours * hour;
  if (end - session.expiresAt > touchEvery) await needs.sessions.touch(hash, end);
  return { hash, staff: staffId(session.staffId), kept: session.kept };
}

/** A new token at each sign-in: one that was planted before is worth nothing. */
export async function openSession(needs: WebNeeds, reply: FastifyReply, staff: StaffId): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const now = needs.now();
  const expiresAt = now + needs.config.sessionHours * hour;
  await needs.sessions.open(hashOf(token), { staffId: staff, createdAt: now, expiresAt, kept: {} });
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: needs.config.secure });
}

export async function endSession(needs: WebNeeds, reply: FastifyReply, hash: string): Promise<void> {
  await needs.sessions.end(hash);
  reply.clearCookie(cookieName, { path: '/' });
}

/** The session's hash without reading the session: what a form's token is bound to. */
export const sessionMark = (request: FastifyRequest): string => {
  const token = request.cookies[cookieName];
  return token === undefined ? 'nobody' : hashOf(token);
};

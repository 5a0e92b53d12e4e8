import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain/access/actor.ts';
import { type RunId, runId, type StaffId, staffId } from '#domain/ids.ts';
import { type Language, languages } from '#domain/language.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { isRole, type Role } from '#domain/plan/role.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { ApiNeeds } from './needs.ts';

/** Who asks, and in which run. */
export interface Standing {
  readonly actor: Actor;
  readonly name: string;
  readonly run: RunHead | undefined;
  /** The session's hash; undefined for the machine's owner. */
  readonly session: string | undefined;
}

const hour = 3_600_000;
/** A session in use is moved on at most this often: not one write a request. */
const touchEvery = 5 * 60_000;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The language asked for; `no` is what many call bokmål. */
export function languageOf({ headers }: FastifyRequest): Language {
  const asked = (headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.flatMap((code) => languages.filter((language) => language === code))[0] ?? 'nb';
}

/** Reads token, person and run once for a request; `wanted` is the run it names, `current` or an id. */
export async function standingOf(
  needs: ApiNeeds,
  request: FastifyRequest,
  wanted: string | undefined,
): Promise<Outcome<Standing>> {
  const whoever = await whoAsks(needs, request);
  if (!whoever.ok) return whoever;
  const run = await runNamed(needs, wanted);
  const reader = await needs.views.reader(whoever.value.staff, run?.runId);
  if (!reader) return refused({ code: 'api.signIn' });
  if (wanted !== undefined && !run) return refused({ code: wanted === 'current' ? 'api.noRun' : 'access.notFound' });
  return accepted({ ...reader, run, session: whoever.value.session });
}

/** Undefined where nothing is named: the people and their roles are then those of every year. */
function runNamed(needs: ApiNeeds, wanted: string | undefined): Promise<RunHead | undefined> {
  if (wanted === undefined || wanted === 'current') return needs.views.currentRun();
  const id: RunId = runId(wanted);
  return needs.views.runHead(id);
}

interface Whoever {
  readonly staff: StaffId;
  readonly session: string | undefined;
}

async function whoAsks(needs: ApiNeeds, { headers }: FastifyRequest): Promise<Outcome<Whoever>> {
  const token = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return refused({ code: 'api.signIn' });
  const as = headers['x-aarshjul-as'];
  const { local } = needs.config;
  if (local && isSame(token, local.token)) return byLogin(needs, typeof as === 'string' ? decoded(as) : local.as);
  if (as !== undefined) return refused({ code: 'api.asNobodyElse' });
  return inSession(needs, hashOf(token));
}

/** As long for a wrong token as for a right one. */
const isSame = (given: string, kept: string): boolean => {
  const hashes = [given, kept].map((text) => createHash('sha256').update(text).digest());
  return hashes[0] !== undefined && hashes[1] !== undefined && timingSafeEqual(hashes[0], hashes[1]);
};

/** By login, or by a role: the first who holds it, for the whole county before for a unit. */
async function byLogin(needs: ApiNeeds, as: string): Promise<Outcome<Whoever>> {
  const member = isRole(as) ? await holderOf(needs, as) : (await needs.staff.byLogin(as))?.member;
  if (!member?.active) return refused({ code: 'api.unknownLogin' });
  return accepted({ staff: staffId(member.staffId), session: undefined });
}

async function holderOf(needs: ApiNeeds, role: Role) {
  const holders = (await needs.staff.everybody()).filter(
    ({ active, grants }) => active && grants.some((grant) => grant.role === role),
  );
  const inCounty = holders.find(({ grants }) => grants.some((grant) => grant.role === role && grant.unitId === null));
  return inCounty ?? holders[0];
}

/** Percent-encoded, since a header has no æ. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function inSession(needs: ApiNeeds, hash: string): Promise<Outcome<Whoever>> {
  const now = needs.now();
  const session = await needs.sessions.read(hash, now);
  if (!session) return refused({ code: 'api.signIn' });
  const end = now + needs.config.sessionHours * hour;
  if (end - session.expiresAt > touchEvery) await needs.sessions.touch(hash, end);
  return accepted({ staff: staffId(session.staffId), session: hash });
}

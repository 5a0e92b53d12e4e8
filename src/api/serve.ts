import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import type { AuditWord } from '#domain/access/audit-word.ts';
import type { Language } from '#domain/language.ts';
import { type Outcome, type Refusal, refused } from '#domain/outcome.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { ApiNeeds } from './needs.ts';
import { languageOf, type Standing, standingOf } from './standing.ts';
import { refuse } from './trouble.ts';

/** What a handler knows of the one who asks and of what was sent. */
export interface Given<P, Q, B> {
  readonly needs: ApiNeeds;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly language: Language;
  /** The wish's number: as the client gave it, so that asking twice is one wish, else made here. */
  readonly commandId: string;
  readonly header: (name: string) => string | undefined;
}
export interface SignedIn<P, Q, B> extends Given<P, Q, B> {
  readonly actor: Actor;
  readonly standing: Standing;
}
export interface InRun<P, Q, B> extends SignedIn<P, Q, B> {
  readonly run: RunHead;
}

type Verb = 'GET' | 'POST';
type May = (actor: Actor) => boolean;

/** What comes in and goes out of a route, and what it does. */
interface Line<G, P, Q, B, A> {
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  readonly answer: z.ZodType<A>;
  /** The cases whose persons an answer shows, for the read log. */
  readonly seen?: (answer: NoInfer<A>) => readonly string[];
  /** Larger than fastify's own limit, for files. */
  readonly bodyLimit?: number;
  readonly act: (given: G) => Promise<Outcome<NoInfer<A>>>;
}

export type Route = (api: FastifyInstance, needs: ApiNeeds) => void;

/** For everybody, signed in or not. */
export const open = <A, P = unknown, Q = unknown, B = unknown>(
  verb: Verb,
  path: string,
  line: Line<Given<P, Q, B>, P, Q, B, A>,
): Route => {
  const config = verb === 'POST' ? { rateLimit: { max: 20, timeWindow: '1 minute' } } : {};
  return (api, needs) => put(api, needs, { verb, path, line, config, check: async () => [], act: line.act });
};

/** For those signed in who may, inside a run or outside. */
export const signedIn =
  <A, P = unknown, Q = unknown, B = unknown>(
    verb: Verb,
    path: string,
    may: May,
    line: Line<SignedIn<P, Q, B>, P, Q, B, A>,
  ): Route =>
  (api, needs) => {
    const standings = new WeakMap<FastifyRequest, Standing>();
    put(api, needs, {
      ...{ verb, path, line },
      check: (request) => checked(needs, request, undefined, may, standings),
      act: (given, request) => {
        const standing = known(standings, request);
        return line.act({ ...given, actor: standing.actor, standing });
      },
    });
  };

/** For those who may, in the run that the path names; with the word for the read log where it shows a person. */
export const inRun =
  <A, P = unknown, Q = unknown, B = unknown>(
    verb: Verb,
    path: string,
    may: May,
    audit: AuditWord | null,
    line: Line<InRun<P, Q, B>, P, Q, B, A>,
  ): Route =>
  (api, needs) => {
    if ((audit === null) !== (line.seen === undefined))
      throw new Error(`${path} shows persons by half: a word, or whom`);
    const standings = new WeakMap<FastifyRequest, Standing>();
    put(api, needs, {
      ...{ verb, path, line },
      check: (request) => checked(needs, request, runIn(request), may, standings),
      act: async (given, request) => {
        const standing = known(standings, request);
        const { actor, run } = standing;
        if (!run) return refused({ code: 'api.noRun' });
        const outcome = await line.act({ ...given, actor, standing, run });
        if (outcome.ok && audit !== null)
          await logRead(needs, actor, audit, `${verb} /api${path}`, line.seen?.(outcome.value) ?? []);
        return outcome;
      },
    });
  };

interface Put<G, P, Q, B, A> {
  readonly verb: Verb;
  readonly path: string;
  readonly line: Omit<Line<G, P, Q, B, A>, 'act'>;
  readonly config?: Readonly<Record<string, unknown>>;
  /** Who asks comes before what is asked: nobody learns from a fault what they may not do. */
  readonly check: (request: FastifyRequest) => Promise<readonly Refusal[]>;
  readonly act: (given: Given<P, Q, B>, request: FastifyRequest) => Promise<Outcome<A>>;
}

/** Puts a line on the server; the schemas are held against what comes in and against what goes out. */
function put<G, P, Q, B, A>(api: FastifyInstance, needs: ApiNeeds, { verb, path, line, ...how }: Put<G, P, Q, B, A>) {
  api.route({
    method: verb,
    url: path,
    ...(line.bodyLimit === undefined ? {} : { bodyLimit: line.bodyLimit }),
    config: how.config ?? {},
    schema: {
      ...(line.params ? { params: line.params } : {}),
      ...(line.query ? { querystring: line.query } : {}),
      ...(line.body ? { body: line.body } : {}),
      response: { 200: line.answer },
    },
    onRequest: async (request, reply) => {
      const refusals = await how.check(request);
      if (refusals.length > 0) return refuse(needs, request, reply, refusals);
    },
    handler: async (request, reply) => {
      const outcome = await how.act(givenIn<P, Q, B>(needs, request), request);
      if (!outcome.ok) return refuse(needs, request, reply, outcome.refusals);
      return reply.send(outcome.value);
    },
  });
}

async function checked(
  needs: ApiNeeds,
  request: FastifyRequest,
  run: string | undefined,
  may: May,
  standings: WeakMap<FastifyRequest, Standing>,
): Promise<readonly Refusal[]> {
  const standing = await standingOf(needs, request, run);
  if (!standing.ok) return standing.refusals;
  if (!may(standing.value.actor)) return [{ code: 'access.notAllowed' }];
  standings.set(request, standing.value);
  return [];
}

function known(standings: WeakMap<FastifyRequest, Standing>, request: FastifyRequest): Standing {
  const standing = standings.get(request);
  if (!standing) throw new Error('a handler ran before the one who asks was known');
  return standing;
}

const runIn = ({ params }: FastifyRequest): string =>
  typeof params === 'object' && params !== null && 'run' in params ? String(params.run) : 'current';

function givenIn<P, Q, B>(needs: ApiNeeds, request: FastifyRequest): Given<P, Q, B> {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const key = header('idempotency-key');
  return {
    needs,
    // `as`: the validator has read each by the line's schema; a line without one does not look at it.
    params: request.params as P,
    query: request.query as Q,
    body: request.body as B,
    language: languageOf(request),
    commandId: key !== undefined && /^[\w-]{8,64}$/.test(key) ? key : needs.newId(),
    header,
  };
}

/** Every answer that shows a person leaves a read entry before it is sent. */
const logRead = (
  needs: ApiNeeds,
  actor: Actor,
  what: AuditWord,
  route: string,
  subjects: readonly string[],
): Promise<void> =>
  needs.readLog.append({
    staffId: actor.staffId,
    onBehalfOf: actor.onBehalfOf ?? null,
    at: needs.now(),
    what,
    route,
    subjects,
  });

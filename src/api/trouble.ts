import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Language } from '#domain/language.ts';
import type { Refusal } from '#domain/outcome.ts';
import { saidWith, sayFailure, sayFieldWanted } from './explain.ts';
import type { ApiNeeds } from './needs.ts';
import { languageOf } from './standing.ts';

const statuses: Readonly<Record<string, number>> = {
  'api.signIn': 401,
  'api.wrongPassword': 401,
  'api.unknownLogin': 403,
  'api.asNobodyElse': 403,
  'access.notAllowed': 403,
  'access.notFound': 404,
  'api.noSuchRoute': 404,
  'api.noRun': 404,
  'api.tooLarge': 413,
  'api.tooMany': 429,
};

/** A whole file that cannot be read is what was sent (422); a rule that says no is where things stand (409). */
const statusOf = ({ code }: Refusal): number =>
  statuses[code] ?? (/^intake\.(file|workbook|encoding|csv|table|sheet|columns|feed)\./.test(code) ? 422 : 409);

export function refuse(
  needs: ApiNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  refusals: readonly Refusal[],
): FastifyReply {
  const language = languageOf(request);
  const said = refusals.map((refusal) => saidWith(needs, language, refusal));
  return reply.code(Math.min(...refusals.map(statusOf))).send({ refusals: said });
}

/** What fastify and zod throw becomes faults and refusals; anything else is ours, and is told as a number. */
export function failed(needs: ApiNeeds, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = { body: request.body, params: request.params, querystring: request.query, headers: {} };
    const sent = where[error.validationContext ?? 'body'];
    return reply
      .code(422)
      .send({ faults: error.validation.flatMap((issue) => faultsOf(issue, sent, languageOf(request))) });
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return refuse(needs, request, reply, [{ code: 'api.tooLarge' }]);
  if (status === 429) return refuse(needs, request, reply, [{ code: 'api.tooMany' }]);
  if (status < 500) return reply.code(422).send({ faults: [{ place: 'body', found: '', wanted: 'JSON' }] });
  const name = error instanceof Error ? error.name : 'unknown';
  needs.say('api.failed', { route: request.routeOptions.url ?? '', number: request.id, error: name });
  return reply.code(500).send({ failure: { number: request.id, text: sayFailure(languageOf(request)) } });
}

/** One of zod's issues, as the validator hands it on. */
interface Issue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

function faultsOf(
  issue: Issue,
  sent: unknown,
  language: Language,
): readonly { place: string; found: string; wanted: string }[] {
  const path = issue.instancePath.split('/').filter((step) => step !== '');
  const { keys } = issue.params;
  if (issue.keyword === 'unrecognized_keys' && Array.isArray(keys))
    return keys.map((key) => ({
      place: [...path, String(key)].join('.'),
      found: masked(String(key)),
      wanted: sayFieldWanted(language),
    }));
  return [{ place: path.join('.') || 'body', found: shown(valueAt(sent, path)), wanted: wantedBy(issue) }];
}

function wantedBy({ keyword, params, message = '' }: Issue): string {
  switch (keyword) {
    case 'invalid_value':
      return Array.isArray(params.values) ? params.values.join('|') : message;
    case 'invalid_type':
      return String(params.expected);
    case 'too_small':
      return `>= ${String(params.minimum)}`;
    case 'too_big':
      return `<= ${String(params.maximum)}`;
    default:
      return message;
  }
}

const valueAt = (sent: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    sent,
  );

/** Short, and never a run of digits that may be somebody's number. */
function shown(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? '');
  return masked(text);
}

function masked(text: string): string {
  const safe = text.replaceAll(/\d(?:[ .-]?\d){7,}/g, '********');
  return safe.length > 60 ? `${safe.slice(0, 59)}…` : safe;
}

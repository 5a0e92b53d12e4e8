import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Refusal } from '#domain/outcome.ts';
import { saidWith, sayFailure } from './explain.ts';
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
  statuses[code] ?? (/^intake\.(file|workbook|encoding|csv|table|sheet|feed)\./.test(code) ? 422 : 409);

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
    // `as`: the validator puts zod's own issue there.
    const issues = error.validation.map(({ params }) => params.issue as Issue);
    return reply.code(422).send({ faults: issues.flatMap((issue) => faultsOf(issue, sent)) });
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return refuse(needs, request, reply, [{ code: 'api.tooLarge' }]);
  if (status === 429) return refuse(needs, request, reply, [{ code: 'api.tooMany' }]);
  if (status < 500) return reply.code(422).send({ faults: [{ place: 'body', found: '', wanted: 'JSON' }] });
  const name = error instanceof Error ? error.name : 'unknown';
  needs.say('api.failed', { route: request.routeOptions.url ?? '', number: request.id, error: name });
  return reply.code(500).send({ failure: { number: request.id, text: sayFailure(languageOf(request)) } });
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, sent: unknown): readonly { place: string; found: string; wanted: string }[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ place: [place, key].filter(Boolean).join('.'), found: key, wanted: '–' }));
  return [{ place: place || 'body', found: shown(valueAt(sent, issue.path)), wanted: wantedBy(issue) }];
}

function wantedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.join('|');
    case 'invalid_type':
      return issue.expected;
    case 'too_small':
      return `>= ${issue.minimum}`;
    case 'too_big':
      return `<= ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : issue.format;
    default:
      return issue.message;
  }
}

const valueAt = (sent: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    sent,
  );

/** Short, and never a run of digits that may be somebody's number. */
function shown(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? '');
  const masked = text.replaceAll(/\d(?:[ .-]?\d){7,}/g, '********');
  return masked.length > 60 ? `${masked.slice(0, 59)}…` : masked;
}

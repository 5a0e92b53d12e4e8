import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { failure, faults, refusals } from '#api/wire/basic.ts';
import { languages } from '#domain/language.ts';
import { roles } from '#domain/plan/role.ts';
import { planTexts } from '#texts/plan.ts';
import { type Asked, stop, type Trouble, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findDoor, homeOf } from './door.ts';

/** What is asked of the engine: a question, or a command with its body. */
export interface Call {
  readonly path: string;
  /** JSON of a command; left out for a question. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly file?: { readonly bytes: Uint8Array; readonly name: string };
  /** Words that may not stand in an address, by header. */
  readonly words?: Readonly<Record<string, string>>;
}
export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** Asks the running engine over its local API; everything that stands in the way becomes a trouble with its exit code. */
export async function call<T>(
  asked: Asked,
  { path, body, file, words = {} }: Call,
  answer: z.ZodType<T>,
): Promise<Answered<T>> {
  const door = await findDoor(asked);
  if (!door) return { ok: false, trouble: notRunning(asked) };
  const as = textOf(asked, 'as') ?? asked.streams.env.AARSHJUL_AS;
  const isCommand = body !== undefined || file !== undefined;
  let response: Response;
  try {
    response = await fetch(`${door.url}/api${path}`, {
      method: isCommand ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${door.token}`,
        'accept-language': asked.language,
        ...(as === undefined ? {} : { 'x-aarshjul-as': encodeURIComponent(roleOf(as) ?? as) }),
        ...Object.fromEntries(Object.entries(words).map(([name, word]) => [name, encodeURIComponent(word)])),
        ...(isCommand ? { 'idempotency-key': randomUUID() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(file === undefined
          ? {}
          : { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(file === undefined ? {} : { body: Buffer.from(file.bytes) }),
    });
  } catch {
    return { ok: false, trouble: notRunning(asked) };
  }
  return read(asked, response, answer);
}

/** In the run named by `--run`, else the current one. */
export const inRun = (asked: Asked, path = ''): string =>
  `/runs/${encodeURIComponent(textOf(asked, 'run') ?? 'current')}${path}`;

const notRunning = (asked: Asked): Trouble => ({
  exit: exitCodes.notRunning,
  code: 'cli.notRunning',
  text: asked.t('engine.notRunning', { home: homeOf(asked.streams.env) }),
});

/** «systemansvarlig» for `system_owner`: whoever holds the role acts. */
const roleOf = (as: string): string | undefined =>
  roles.find((role) => languages.some((language) => planTexts.speak(language, `role.${role}`) === as.toLowerCase()));

async function read<T>(asked: Asked, response: Response, answer: z.ZodType<T>): Promise<Answered<T>> {
  const sent: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const value = answer.safeParse(sent);
    return value.success ? { ok: true, value: value.data } : { ok: false, trouble: strange(asked) };
  }
  const refused = refusals.safeParse(sent);
  if (refused.success) return { ok: false, trouble: troubleOf(asked, response.status, refused.data.refusals) };
  const faulty = faults.safeParse(sent);
  if (faulty.success) {
    const [first, ...more] = faulty.data.faults.map(({ place, found, wanted }) => ({
      code: 'cli.fault',
      at: place,
      text: asked.t('engine.fault', { found: found || '–', wanted }),
    }));
    return first
      ? { ok: false, trouble: { exit: exitCodes.usage, ...first, more } }
      : { ok: false, trouble: strange(asked) };
  }
  const broken = failure.safeParse(sent);
  if (!broken.success) return { ok: false, trouble: strange(asked) };
  const { text, number } = broken.data.failure;
  return { ok: false, trouble: { exit: exitCodes.unexpected, code: 'cli.failed', text: `${text} (${number})` } };
}

const strange = (asked: Asked): Trouble => ({
  exit: exitCodes.unexpected,
  code: 'cli.strange',
  text: asked.t('engine.strange'),
});

type Refused = z.output<typeof refusals>['refusals'];

function troubleOf(asked: Asked, status: number, said: Refused): Trouble {
  const exit = status === 413 || status === 422 ? exitCodes.unreadable : exitCodes.refused;
  const hint = said.some(({ code }) => code === 'access.notAllowed')
    ? [{ code: 'cli.as', text: asked.t('engine.as') }]
    : [];
  const [first, ...more] = [
    ...said.map(({ code, text, source }) => ({ code, text: source === undefined ? text : `${text} (${source})` })),
    ...hint,
  ];
  return first ? { exit, ...first, ...(more.length > 0 ? { more } : {}) } : strange(asked);
}

/** An answer as JSON, or as the lines a person reads. */
export async function show<T>(
  asked: Asked,
  answered: Answered<T>,
  lines: (value: T) => readonly string[],
): Promise<ExitCode> {
  if (!answered.ok) return stop(asked, answered.trouble);
  const { value } = answered;
  for (const line of asked.json ? [JSON.stringify(value)] : lines(value)) await asked.out(line);
  return exitCodes.ok;
}

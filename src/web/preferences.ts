import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '#domain/language.ts';
import { oneOf, type Preferences } from './asked.ts';
import { type Scheme, schemes } from './page-context.ts';

const year = 365 * 24 * 60 * 60;
const names = { language: 'language', scheme: 'scheme', keys: 'keys', run: 'run' } as const;

export interface Preferred {
  readonly language: Language;
  readonly scheme: Scheme;
  readonly keys: boolean;
}

/** As chosen; else the language the browser asks for, else bokmål. */
export const preferencesOf = (request: FastifyRequest): Preferred => ({
  language: oneOf(languages, request.cookies[names.language]) ?? fromHeader(request.headers['accept-language']),
  scheme: oneOf(schemes, request.cookies[names.scheme]) ?? 'auto',
  keys: request.cookies[names.keys] !== 'off',
});

/** The year somebody has chosen to look at; nothing, or no run's id, where that is left to the calendar. */
export const wishedRun = (request: FastifyRequest): string | undefined => request.cookies[names.run];

function fromHeader(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  // `no` is what many browsers call bokmål.
  const known = asked.map((code) => (code === 'no' ? 'nb' : code)).find((code) => oneOf(languages, code) !== undefined);
  return oneOf(languages, known) ?? 'nb';
}

export function setPreferences(reply: FastifyReply, preferences: Preferences, secure: boolean): void {
  for (const name of Object.values(names)) {
    const value = preferences[name];
    if (value !== undefined)
      reply.setCookie(name, value, { path: '/', maxAge: year, httpOnly: true, sameSite: 'lax', secure });
  }
}

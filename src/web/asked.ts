import type { VNode } from 'preact';
import type { Actor } from '#domain/access/actor.ts';
import type { StaffId } from '#domain/ids.ts';
import type { Language } from '#domain/language.ts';
import type { Outcome, Refusal } from '#domain/outcome.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { WebNeeds } from './needs.ts';
import type { PageContext, Scheme } from './page-context.ts';
import type { ErrorKind } from './pages/errors/error-page.tsx';

/** What was sent: each name with all its values. */
export type Sent = Readonly<Record<string, readonly string[]>>;

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A request as a handler sees it. */
export interface Asked {
  readonly needs: WebNeeds;
  readonly c: PageContext;
  /** Route parameters, query, and the form's fields; read with `one` and `many`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Sent;
  readonly body: Sent;
  readonly file: SentFile | undefined;
  /** What the session keeps for this browser. */
  readonly kept: Readonly<Record<string, unknown>>;
  readonly keep: (entries: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly signInAs: (staff: StaffId) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Kept by the browser, signed in or not. */
  readonly prefer: (preferences: Preferences) => void;
}

export interface Preferences {
  readonly language?: Language;
  readonly scheme?: Scheme;
  readonly keys?: 'on' | 'off';
  /** The year to look at, by its run; `current` for the one that goes on. */
  readonly run?: string;
}

/** A request by somebody signed in, inside a run. */
export interface AskedInRun extends Asked {
  readonly actor: Actor;
  readonly run: RunHead;
}

/** A request by somebody signed in, whether a year has been started or not. */
export interface AskedSignedIn extends Asked {
  readonly actor: Actor;
  readonly run: RunHead | undefined;
}

/** A list that leaves the house, or letters as they are printed. */
export type FileFormat = 'xlsx' | 'pdf';

/** Whose persons an answer shows, for the read log: ids of cases, or of a list whose people have none. */
type Seen = readonly string[];

/** What a handler answers. */
export type Shown =
  | { readonly kind: 'page'; readonly page: VNode; readonly status: number; readonly seen: Seen }
  /** After a change: go and look (303), with what was done said there. */
  | { readonly kind: 'go'; readonly to: string; readonly receipt: string | undefined }
  /** A file to keep: a list that leaves the house, with the cases it names. */
  | {
      readonly kind: 'file';
      readonly format: FileFormat;
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly seen: Seen;
    }
  | { readonly kind: 'error'; readonly error: ErrorKind; readonly refusals: readonly Refusal[] };

/** A page, with whom it shows. */
export const show = (page: VNode, seen: Seen = []): Shown => ({ kind: 'page', page, status: 200, seen });
/** The form again, with what was wrong beside what was typed. */
export const showAgain = (page: VNode, seen: Seen = []): Shown => ({
  kind: 'page',
  page,
  status: 422,
  seen,
});
export const go = (to: string, receipt?: string): Shown => ({ kind: 'go', to, receipt });
export const workbook = (name: string, bytes: Uint8Array, seen: Seen): Shown => ({
  kind: 'file',
  format: 'xlsx',
  name,
  bytes,
  seen,
});
export const letterFile = (name: string, bytes: Uint8Array, seen: Seen): Shown => ({
  kind: 'file',
  format: 'pdf',
  name,
  bytes,
  seen,
});
export const notFound: Shown = { kind: 'error', error: 'not-found', refusals: [] };

/** After a command: back where one came from, or the page that tells which rule said no. */
export function done(asked: Asked, outcome: Outcome<unknown>, to: string, receipt: string): Shown {
  return outcome.ok ? go(back(asked, to), receipt) : refusedWith(outcome.refusals);
}

export const refusedWith = (refusals: readonly Refusal[]): Shown => ({
  kind: 'error',
  error: refusals.some(({ code }) => code === 'access.notAllowed') ? 'forbidden' : 'refused',
  refusals: refusals.filter(({ code }) => code !== 'access.notAllowed'),
});

/** Where the form stood; the server checks that it is one of our own paths. */
export const back = (asked: Asked, otherwise: string): string => one(asked.body, 'back') ?? otherwise;

export const one = (sent: Sent, name: string): string | undefined => {
  const value = sent[name]?.at(-1)?.trim();
  return value === '' ? undefined : value;
};
export const many = (sent: Sent, name: string): readonly string[] => (sent[name] ?? []).filter((value) => value !== '');

/** The value when it is one of a list; a made-up one is nothing. */
export const oneOf = <T extends string>(options: readonly T[], value: string | undefined): T | undefined =>
  options.find((option) => option === value);

/** The wish's id as the form carries it; made here when the form was not ours. */
export const commandOf = (asked: Asked): string => {
  const sent = one(asked.body, 'command');
  return sent !== undefined && /^[\w-]{8,64}$/.test(sent) ? sent : asked.needs.newId();
};

import type { Language } from '#domain/language.ts';
import type { Facts } from '#domain/outcome.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { put, type Streams } from './streams.ts';
import type { Key, Words } from './words.ts';

/** A command as its handler sees it. */
export interface Asked {
  readonly streams: Streams;
  readonly language: Language;
  readonly t: Words;
  readonly json: boolean;
  /** The words after the command's name. */
  readonly args: readonly string[];
  readonly options: Options;
  /** A result, one line on stdout. */
  readonly out: (line: string) => Promise<void>;
  /** Talk, one line on stderr. */
  readonly say: (line: string) => void;
}

/** Values as the command table's kinds have read them. */
export type Options = Readonly<Record<string, unknown>>;

export const textOf = ({ options }: Pick<Asked, 'options'>, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
export const numberOf = ({ options }: Pick<Asked, 'options'>, name: string): number | undefined => {
  const value = options[name];
  return typeof value === 'number' ? value : undefined;
};
export const isSet = ({ options }: Pick<Asked, 'options'>, name: string): boolean => options[name] === true;
export const listOf = ({ options }: Pick<Asked, 'options'>, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

export function askedWith(given: Pick<Asked, 'streams' | 'language' | 't' | 'json' | 'args' | 'options'>): Asked {
  const { stdout, stderr } = given.streams;
  return {
    ...given,
    out: (line) => put(stdout, `${line}\n`),
    say: (line) => {
      stderr.write(`${line}\n`);
    },
  };
}

/** Why a command stopped: for a person on stderr and, where JSON is asked for, for a program on stdout. */
export interface Trouble {
  readonly exit: ExitCode;
  readonly code: string;
  readonly text: string;
  /** File, option or field it is about. */
  readonly at?: string;
  readonly more?: readonly Omit<Trouble, 'exit' | 'more'>[];
}

export async function stop(asked: Asked, { exit, ...trouble }: Trouble): Promise<ExitCode> {
  for (const { at, text } of [trouble, ...(trouble.more ?? [])]) asked.say(at === undefined ? text : `${at}: ${text}`);
  if (asked.json) await asked.out(JSON.stringify({ error: trouble }));
  return exit;
}

/** A value that can only be seen to be wrong once the command runs. */
export const misused = (asked: Asked, key: Key, facts?: Facts): Promise<ExitCode> =>
  stop(asked, { exit: exitCodes.usage, code: `cli.${key}`, text: asked.t(key, facts) });

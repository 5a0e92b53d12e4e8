import { CommanderError } from 'commander';
import { type Asked, askedWith, stop } from './asked.ts';
import type { CommandLine } from './command.ts';
import { actCommands } from './engine/act-commands.ts';
import { assignmentCommands } from './engine/assignment-commands.ts';
import { crossCheckCommands } from './engine/cross-check-commands.ts';
import { intakeCommands } from './engine/intake-commands.ts';
import { letterCommands } from './engine/letter-commands.ts';
import { phoneCommands } from './engine/phone-commands.ts';
import { queueCommands } from './engine/queue-commands.ts';
import { replyCommands } from './engine/reply-commands.ts';
import { runCommands } from './engine/run-commands.ts';
import { sendingCommands } from './engine/sending-commands.ts';
import { taskCommands } from './engine/task-commands.ts';
import { youthCommands } from './engine/youth-commands.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { offlineCommands } from './offline/commands.ts';
import { programOf, type Understood } from './program.ts';
import { startCommands } from './start/commands.ts';
import type { Streams } from './streams.ts';
import { type Key, languageOf, wordsIn } from './words.ts';

export const version = '0.1.0';

/** Every command there is. */
export const commandTable: readonly CommandLine[] = [
  ...startCommands,
  ...runCommands,
  ...intakeCommands,
  ...youthCommands,
  ...actCommands,
  ...replyCommands,
  ...queueCommands,
  ...assignmentCommands,
  ...sendingCommands,
  ...letterCommands,
  ...crossCheckCommands,
  ...taskCommands,
  ...phoneCommands,
  ...offlineCommands,
];

/** Understands and runs one command; gives the exit code. */
export async function runCli(argv: readonly string[], streams: Streams): Promise<number> {
  const language = languageOf(argv, streams.env);
  const t = wordsIn(language);
  const ask = (options: Understood['options'], args: readonly string[]): Asked =>
    askedWith({ streams, language, t, json: options.json === true, args, options });
  let understood: Understood | undefined;
  try {
    programOf(
      commandTable,
      { t, version, write: (text) => streams.stdout.write(text), complain: (text) => streams.stderr.write(text) },
      (told) => {
        understood = told;
      },
    ).parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return notUnderstood(ask({ json: argv.includes('--json') }, []), error);
  }
  if (understood === undefined) return exitCodes.usage;
  const asked = ask(understood.options, understood.args);
  try {
    return await understood.line.act(asked);
  } catch (error) {
    return broken(asked, error);
  }
}

const complaints: Readonly<Record<string, Key>> = {
  'commander.unknownOption': 'usage.unknownOption',
  'commander.unknownCommand': 'usage.unknownCommand',
  'commander.missingArgument': 'usage.missingArgument',
  'commander.missingMandatoryOptionValue': 'usage.missingOption',
  'commander.optionMissingArgument': 'usage.missingValue',
  'commander.excessArguments': 'usage.excessArguments',
  'commander.invalidArgument': 'usage.invalidValue',
};

/** Commander complains in English; its codes are put in the reader's words, with what it quotes. */
async function notUnderstood(asked: Asked, { code, message, exitCode }: CommanderError): Promise<ExitCode> {
  if (exitCode === 0) return exitCodes.ok;
  const key = complaints[code];
  // A group without its verb has been answered with its help.
  if (key === undefined) return exitCodes.usage;
  const [what = '', found = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted ?? '');
  const wanted = message.split(' is invalid. ')[1] ?? '';
  const text = asked.t(key, { what, found: found.slice(0, 60), wanted }).trim();
  return stop(asked, { exit: exitCodes.usage, code: key.replace('usage.', 'cli.'), text });
}

/** A bug or a broken world: one line that names no person, and the rest where somebody asks for it. */
async function broken(asked: Asked, error: unknown): Promise<ExitCode> {
  const { name, stack, code } = factsOf(error);
  if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return exitCodes.ok;
  if (asked.streams.env.AARSHJUL_DEBUG !== undefined) asked.say(stack);
  return stop(asked, {
    exit: exitCodes.unexpected,
    code: 'cli.unexpected',
    text: asked.t('unexpected', { what: code === '' ? name : code }),
  });
}

function factsOf(error: unknown): { readonly name: string; readonly stack: string; readonly code: string } {
  if (!(error instanceof Error)) return { name: typeof error, stack: '', code: '' };
  return { name: error.name, stack: error.stack ?? '', code: 'code' in error ? String(error.code) : '' };
}

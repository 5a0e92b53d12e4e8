import { Command, InvalidArgumentError, Option } from 'commander';
import { parseDay } from '#domain/calendar/day.ts';
import { parseSchoolYear } from '#domain/calendar/school-year.ts';
import { languages } from '#domain/language.ts';
import { aligned } from './align.ts';
import type { CommandLine, OptionKind, OptionLine } from './command.ts';
import type { Words } from './words.ts';

/** What was asked for, once it has been understood. */
export interface Understood {
  readonly line: CommandLine;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

interface Outlets {
  readonly t: Words;
  readonly version: string;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** The command table as commander understands it; it throws what it says no to, and `told` gets what it said yes to. */
export function programOf(
  table: readonly CommandLine[],
  outlets: Outlets,
  told: (understood: Understood) => void,
): Command {
  const { t, version } = outlets;
  const program = settled(new Command('aarshjul'), outlets)
    .description(t('program'))
    .version(version, '-V, --version', t('option.version'))
    .usage(t('help.line'))
    .configureHelp({ visibleCommands: () => [], styleTitle: titled(t) })
    .addHelpText('after', () => ['', ...overview(table, t), '', t('help.after')].join('\n'));
  const groups = new Map<string, Command>();
  for (const line of table) {
    const [noun = '', verb] = line.name.split(' ');
    if (verb !== undefined) groupOf(noun, program, groups, outlets).addCommand(leaf(verb, line, outlets, told));
    else {
      // A word that is a command by itself may have verbs too.
      const alone = leaf(noun, line, outlets, told);
      groups.set(noun, alone);
      program.addCommand(alone);
    }
  }
  return program;
}

const overview = (table: readonly CommandLine[], t: Words): readonly string[] => [
  t('help.commands'),
  ...aligned(
    [],
    table.map(({ name, takes = '', says }) => [`  ${name} ${takes}`.trimEnd(), t(says)]),
  ),
];

function groupOf(noun: string, program: Command, groups: Map<string, Command>, outlets: Outlets): Command {
  const found = groups.get(noun);
  if (found) return found;
  const group = settled(new Command(noun), outlets).usage(outlets.t('help.groupLine'));
  groups.set(noun, group);
  program.addCommand(group);
  return group;
}

const always: readonly OptionLine[] = [
  { flags: '--json', kind: 'flag', says: 'option.json' },
  { flags: '--lang <language>', kind: languages, says: 'option.lang' },
];

function leaf(name: string, line: CommandLine, outlets: Outlets, told: (understood: Understood) => void): Command {
  const command = settled(new Command(name), outlets).description(outlets.t(line.says));
  if (line.takes !== undefined) command.arguments(line.takes);
  for (const option of [...line.options, ...always]) command.addOption(asOption(option, outlets.t));
  return command.action(() => told({ line, args: command.args, options: command.opts() }));
}

function titled(t: Words): (title: string) => string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('help.usage'),
    'Arguments:': t('help.arguments'),
    'Options:': t('help.options'),
    'Commands:': t('help.commands'),
  };
  return (title) => titles[title] ?? title;
}

function settled(command: Command, { t, write, complain }: Outlets): Command {
  return (
    command
      .exitOverride()
      // `rehearse` has options of its own: those after `forward` are not its.
      .enablePositionalOptions()
      .helpOption('-h, --help', t('option.help'))
      .helpCommand(false)
      .showSuggestionAfterError(false)
      .configureOutput({ writeOut: write, writeErr: complain, outputError: () => {} })
      .configureHelp({ styleTitle: titled(t) })
  );
}

function asOption({ flags, kind, says, isRequired }: OptionLine, t: Words): Option {
  const choices = typeof kind === 'object' ? `: ${kind.join(', ')}` : '';
  const option = new Option(flags, t(says) + choices);
  if (isRequired) option.makeOptionMandatory();
  if (kind !== 'flag') option.argParser((text, earlier: unknown) => readValue(kind, text, earlier, t));
  return option;
}

function readValue(kind: Exclude<OptionKind, 'flag'>, text: string, earlier: unknown, t: Words): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'list':
      return [...(Array.isArray(earlier) ? earlier : []), ...text.split(',').map((part) => part.trim())];
    case 'number':
      return wanted(/^\d{1,9}$/.test(text) ? Number(text) : undefined, t('wanted.number'));
    case 'day':
      return wanted(parseDay(text), t('wanted.day'));
    case 'school-year':
      return wanted(parseSchoolYear(text), t('wanted.schoolYear'));
    default:
      return wanted(
        kind.find((choice) => choice === text),
        t('wanted.oneOf', { choices: kind }),
      );
  }
}

function wanted<T>(value: T | undefined, sentence: string): T {
  if (value === undefined) throw new InvalidArgumentError(sentence);
  return value;
}

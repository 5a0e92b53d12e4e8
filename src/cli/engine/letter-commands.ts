import { languages } from '#domain/language.ts';
import { templateChannels } from '#domain/message/template.ts';
import { type CommandLine, shared } from '../command.ts';

const letters = () => import('./letters.ts');
const templates = () => import('./templates.ts');

const toFile = { flags: '--to <file>', kind: 'text', says: 'option.toFile', isRequired: true } as const;
const version = { flags: '--version-no <number>', kind: 'number', says: 'option.template.version' } as const;
const onDay = { flags: '--on <day>', kind: 'day', says: 'option.onDay' } as const;

const ofTemplates: readonly CommandLine[] = [
  {
    name: 'template list',
    says: 'command.template.list',
    options: shared.asks,
    act: async (asked) => (await templates()).list(asked),
  },
  {
    name: 'template show',
    says: 'command.template.show',
    takes: '<id>',
    options: [version, ...shared.asks],
    act: async (asked) => (await templates()).showOne(asked),
  },
  {
    name: 'template save',
    says: 'command.template.save',
    takes: '<id>',
    options: [
      { flags: '--channel <kind>', kind: templateChannels, says: 'option.template.channel', isRequired: true },
      { flags: '--name <name>', kind: 'text', says: 'option.template.name', isRequired: true },
      { flags: '--texts <file>', kind: 'text', says: 'option.template.texts', isRequired: true },
      ...shared.changes,
    ],
    act: async (asked) => (await templates()).save(asked),
  },
  {
    name: 'template preview',
    says: 'command.template.preview',
    takes: '<id> <case>',
    options: [
      { flags: '--to <file>', kind: 'text', says: 'option.toFile' },
      { flags: '--addressee <who>', kind: 'text', says: 'option.addressee' },
      { flags: '--language <language>', kind: languages, says: 'option.template.language' },
      ...[version, ...shared.asks],
    ],
    act: async (asked) => (await templates()).preview(asked),
  },
];

/** Templates, letters before and after they are sent, and what the county says on them. */
export const letterCommands: readonly CommandLine[] = [
  ...ofTemplates,
  {
    name: 'letter check',
    says: 'command.letter.check',
    options: [onDay, { flags: '--template <id>', kind: 'text', says: 'option.letterTemplate' }, ...shared.asks],
    act: async (asked) => (await letters()).check(asked),
  },
  {
    name: 'letter manual',
    says: 'command.letter.manual',
    options: [onDay, ...shared.asks],
    act: async (asked) => (await letters()).manual(asked),
  },
  {
    name: 'letter batches',
    says: 'command.letter.batches',
    options: shared.asks,
    act: async (asked) => (await letters()).batches(asked),
  },
  {
    name: 'letter print',
    says: 'command.letter.print',
    takes: '[batch]',
    options: [toFile, ...shared.asks],
    act: async (asked) => (await letters()).print(asked),
  },
  {
    name: 'mail returned',
    says: 'command.mail.returned',
    takes: '<key>',
    options: shared.changes,
    act: async (asked) => (await letters()).returned(asked),
  },
  {
    name: 'postcode load',
    says: 'command.postcode.load',
    takes: '<file>',
    options: shared.asks,
    act: async (asked) => (await letters()).loadPostcodes(asked),
  },
  {
    name: 'letterhead set',
    says: 'command.letterhead.set',
    takes: '<file>',
    options: [{ flags: '--unit <id>', kind: 'text', says: 'option.letterhead.unit' }, ...shared.changes],
    act: async (asked) => (await letters()).setLetterhead(asked),
  },
];

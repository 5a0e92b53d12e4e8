import { directions } from '#domain/coding/situation.ts';
import { callOutcomes, saidOnPhone } from '#domain/phone/outcome.ts';
import { type CommandLine, type OptionLine, shared } from '../command.ts';

const phone = () => import('./phone.ts');
const calls = () => import('./phone-calls.ts');

const drive: OptionLine = { flags: '--drive <id>', kind: 'text', says: 'option.drive' };
const asks = [drive, ...shared.asks];
const changes = [drive, ...shared.changes];

/** The phone drive. */
export const phoneCommands: readonly CommandLine[] = [
  {
    name: 'phone overview',
    says: 'command.phone.overview',
    options: asks,
    act: async (asked) => (await phone()).overview(asked),
  },
  {
    name: 'phone start',
    says: 'command.phone.start',
    options: [
      { flags: '--from <day>', kind: 'day', says: 'option.phoneFrom' },
      { flags: '--to <day>', kind: 'day', says: 'option.phoneTo' },
      { flags: '--goal <percent>', kind: 'number', says: 'option.goal' },
      { flags: '--unit <id>', kind: 'list', says: 'option.phoneUnits' },
      { flags: '--callers <logins>', kind: 'list', says: 'option.callers' },
      ...shared.changes,
    ],
    act: async (asked) => (await phone()).start(asked),
  },
  {
    name: 'phone open',
    says: 'command.phone.open',
    options: changes,
    act: async (asked) => (await phone()).openDrive(asked),
  },
  {
    name: 'phone close',
    says: 'command.phone.close',
    options: changes,
    act: async (asked) => (await phone()).closeDrive(asked),
  },
  {
    name: 'phone join',
    says: 'command.phone.join',
    takes: '<login...>',
    options: [
      { flags: '--unit <id>', kind: 'list', says: 'option.phoneUnits' },
      { flags: '--share <number>', kind: 'number', says: 'option.share' },
      ...changes,
    ],
    act: async (asked) => (await phone()).join(asked),
  },
  {
    name: 'phone leave',
    says: 'command.phone.leave',
    takes: '<login...>',
    options: changes,
    act: async (asked) => (await phone()).leave(asked),
  },
  {
    name: 'phone split',
    says: 'command.phone.split',
    options: [{ flags: '--all', kind: 'flag', says: 'option.splitAll' }, ...changes],
    act: async (asked) => (await phone()).split(asked),
  },
  {
    name: 'phone next',
    says: 'command.phone.next',
    options: asks,
    act: async (asked) => (await calls()).next(asked),
  },
  {
    name: 'phone find',
    says: 'command.phone.find',
    takes: '<text>',
    options: asks,
    act: async (asked) => (await calls()).find(asked),
  },
  {
    name: 'phone take',
    says: 'command.phone.take',
    takes: '<id>',
    options: asks,
    act: async (asked) => (await calls()).take(asked),
  },
  {
    name: 'phone outcome',
    says: 'command.phone.outcome',
    takes: '<id> <outcome>',
    options: [
      { flags: '--says <what>', kind: saidOnPhone, says: 'option.says' },
      { flags: '--note <text>', kind: 'text', says: 'option.note' },
      { flags: '--call-back <time>', kind: 'text', says: 'option.callBack' },
      { flags: '--direction <direction>', kind: directions, says: 'option.direction' },
      { flags: '--on <day>', kind: 'day', says: 'option.on' },
      ...changes,
    ],
    act: async (asked) => (await calls()).outcome(asked, callOutcomes),
  },
  {
    name: 'phone undo',
    says: 'command.phone.undo',
    options: changes,
    act: async (asked) => (await calls()).undo(asked),
  },
  {
    name: 'phone skip',
    says: 'command.phone.skip',
    options: asks,
    act: async (asked) => (await calls()).skip(asked),
  },
  {
    name: 'phone release',
    says: 'command.phone.release',
    options: asks,
    act: async (asked) => (await calls()).release(asked),
  },
  {
    name: 'phone sheet',
    says: 'command.phone.sheet',
    options: [{ flags: '--whose <login>', kind: 'text', says: 'option.whose' }, ...asks],
    act: async (asked) => (await phone()).sheet(asked),
  },
  {
    name: 'phone burn-down',
    says: 'command.phone.burnDown',
    options: asks,
    act: async (asked) => (await phone()).burnDown(asked),
  },
  {
    name: 'phone report',
    says: 'command.phone.report',
    options: asks,
    act: async (asked) => (await phone()).report(asked),
  },
];

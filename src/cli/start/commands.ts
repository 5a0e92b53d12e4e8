import { type CommandLine, type OptionLine, shared } from '../command.ts';

const demo: readonly OptionLine[] = [
  { flags: '--seed <number>', kind: 'number', says: 'option.seed' },
  { flags: '--youths <number>', kind: 'number', says: 'option.youths' },
  shared.schoolYear,
  { flags: '--port <number>', kind: 'number', says: 'option.port' },
];

/** What starts processes; the engine itself is loaded only here. */
export const startCommands: readonly CommandLine[] = [
  {
    name: 'up',
    says: 'command.up',
    options: [
      { flags: '--demo', kind: 'flag', says: 'option.demo' },
      { flags: '--real-clock', kind: 'flag', says: 'option.realClock' },
      ...demo,
    ],
    act: async (asked) => (await import('./start.ts')).startUp(asked),
  },
  {
    name: 'rehearse',
    says: 'command.rehearse',
    options: [...demo, { flags: '--from <day>', kind: 'day', says: 'option.rehearsalFrom' }],
    act: async (asked) => (await import('./start.ts')).rehearse(asked),
  },
  {
    name: 'web',
    says: 'command.web',
    options: [],
    act: async (asked) => (await import('./start.ts')).startWeb(asked),
  },
  {
    name: 'worker',
    says: 'command.worker',
    options: [],
    act: async (asked) => (await import('./start.ts')).startWorker(asked),
  },
];

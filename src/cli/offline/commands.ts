import { type CommandLine, shared } from '../command.ts';

/** What works without a running engine. */
export const offlineCommands: readonly CommandLine[] = [
  {
    name: 'code decide',
    says: 'command.code.decide',
    takes: '[file]',
    options: [],
    act: async (asked) => (await import('./code.ts')).decide(asked),
  },
  {
    name: 'cross-check match',
    says: 'command.cross-check.match',
    options: [
      { flags: '--register <file>', kind: 'text', says: 'option.register', isRequired: true },
      { flags: '--list <file>', kind: 'text', says: 'option.list', isRequired: true },
      { flags: '--register-sheet <name>', kind: 'text', says: 'option.sheet' },
      { flags: '--list-sheet <name>', kind: 'text', says: 'option.sheet' },
    ],
    act: async (asked) => (await import('./cross-check.ts')).match(asked),
  },
  {
    name: 'plan lint',
    says: 'command.plan.lint',
    takes: '<file>',
    options: [shared.schoolYear],
    act: async (asked) => (await import('./plan.ts')).lint(asked),
  },
  {
    name: 'plan roll',
    says: 'command.plan.roll',
    takes: '<file>',
    options: [shared.schoolYear],
    act: async (asked) => (await import('./plan.ts')).roll(asked),
  },
  {
    name: 'demo make',
    says: 'command.demo.make',
    options: [
      { flags: '--out <folder>', kind: 'text', says: 'option.out', isRequired: true },
      { flags: '--seed <number>', kind: 'number', says: 'option.seed' },
      { flags: '--youths <number>', kind: 'number', says: 'option.youths' },
      { flags: '--units <number>', kind: 'number', says: 'option.units' },
      shared.schoolYear,
      shared.dryRun,
    ],
    act: async (asked) => (await import('./demo.ts')).make(asked),
  },
];

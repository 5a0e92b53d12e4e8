import { checkListKinds } from '#domain/cross-check/list-kind.ts';
import { pairAnswers } from '#domain/cross-check/pair-answer.ts';
import { checkShows } from '#views/answers/cross-check.ts';
import { type CommandLine, shared } from '../command.ts';

const checks = () => import('./cross-checks.ts');

/** Lists that are cross-checked with the register; `cross-check match` needs no engine and stands with the others that do not. */
export const crossCheckCommands: readonly CommandLine[] = [
  {
    name: 'cross-check lists',
    says: 'command.crossCheck.lists',
    options: shared.asks,
    act: async (asked) => (await checks()).lists(asked),
  },
  {
    name: 'cross-check receive',
    says: 'command.crossCheck.receive',
    takes: '<file>',
    options: [
      { flags: '--kind <kind>', kind: checkListKinds, says: 'option.checkKind', isRequired: true },
      { flags: '--title <text>', kind: 'text', says: 'option.checkTitle' },
      {
        flags: '--activity <activity>',
        kind: ['school', 'private-school', 'apprentice', 'work'],
        says: 'option.checkActivity',
      },
      { flags: '--window <id>', kind: 'text', says: 'option.checkWindow' },
      { flags: '--columns <pairs>', kind: 'list', says: 'option.checkColumns' },
      ...shared.asks,
    ],
    act: async (asked) => (await checks()).receive(asked),
  },
  {
    name: 'cross-check pairs',
    says: 'command.crossCheck.pairs',
    takes: '<id>',
    options: [{ flags: '--show <kind>', kind: checkShows, says: 'option.checkShow' }, shared.page, ...shared.asks],
    act: async (asked) => (await checks()).pairs(asked),
  },
  {
    name: 'cross-check decide',
    says: 'command.crossCheck.decide',
    takes: '<id...>',
    options: [
      { flags: '--answer <answer>', kind: pairAnswers, says: 'option.checkAnswer', isRequired: true },
      ...shared.changes,
    ],
    act: async (asked) => (await checks()).decide(asked),
  },
  {
    name: 'cross-check accept',
    says: 'command.crossCheck.accept',
    takes: '<id>',
    options: [{ flags: '--pairs <ids>', kind: 'list', says: 'option.checkPairs' }, ...shared.changes],
    act: async (asked) => (await checks()).accept(asked),
  },
  {
    name: 'cross-check undo',
    says: 'command.crossCheck.undo',
    takes: '<id...>',
    options: shared.changes,
    act: async (asked) => (await import('./acts.ts')).undo(asked),
  },
  {
    name: 'cross-check again',
    says: 'command.crossCheck.again',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await checks()).again(asked),
  },
];

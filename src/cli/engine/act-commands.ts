import { partStates } from '#domain/act/act.ts';
import { type CommandLine, shared } from '../command.ts';

const acts = () => import('./acts.ts');
const filters = () => import('./filters.ts');

/** What was done for many youths at once, and views that are kept. */
export const actCommands: readonly CommandLine[] = [
  {
    name: 'act list',
    says: 'command.act.list',
    options: shared.asks,
    act: async (asked) => (await acts()).list(asked),
  },
  {
    name: 'act show',
    says: 'command.act.show',
    takes: '<id>',
    options: [{ flags: '--show <state>', kind: partStates, says: 'option.partState' }, shared.page, ...shared.asks],
    act: async (asked) => (await acts()).showOne(asked),
  },
  {
    name: 'act undo',
    says: 'command.act.undo',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await acts()).undo(asked),
  },
  {
    name: 'filter list',
    says: 'command.filter.list',
    options: shared.asks,
    act: async (asked) => (await filters()).list(asked),
  },
  {
    name: 'filter save',
    says: 'command.filter.save',
    takes: '<name>',
    options: [
      { flags: '--query <text>', kind: 'text', says: 'option.filterQuery' },
      { flags: '--shared', kind: 'flag', says: 'option.filterShared' },
      ...shared.asks,
    ],
    act: async (asked) => (await filters()).save(asked),
  },
  {
    name: 'filter remove',
    says: 'command.filter.remove',
    takes: '<id>',
    options: shared.asks,
    act: async (asked) => (await filters()).remove(asked),
  },
];

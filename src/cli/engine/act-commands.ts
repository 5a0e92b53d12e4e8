import { partStates } from '#domain/act/act.ts';
import { type CommandLine, shared } from '../command.ts';

const acts = () => import('./acts.ts');

/** What was done for many youths at once. */
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
];

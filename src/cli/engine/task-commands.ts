import { type CommandLine, shared } from '../command.ts';

const tasks = () => import('./tasks.ts');
const people = () => import('./people.ts');

/** Tasks, and who is here to do them. */
export const taskCommands: readonly CommandLine[] = [
  {
    name: 'phase show',
    says: 'command.phase.show',
    takes: '<phase>',
    options: shared.asks,
    act: async (asked) => (await tasks()).showPhase(asked),
  },
  {
    name: 'task list',
    says: 'command.task.list',
    options: [{ flags: '--scope <whose>', kind: ['mine', 'unit', 'all'], says: 'option.scope' }, ...shared.asks],
    act: async (asked) => (await tasks()).list(asked),
  },
  {
    name: 'task done',
    says: 'command.task.done',
    takes: '<id...>',
    options: [{ flags: '--reason <text>', kind: 'text', says: 'option.doneReason' }, ...shared.changes],
    act: async (asked) => (await tasks()).done(asked),
  },
  {
    name: 'task reopen',
    says: 'command.task.reopen',
    takes: '<id...>',
    options: shared.changes,
    act: async (asked) => (await tasks()).reopen(asked),
  },
  {
    name: 'task skip',
    says: 'command.task.skip',
    takes: '<id...>',
    options: [shared.reason, ...shared.changes],
    act: async (asked) => (await tasks()).skip(asked),
  },
  {
    name: 'task assign',
    says: 'command.task.assign',
    takes: '<id...>',
    options: [{ flags: '--to <login>', kind: 'text', says: 'option.toLogin', isRequired: true }, ...shared.changes],
    act: async (asked) => (await tasks()).assign(asked),
  },
  {
    name: 'staff list',
    says: 'command.staff.list',
    options: shared.asks,
    act: async (asked) => (await people()).listStaff(asked),
  },
  {
    name: 'unit list',
    says: 'command.unit.list',
    options: shared.asks,
    act: async (asked) => (await people()).listUnits(asked),
  },
];

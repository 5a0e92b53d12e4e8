import { moves } from '#domain/plan/template.ts';
import { textOf } from '../asked.ts';
import { type CommandLine, shared } from '../command.ts';

const runs = () => import('./runs.ts');

/** The year as a whole: runs, their plan, a rehearsal's clock. */
export const runCommands: readonly CommandLine[] = [
  {
    name: 'run list',
    says: 'command.run.list',
    options: [shared.as],
    act: async (asked) => (await runs()).list(asked),
  },
  {
    name: 'run start',
    says: 'command.run.start',
    options: [
      { ...shared.schoolYear, isRequired: true },
      { flags: '--template <id>', kind: 'text', says: 'option.template' },
      { flags: '--unit <ids>', kind: 'list', says: 'option.unitList' },
      { flags: '--title <text>', kind: 'text', says: 'option.title' },
      { flags: '--rehearsal-from <day>', kind: 'day', says: 'option.rehearsalFrom' },
      ...[shared.as, shared.dryRun],
    ],
    act: async (asked) => (await runs()).start(asked),
  },
  {
    name: 'run status',
    says: 'command.run.status',
    options: shared.asks,
    act: async (asked) => (await runs()).status(asked),
  },
  {
    name: 'run plan',
    says: 'command.run.plan',
    options: shared.asks,
    act: async (asked) => (await runs()).plan(asked),
  },
  {
    name: 'run close',
    says: 'command.run.close',
    options: [{ flags: '--reason <text>', kind: 'text', says: 'option.reason' }, ...shared.changes],
    act: async (asked) => (await runs()).end(asked, 'close'),
  },
  {
    name: 'run reopen',
    says: 'command.run.reopen',
    options: [shared.reason, ...shared.changes],
    act: async (asked) => (await runs()).end(asked, 'reopen'),
  },
  {
    name: 'run move-date',
    says: 'command.run.move-date',
    takes: '<key>',
    options: [
      { flags: '--to <day>', kind: 'day', says: 'option.toDay', isRequired: true },
      { flags: '--move <how>', kind: moves, says: 'option.move' },
      ...[shared.reason, ...shared.changes],
    ],
    act: async (asked) => {
      const [to, move] = [textOf(asked, 'to'), textOf(asked, 'move')];
      const what = { kind: 'move-date', key: asked.args[0], to, ...(move === undefined ? {} : { move }) };
      return (await runs()).change(asked, what);
    },
  },
  {
    name: 'run add-task',
    says: 'command.run.add-task',
    takes: '<phase> <id>',
    options: [
      { flags: '--title <text>', kind: 'text', says: 'option.title', isRequired: true },
      { flags: '--due <day>', kind: 'day', says: 'option.due', isRequired: true },
      { flags: '--role <role>', kind: 'text', says: 'option.role', isRequired: true },
      ...[shared.reason, ...shared.changes],
    ],
    act: async (asked) => {
      const [phase, id] = asked.args;
      const task = { id, title: textOf(asked, 'title'), due: textOf(asked, 'due'), role: textOf(asked, 'role') };
      return (await runs()).change(asked, { kind: 'add-task', phase, task });
    },
  },
  {
    name: 'run skip-task',
    says: 'command.run.skip-task',
    takes: '<key>',
    options: [shared.reason, ...shared.changes],
    act: async (asked) => (await runs()).change(asked, { kind: 'skip-task', task: asked.args[0] }),
  },
  {
    name: 'run change-person',
    says: 'command.run.change-person',
    takes: '<key>',
    options: [
      { flags: '--to <login>', kind: 'text', says: 'option.toLogin', isRequired: true },
      ...[shared.reason, ...shared.changes],
    ],
    act: async (asked) => (await runs()).changePerson(asked),
  },
  {
    name: 'rehearse forward',
    says: 'command.rehearse.forward',
    options: [
      { flags: '--to <day>', kind: 'day', says: 'option.toDay' },
      { flags: '--days <number>', kind: 'number', says: 'option.days' },
      { flags: '--weeks <number>', kind: 'number', says: 'option.weeks' },
      ...shared.changes,
    ],
    act: async (asked) => (await runs()).forward(asked),
  },
];

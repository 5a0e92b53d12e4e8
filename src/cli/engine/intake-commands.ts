import { type CommandLine, shared } from '../command.ts';

const intakes = () => import('./intakes.ts');

const declared = { flags: '--declared <number>', kind: 'number', says: 'option.declared' } as const;

/** How a file is to be read, where that does not tell itself. */
const readAs = [
  { flags: '--sheet <name>', kind: 'text', says: 'option.sheet' },
  { flags: '--columns <pairs>', kind: 'list', says: 'option.checkColumns' },
] as const;

/** Lists that come in. */
export const intakeCommands: readonly CommandLine[] = [
  {
    name: 'intake list',
    says: 'command.intake.list',
    options: shared.asks,
    act: async (asked) => (await intakes()).list(asked),
  },
  {
    name: 'intake preview',
    says: 'command.intake.preview',
    takes: '<file-or-id>',
    options: [
      ...[declared, ...readAs],
      { flags: '--show <kind>', kind: ['create', 'change', 'same', 'gone', 'faults'], says: 'option.show' },
      ...[shared.page, ...shared.asks],
    ],
    act: async (asked) => (await intakes()).showPreview(asked),
  },
  {
    name: 'intake approve',
    says: 'command.intake.approve',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await intakes()).approve(asked),
  },
  {
    name: 'intake apply',
    says: 'command.intake.apply',
    takes: '<file-or-id>',
    options: [declared, ...readAs, { flags: '--wait', kind: 'flag', says: 'option.wait' }, ...shared.changes],
    act: async (asked) => (await intakes()).apply(asked),
  },
  {
    name: 'intake undo',
    says: 'command.intake.undo',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await intakes()).undo(asked),
  },
  {
    name: 'intake reject',
    says: 'command.intake.reject',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await intakes()).reject(asked),
  },
];

import { type CommandLine, shared } from '../command.ts';

const assignment = () => import('./assignment.ts');
const away = () => import('./away.ts');

const ways = [
  { flags: '--to <login>', kind: 'text', says: 'option.shareTo' },
  { flags: '--evenly', kind: 'flag', says: 'option.shareEvenly' },
  { flags: '--by-rule', kind: 'flag', says: 'option.shareByRule' },
] as const;
const whose = [
  { flags: '--from <login>', kind: 'text', says: 'option.shareFrom' },
  { flags: '--unit <id>', kind: 'text', says: 'option.unitId' },
  { flags: '--with-tasks', kind: 'flag', says: 'option.withTasks' },
] as const;

/** Whose youths are, who is away, and who leaves. */
export const assignmentCommands: readonly CommandLine[] = [
  {
    name: 'assignment board',
    says: 'command.assignment.board',
    options: [whose[0], whose[1], shared.page, ...shared.asks],
    act: async (asked) => (await assignment()).showBoard(asked),
  },
  {
    name: 'assignment rules',
    says: 'command.assignment.rules',
    takes: '[file]',
    options: [{ flags: '--on-intake <answer>', kind: ['yes', 'no'], says: 'option.onIntake' }, ...shared.changes],
    act: async (asked) => (await assignment()).rules(asked),
  },
  {
    name: 'assignment preview',
    says: 'command.assignment.preview',
    options: [...whose, ...ways, ...shared.asks],
    act: async (asked) => (await assignment()).preview(asked),
  },
  {
    name: 'assignment apply',
    says: 'command.assignment.apply',
    options: [...whose, ...ways, ...shared.changes],
    act: async (asked) => (await assignment()).apply(asked),
  },
  {
    name: 'staff absence',
    says: 'command.staff.absence',
    takes: '<login>',
    options: [
      { flags: '--substitute <login>', kind: 'text', says: 'option.substitute', isRequired: true },
      { flags: '--from <day>', kind: 'day', says: 'option.awayFrom', isRequired: true },
      { flags: '--until <day>', kind: 'day', says: 'option.awayUntil', isRequired: true },
      ...shared.changes,
    ],
    act: async (asked) => (await away()).absence(asked),
  },
  {
    name: 'staff substitute',
    says: 'command.staff.substitute',
    options: shared.asks,
    act: async (asked) => (await away()).substitutes(asked),
  },
  {
    name: 'staff back',
    says: 'command.staff.back',
    takes: '<absence...>',
    options: shared.changes,
    act: async (asked) => (await away()).back(asked),
  },
  {
    name: 'staff leave',
    says: 'command.staff.leave',
    takes: '<login>',
    options: [...ways, { flags: '--leave-open', kind: 'flag', says: 'option.leaveOpen' }, ...shared.changes],
    act: async (asked) => (await away()).leave(asked),
  },
];

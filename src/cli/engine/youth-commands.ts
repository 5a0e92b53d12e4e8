import {
  activityKinds,
  channels,
  directions,
  firstContactStatuses,
  responders,
  statements,
  viaOtAnswers,
} from '#domain/coding/situation.ts';
import { choices } from '#domain/plan/template.ts';
import { staleKinds } from '#domain/youth/stale.ts';
import { ownStates } from '#views/answers/own.ts';
import { youthLists, youthSorts } from '#views/answers/youths.ts';
import { type CommandLine, type OptionLine, shared } from '../command.ts';

const youths = () => import('./youths.ts');

const on: OptionLine = { flags: '--on <day>', kind: 'day', says: 'option.on' };
const caseworker: OptionLine = { flags: '--caseworker <login>', kind: 'text', says: 'option.caseworker' };
const codingFacts: readonly OptionLine[] = [
  on,
  { flags: '--via-ot <answer>', kind: viaOtAnswers, says: 'option.viaOt' },
  { flags: '--at-first-contact <status>', kind: firstContactStatuses, says: 'option.atFirstContact' },
  { flags: '--activity <kind>', kind: activityKinds, says: 'option.activity' },
  { flags: '--run-by <bodies>', kind: 'list', says: 'option.runBy' },
  { flags: '--reasons <reasons>', kind: 'list', says: 'option.reasons' },
];

const ownFilter: readonly OptionLine[] = [
  caseworker,
  { flags: '--track <id>', kind: 'text', says: 'option.track' },
  { flags: '--state <choice>', kind: ownStates, says: 'option.ownState' },
  { flags: '--transfer <code>', kind: 'text', says: 'option.transfer' },
  { flags: '--unit <id>', kind: 'text', says: 'option.unit' },
];

/** Youths and what is done for them. */
export const youthCommands: readonly CommandLine[] = [
  {
    name: 'youth list',
    says: 'command.youth.list',
    options: [
      { flags: '--list <name>', kind: youthLists, says: 'option.youthList' },
      { flags: '--code <code>', kind: 'text', says: 'option.code' },
      { flags: '--unit <id>', kind: 'text', says: 'option.unit' },
      { flags: '--transfer <code>', kind: 'text', says: 'option.transfer' },
      caseworker,
      { flags: '--search <text>', kind: 'text', says: 'option.search' },
      { flags: '--sort <by>', kind: youthSorts, says: 'option.sort' },
      ...[shared.page, ...shared.asks],
    ],
    act: async (asked) => (await youths()).list(asked),
  },
  {
    name: 'youth show',
    says: 'command.youth.show',
    takes: '<id>',
    options: shared.asks,
    act: async (asked) => (await youths()).showOne(asked),
  },
  {
    name: 'youth decide',
    says: 'command.youth.decide',
    takes: '<id>',
    options: [{ flags: '--to <code>', kind: 'text', says: 'option.code' }, ...codingFacts, ...shared.asks],
    act: async (asked) => (await youths()).decide(asked),
  },
  {
    name: 'youth code',
    says: 'command.youth.code',
    takes: '<id> <code>',
    options: [
      ...codingFacts,
      { flags: '--override-reason <text>', kind: 'text', says: 'option.overrideReason' },
      ...shared.changes,
    ],
    act: async (asked) => (await youths()).code(asked),
  },
  {
    name: 'youth contact',
    says: 'command.youth.contact',
    takes: '<id>',
    options: [
      { flags: '--channel <channel>', kind: channels, says: 'option.channel', isRequired: true },
      { flags: '--direction <direction>', kind: directions, says: 'option.direction', isRequired: true },
      { flags: '--answered-by <who>', kind: responders, says: 'option.answeredBy' },
      { flags: '--says <what>', kind: statements, says: 'option.says' },
      on,
      { flags: '--note <text>', kind: 'text', says: 'option.note' },
      ...shared.changes,
    ],
    act: async (asked) => (await youths()).contact(asked),
  },
  {
    name: 'youth withdraw-contact',
    says: 'command.youth.withdrawContact',
    takes: '<id> <number>',
    options: shared.changes,
    act: async (asked) => (await youths()).withdrawContact(asked),
  },
  {
    name: 'youth assign',
    says: 'command.youth.assign',
    takes: '<id...>',
    options: [caseworker, { flags: '--unit <id>', kind: 'text', says: 'option.unit' }, ...shared.changes],
    act: async (asked) => (await youths()).assign(asked),
  },
  {
    name: 'youth own',
    says: 'command.youth.own',
    options: [...ownFilter, shared.page, ...shared.asks],
    act: async (asked) => (await import('./own.ts')).list(asked),
  },
  {
    name: 'youth stale',
    says: 'command.youth.stale',
    options: [
      caseworker,
      { flags: '--kind <what>', kind: staleKinds, says: 'option.stale' },
      { flags: '--days <number>', kind: 'number', says: 'option.staleDays' },
      ...[shared.page, ...shared.asks],
    ],
    act: async (asked) => (await import('./own.ts')).stale(asked),
  },
  {
    name: 'youth choose',
    says: 'command.youth.choose',
    takes: '[id...]',
    options: [
      { flags: '--choice <choice>', kind: choices, says: 'option.choice', isRequired: true },
      { flags: '--to <code>', kind: 'text', says: 'option.choiceCode' },
      { flags: '--all', kind: 'flag', says: 'option.choiceAll' },
      ...ownFilter,
      on,
      ...shared.changes,
    ],
    act: async (asked) => (await import('./own.ts')).choose(asked),
  },
];

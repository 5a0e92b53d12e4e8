import { campaignChannels, campaignPurposes } from '#domain/campaign/campaign-file.ts';
import { recipientStates, uncertainSettlements } from '#domain/campaign/recipient.ts';
import { type CommandLine, shared } from '../command.ts';

const sendings = () => import('./sendings.ts');

const questions: readonly CommandLine[] = [
  {
    name: 'sending list',
    says: 'command.sending.list',
    options: shared.asks,
    act: async (asked) => (await sendings()).list(asked),
  },
  {
    name: 'sending show',
    says: 'command.sending.show',
    takes: '<id>',
    options: shared.asks,
    act: async (asked) => (await sendings()).showOne(asked),
  },
  {
    name: 'sending recipients',
    says: 'command.sending.recipients',
    takes: '<id>',
    options: [
      { flags: '--state <state>', kind: recipientStates, says: 'option.recipientState' },
      ...[shared.page, ...shared.asks],
    ],
    act: async (asked) => (await sendings()).recipientsOf(asked),
  },
  {
    name: 'sending report',
    says: 'command.sending.report',
    takes: '<id>',
    options: shared.asks,
    act: async (asked) => (await sendings()).reportOf(asked),
  },
];

const settings: CommandLine = {
  name: 'sending settings',
  says: 'command.sending.settings',
  options: [
    { flags: '--from <time>', kind: 'text', says: 'option.hoursFrom' },
    { flags: '--to <time>', kind: 'text', says: 'option.hoursTo' },
    { flags: '--days <which>', kind: ['working', 'all'], says: 'option.sendingDays' },
    { flags: '--regret <minutes>', kind: 'number', says: 'option.regret' },
    { flags: '--price <øre>', kind: 'number', says: 'option.partPrice' },
    ...shared.changes,
  ],
  act: async (asked) => (await import('./sending-settings.ts')).settings(asked),
};

const content = [
  { flags: '--text-version <number>', kind: 'number', says: 'option.textVersion' },
  { flags: '--track <id>', kind: 'list', says: 'option.tracksOfSending' },
  { flags: '--unit <id>', kind: 'list', says: 'option.unitsOfSending' },
  { flags: '--status <code>', kind: 'text', says: 'option.statusNow' },
  { flags: '--on <day>', kind: 'day', says: 'option.sendOn' },
] as const;

const making: readonly CommandLine[] = [
  {
    name: 'sending plan',
    says: 'command.sending.plan',
    options: [
      { flags: '--title <text>', kind: 'text', says: 'option.title', isRequired: true },
      { flags: '--channel <channel>', kind: campaignChannels, says: 'option.sendingChannel' },
      { flags: '--purpose <purpose>', kind: campaignPurposes, says: 'option.purpose', isRequired: true },
      { flags: '--text <id>', kind: 'text', says: 'option.textId', isRequired: true },
      ...content,
      ...shared.changes,
    ],
    act: async (asked) => (await sendings()).plan(asked),
  },
  {
    name: 'sending change',
    says: 'command.sending.change',
    takes: '<id>',
    options: [{ flags: '--text <id>', kind: 'text', says: 'option.textId' }, ...content, ...shared.changes],
    act: async (asked) => (await sendings()).change(asked),
  },
  {
    name: 'sending preview',
    says: 'command.sending.preview',
    takes: '<id>',
    options: [{ flags: '--recipient <key>', kind: 'text', says: 'option.recipient' }, ...shared.changes],
    act: async (asked) => (await sendings()).preview(asked),
  },
  {
    name: 'sending approve',
    says: 'command.sending.approve',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await sendings()).approve(asked),
  },
];

const steering: readonly CommandLine[] = [
  {
    name: 'sending withdraw',
    says: 'command.sending.withdraw',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await sendings()).act(asked, 'withdraw', 'receipt.withdrawn'),
  },
  {
    name: 'sending stop',
    says: 'command.sending.stop',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await sendings()).act(asked, 'stop', 'receipt.stopped'),
  },
  {
    name: 'sending resume',
    says: 'command.sending.resume',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await sendings()).act(asked, 'resume', 'receipt.resumed'),
  },
  {
    name: 'sending end',
    says: 'command.sending.end',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await sendings()).act(asked, 'end', 'receipt.ended'),
  },
  {
    name: 'sending settle-uncertain',
    says: 'command.sending.settle-uncertain',
    takes: '<id> <key...>',
    options: [
      { flags: '--answer <what>', kind: uncertainSettlements, says: 'option.settledAs', isRequired: true },
      ...shared.changes,
    ],
    act: async (asked) => (await sendings()).settle(asked),
  },
];

/** Letters and SMS to many. */
export const sendingCommands: readonly CommandLine[] = [...questions, settings, ...making, ...steering];

import { replyChannels, replyResponders, replyStatements } from '#domain/reply/statement.ts';
import { inboundShows } from '#views/answers/inbound.ts';
import { type CommandLine, shared } from '../command.ts';

const replies = () => import('./replies.ts');

/** The queue of replies: seen, taken down, registered. */
export const replyCommands: readonly CommandLine[] = [
  {
    name: 'reply list',
    says: 'command.reply.list',
    options: [{ flags: '--show <part>', kind: inboundShows, says: 'option.replyShow' }, shared.page, ...shared.asks],
    act: async (asked) => (await replies()).list(asked),
  },
  {
    name: 'reply take',
    says: 'command.reply.take',
    options: [
      { flags: '--channel <channel>', kind: replyChannels, says: 'option.replyChannel' },
      { flags: '--case <id>', kind: 'text', says: 'option.replyCase' },
      { flags: '--key <key>', kind: 'text', says: 'option.replyKey' },
      { flags: '--text <text>', kind: 'text', says: 'option.replyText' },
      ...shared.changes,
    ],
    act: async (asked) => (await replies()).take(asked),
  },
  {
    name: 'reply register',
    says: 'command.reply.register',
    takes: '<id>',
    options: [
      { flags: '--case <id>', kind: 'text', says: 'option.replyCase' },
      { flags: '--by <who>', kind: replyResponders, says: 'option.replyBy' },
      { flags: '--says <what>', kind: replyStatements, says: 'option.replySays' },
      { flags: '--code <code>', kind: 'text', says: 'option.replyCode' },
      ...shared.changes,
    ],
    act: async (asked) => (await replies()).register(asked),
  },
  {
    name: 'reply match',
    says: 'command.reply.match',
    takes: '<id>',
    options: [{ flags: '--case <id>', kind: 'text', says: 'option.replyCase' }, ...shared.changes],
    act: async (asked) => (await replies()).match(asked),
  },
  {
    name: 'reply done',
    says: 'command.reply.done',
    takes: '<id>',
    options: shared.changes,
    act: async (asked) => (await replies()).done(asked),
  },
  {
    name: 'reply file',
    says: 'command.reply.file',
    takes: '<file>',
    options: shared.asks,
    act: async (asked) => (await replies()).file(asked),
  },
];

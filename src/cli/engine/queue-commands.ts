import { navFindings } from '#domain/nav-meeting/finding.ts';
import { leavingGaps, leavingReasons, notDone, olderLeavingReasons } from '#domain/youth/leaving.ts';
import { returnReceivers } from '#domain/youth/return-to-vigo.ts';
import { type CommandLine, type OptionLine, shared } from '../command.ts';

const queues = () => import('./queues.ts');
const meetings = () => import('./nav-and-doubles.ts');

const on: OptionLine = { flags: '--on <day>', kind: 'day', says: 'option.on' };
const out: OptionLine = { flags: '--out <file>', kind: 'text', says: 'option.outFile', isRequired: true };
const unit: OptionLine = { flags: '--unit <id>', kind: 'text', says: 'option.unit' };
const area: readonly OptionLine[] = [
  unit,
  { flags: '--municipality <number>', kind: 'text', says: 'option.municipality' },
];
const tookPart: OptionLine = { flags: '--took-part <roles>', kind: 'list', says: 'option.tookPart' };

const returns: readonly CommandLine[] = [
  {
    name: 'returns list',
    says: 'command.returns.list',
    options: shared.asks,
    act: async (asked) => (await queues()).listReturns(asked),
  },
  {
    name: 'returns export',
    says: 'command.returns.export',
    options: [{ flags: '--receiver <who>', kind: returnReceivers, says: 'option.receiver' }, out, ...shared.asks],
    act: async (asked) => (await queues()).exportReturns(asked),
  },
  {
    name: 'returns sent',
    says: 'command.returns.sent',
    takes: '<id...>',
    options: [on, { flags: '--reference <text>', kind: 'text', says: 'option.reference' }, ...shared.changes],
    act: async (asked) => (await queues()).sentReturns(asked),
  },
];

const leavers: readonly CommandLine[] = [
  {
    name: 'leaver list',
    says: 'command.leaver.list',
    options: [
      { flags: '--gap <what>', kind: ['any', ...leavingGaps, 'none'], says: 'option.gap' },
      ...[unit, shared.page, ...shared.asks],
    ],
    act: async (asked) => (await queues()).listLeavers(asked),
  },
  {
    name: 'leaver show',
    says: 'command.leaver.show',
    takes: '<id>',
    options: shared.asks,
    act: async (asked) => (await queues()).showLeaver(asked),
  },
  {
    name: 'leaver note',
    says: 'command.leaver.note',
    takes: '<id>',
    options: [
      { flags: '--notice-on <day>', kind: 'day', says: 'option.noticeOn' },
      { flags: '--left-on <day>', kind: 'day', says: 'option.leftOn' },
      { flags: '--left-because <code>', kind: [...leavingReasons, ...olderLeavingReasons], says: 'option.leftBecause' },
      { flags: '--school <name>', kind: 'text', says: 'option.school' },
      { flags: '--meeting-held-on <day>', kind: 'day', says: 'option.meetingHeldOn' },
      { flags: '--meeting-not-held <why>', kind: notDone, says: 'option.meetingNotHeld' },
      { flags: '--plan-made-on <day>', kind: 'day', says: 'option.planMadeOn' },
      { flags: '--plan-not-made <why>', kind: notDone, says: 'option.planNotMade' },
      ...[tookPart, ...shared.changes],
    ],
    act: async (asked) => (await queues()).noteLeaver(asked),
  },
  {
    name: 'leaver remind',
    says: 'command.leaver.remind',
    takes: '<id...>',
    options: shared.changes,
    act: async (asked) => (await queues()).remindSchools(asked),
  },
];

const nav: readonly CommandLine[] = [
  {
    name: 'nav list',
    says: 'command.nav.list',
    options: [
      ...area,
      { flags: '--meeting <id>', kind: 'text', says: 'option.meeting' },
      { flags: '--out <file>', kind: 'text', says: 'option.outFile' },
      ...shared.asks,
    ],
    act: async (asked) => (await meetings()).navList(asked),
  },
  {
    name: 'nav meeting',
    says: 'command.nav.meeting',
    options: [...area, on, tookPart, ...shared.changes],
    act: async (asked) => (await meetings()).navMeeting(asked),
  },
  {
    name: 'nav enter',
    says: 'command.nav.enter',
    takes: '<meeting> <id>',
    options: [
      { flags: '--found <what>', kind: navFindings, says: 'option.found', isRequired: true },
      { flags: '--run-by <bodies>', kind: 'list', says: 'option.runBy' },
      { flags: '--mobile <number>', kind: 'text', says: 'option.mobile' },
      { flags: '--street <text>', kind: 'text', says: 'option.street' },
      { flags: '--postcode <digits>', kind: 'text', says: 'option.postcode' },
      { flags: '--place <text>', kind: 'text', says: 'option.place' },
      ...shared.changes,
    ],
    act: async (asked) => (await meetings()).navEnter(asked),
  },
];

const doubles: readonly CommandLine[] = [
  {
    name: 'double list',
    says: 'command.double.list',
    options: shared.asks,
    act: async (asked) => (await meetings()).listDoubles(asked),
  },
  {
    name: 'double search',
    says: 'command.double.search',
    options: shared.asks,
    act: async (asked) => (await meetings()).searchDoubles(asked),
  },
  {
    name: 'double merge',
    says: 'command.double.merge',
    takes: '<keep> <other>',
    options: shared.changes,
    act: async (asked) => (await meetings()).mergeDoubles(asked),
  },
  {
    name: 'double apart',
    says: 'command.double.apart',
    takes: '<one> <other>',
    options: shared.changes,
    act: async (asked) => (await meetings()).keepApart(asked),
  },
  {
    name: 'double undo',
    says: 'command.double.undo',
    takes: '<merge>',
    options: shared.changes,
    act: async (asked) => (await meetings()).undoMerge(asked),
  },
];

/** Returns to VIGO, early leavers, meetings with NAV, and one person with several numbers. */
export const queueCommands: readonly CommandLine[] = [...returns, ...leavers, ...nav, ...doubles];

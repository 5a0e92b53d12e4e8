import { assign, setup } from 'xstate';
import type { DriveFile } from '#domain/phone/drive-file.ts';
import { without } from '#domain/standing.ts';
import type { Chart } from '../chart.ts';
import type { DriveEvent } from './events.ts';

interface Given {
  readonly context: DriveFile;
  readonly event: DriveEvent;
}

/** One phone drive: opens and closes by its dates, knows who rings, and has the cards shared out when that changes. */
export const driveMachine = setup({
  types: { context: {} as DriveFile, events: {} as DriveEvent, input: {} as DriveFile },
  guards: {
    opens: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'opens',
    closes: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'closes',
    looksForNew: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'newYouths',
    bringsSomebody: ({ event }) => event.type === 'callers.joined' && event.callers.length > 0,
    takesSomebody: ({ context, event }) =>
      event.type === 'callers.left' && context.callers.some(({ staffId }) => event.staffIds.includes(staffId)),
    movesOn: ({ event }) => event.type === 'drive.moved' && event.closesAt > event.opensAt,
    closesLater: ({ event }) => event.type === 'drive.reopened' && event.closesAt > event.at,
  },
  actions: {
    /** Order: cards for those who are OTUK, and an even split of those nobody has; answers `cards.dealt`. */
    dealCards: (_, _params: { readonly driveId: string; readonly how: 'new' | 'all' }) => {},
    /** Order: lets go of what is held and keeps what is left of OTUK per adviser and unit. */
    closeCards: (_, _params: { readonly driveId: string }) => {},
    noteCallers: assign(joined),
    forgetCallers: assign(left),
    noteDealt: assign(dealt),
    noteDates: assign(moved),
    noteClosed: assign({ closedAt: ({ event }) => event.at, deadlines: {} }),
    noteReopened: assign(reopened),
    forgetDeadline: assign({
      deadlines: ({ context, event }) =>
        event.type === 'deadline.passed' ? without(context.deadlines, event.deadline) : context.deadlines,
    }),
    forgetOpening: assign({ deadlines: ({ context }) => without(context.deadlines, 'opens') }),
  },
}).createMachine({
  id: 'drive',
  initial: 'planned',
  context: ({ input }) => input,
  states: {
    planned: {
      on: {
        'drive.opened': { target: 'open', actions: ['forgetOpening', { type: 'dealCards', params: dealing }] },
        'deadline.passed': [
          { guard: 'opens', target: 'open', actions: ['forgetDeadline', { type: 'dealCards', params: dealing }] },
          { guard: 'closes', target: 'closed', actions: ['noteClosed', { type: 'closeCards', params: driveOf }] },
          { actions: 'forgetDeadline' },
        ],
        'callers.joined': { guard: 'bringsSomebody', actions: 'noteCallers' },
        'callers.left': { guard: 'takesSomebody', actions: 'forgetCallers' },
        'drive.moved': { guard: 'movesOn', actions: 'noteDates' },
        'drive.closed': { target: 'closed', actions: ['noteClosed', { type: 'closeCards', params: driveOf }] },
      },
    },
    open: {
      on: {
        'callers.joined': {
          guard: 'bringsSomebody',
          actions: ['noteCallers', { type: 'dealCards', params: dealing }],
        },
        'callers.left': { guard: 'takesSomebody', actions: ['forgetCallers', { type: 'dealCards', params: dealing }] },
        'split.asked': { actions: { type: 'dealCards', params: dealing } },
        'cards.dealt': { actions: 'noteDealt' },
        'drive.moved': { guard: 'movesOn', actions: 'noteDates' },
        'deadline.passed': [
          { guard: 'closes', target: 'closed', actions: ['noteClosed', { type: 'closeCards', params: driveOf }] },
          { guard: 'looksForNew', actions: ['forgetDeadline', { type: 'dealCards', params: dealing }] },
          { actions: 'forgetDeadline' },
        ],
        'drive.closed': { target: 'closed', actions: ['noteClosed', { type: 'closeCards', params: driveOf }] },
      },
    },
    closed: {
      on: {
        'drive.reopened': {
          guard: 'closesLater',
          target: 'open',
          actions: ['noteReopened', { type: 'dealCards', params: dealing }],
        },
        'deadline.passed': { actions: 'forgetDeadline' },
      },
    },
  },
});

export const driveChart: Chart = {
  machine: driveMachine,
  whyNot: (snapshot, event) => [{ code: 'phone.notNow', facts: { state: String(snapshot.value), event: event.type } }],
};

function driveOf({ context }: Given) {
  return { driveId: context.driveId };
}

function dealing({ context, event }: Given) {
  return { driveId: context.driveId, how: event.type === 'split.asked' ? event.how : ('new' as const) };
}

function joined({ context, event }: Given): Partial<DriveFile> {
  if (event.type !== 'callers.joined') return {};
  const ids = event.callers.map(({ staffId }) => staffId);
  return { callers: [...context.callers.filter(({ staffId }) => !ids.includes(staffId)), ...event.callers] };
}

function left({ context, event }: Given): Partial<DriveFile> {
  if (event.type !== 'callers.left') return {};
  return { callers: context.callers.filter(({ staffId }) => !event.staffIds.includes(staffId)) };
}

function dealt({ context, event }: Given): Partial<DriveFile> {
  if (event.type !== 'cards.dealt') return {};
  const { given, left: over, againAt } = event;
  const rest = without(context.deadlines, 'newYouths');
  return { dealt: { given, left: over }, deadlines: againAt === null ? rest : { ...rest, newYouths: againAt } };
}

/** An opening that is past has been; one that is ahead is waited for while the drive is planned. */
function moved({ context, event }: Given): Partial<DriveFile> {
  if (event.type !== 'drive.moved') return {};
  const { opensAt, closesAt } = event;
  const waits = context.deadlines.opens === undefined ? {} : { opens: opensAt };
  return { opensAt, closesAt, deadlines: { ...context.deadlines, ...waits, closes: closesAt } };
}

function reopened({ event }: Given): Partial<DriveFile> {
  if (event.type !== 'drive.reopened') return {};
  return { closedAt: null, closesAt: event.closesAt, deadlines: { closes: event.closesAt } };
}

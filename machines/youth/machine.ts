import { assign, setup } from 'xstate';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { Chart } from '../chart.ts';
import { assigned, chosen, coded, contacted, forgotten, noted, transferred, uncoded, uncontacted } from './changes.ts';
import type { YouthEvent } from './events.ts';
import {
  contactLeft,
  goesBack,
  goesBackAgain,
  groupAfter,
  isContact,
  leadsToNone,
  leavesChoiceBare,
  mayChoose,
  staysHere,
  takesBackCode,
} from './guards.ts';
import { whyNot } from './why-not.ts';

/** A youth's case in one school year: how it is coded, whether contact is proved, whose it is, whether it goes back to VIGO. */
export const youthMachine = setup({
  types: { context: {} as CaseFile, events: {} as YouthEvent, input: {} as CaseFile },
  guards: {
    leadsToUnknown: (given) => groupAfter(given) === 1,
    leadsToFollowUp: (given) => groupAfter(given) === 2,
    leadsToActivity: (given) => groupAfter(given) === 3,
    leadsToClarified: (given) => groupAfter(given) === 4,
    leadsOutside: (given) => groupAfter(given) === 5,
    leadsToNone,
    goesBack,
    goesBackAgain,
    takesBackCode,
    staysHere,
    mayChoose,
    leavesChoiceBare,
    isContact,
    leavesProof: (given) => contactLeft(given) === 'proved',
    leavesAttempts: (given) => contactLeft(given) === 'attempted',
    leavesNothing: (given) => contactLeft(given) === 'none',
    hasCaseworker: ({ context, event }) =>
      (event.type === 'case.assigned' ? event.caseworkerId : context.caseworkerId) !== null,
    isChoiceDeadline: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'choice',
    isEarlyLeaver: ({ context, event }) =>
      (event.type === 'transfer.received' ? event.transfer : context.transfer) === 'OESL',
    leavingIsWhole: ({ event }) =>
      event.type === 'leaving.noted' && Object.values(event.leaving).every((on) => on !== null),
    choiceIsMade: ({ context }) => context.choice !== null,
    takesBackToNone: ({ event }) => event.type === 'choice.takenBack' && event.restore === null,
    takesBackTooLate: ({ event }) =>
      event.type === 'choice.takenBack' &&
      event.restore === null &&
      event.choiceBy !== undefined &&
      event.choiceBy <= event.at,
  },
  actions: {
    noteCode: assign(coded),
    restoreCode: assign(uncoded),
    noteContact: assign(contacted),
    forgetContact: assign(uncontacted),
    noteChoice: assign(chosen),
    dropChoice: assign({ choice: null }),
    noteAssignment: assign(assigned),
    noteTransfer: assign(transferred),
    noteLeaving: assign(noted),
    forgetDeadline: assign(forgotten),
  },
}).createMachine({
  id: 'youth',
  type: 'parallel',
  context: ({ input }) => input,
  states: {
    list: {
      initial: 'on',
      on: { 'transfer.received': { target: '.on', actions: 'noteTransfer' }, 'transfer.withdrawn': '.off' },
      states: { on: {}, off: {} },
    },
    coding: {
      initial: 'transferred',
      on: {
        'status.set': codings(),
        'choice.made': codings(),
        'status.takenBack': takingsBack(),
        'choice.takenBack': takingsBack(),
      },
      states: { transferred: {}, unknown: {}, followedUp: {}, inActivity: {}, clarified: {}, outside: {} },
    },
    contact: {
      initial: 'none',
      on: {
        'contact.withdrawn': [
          { guard: 'leavesProof', target: '.proved', actions: 'forgetContact' },
          { guard: 'leavesAttempts', target: '.attempted', actions: 'forgetContact' },
          { guard: 'leavesNothing', target: '.none', actions: 'forgetContact' },
        ],
      },
      states: {
        none: { on: { 'contact.registered': heard() } },
        attempted: { on: { 'contact.registered': heard() } },
        proved: { on: { 'contact.registered': { actions: 'noteContact' } } },
      },
    },
    assignment: {
      initial: 'beginning',
      on: {
        'case.assigned': [
          { guard: 'hasCaseworker', target: '.withCaseworker', actions: 'noteAssignment' },
          { target: '.unassigned', actions: 'noteAssignment' },
        ],
      },
      states: {
        beginning: { always: [{ guard: 'hasCaseworker', target: 'withCaseworker' }, { target: 'unassigned' }] },
        unassigned: {},
        withCaseworker: {},
      },
    },
    choice: {
      initial: 'waiting',
      on: {
        'choice.made': { guard: 'mayChoose', target: '.made', actions: 'noteChoice' },
        'status.set': { guard: 'leavesChoiceBare', target: '.waiting', actions: 'dropChoice' },
        'status.takenBack': { guard: 'leavesChoiceBare', target: '.waiting', actions: 'dropChoice' },
        'choice.takenBack': [
          { guard: 'takesBackTooLate', target: '.overdue', actions: 'noteChoice' },
          { guard: 'takesBackToNone', target: '.waiting', actions: 'noteChoice' },
          { target: '.made', actions: 'noteChoice' },
        ],
        'deadline.passed': [
          { guard: 'choiceIsMade', actions: 'forgetDeadline' },
          { guard: 'isChoiceDeadline', target: '.overdue', actions: 'forgetDeadline' },
          { actions: 'forgetDeadline' },
        ],
      },
      states: { waiting: {}, overdue: {}, made: {} },
    },
    returned: {
      initial: 'none',
      states: {
        none: {
          on: {
            'status.set': { guard: 'goesBack', target: 'queued' },
            'choice.made': { guard: 'goesBack', target: 'queued' },
            'status.takenBack': { guard: 'goesBackAgain', target: 'queued' },
            'choice.takenBack': { guard: 'goesBackAgain', target: 'queued' },
          },
        },
        queued: {
          on: {
            'return.sent': 'sent',
            'status.set': { guard: 'staysHere', target: 'none' },
            'choice.made': { guard: 'staysHere', target: 'none' },
            'status.takenBack': [{ guard: 'goesBackAgain', target: 'queued' }, { target: 'none' }],
            'choice.takenBack': [
              { guard: 'goesBackAgain', target: 'queued' },
              { guard: 'takesBackCode', target: 'none' },
            ],
            'transfer.received': 'none',
          },
        },
        // Sent again by VIGO: the case is open again.
        sent: { on: { 'transfer.received': 'none' } },
      },
    },
    leaving: {
      initial: 'beginning',
      states: {
        beginning: { always: [{ guard: 'isEarlyLeaver', target: 'incomplete' }, { target: 'notApplicable' }] },
        // Sent again, an early leaver keeps what is known.
        notApplicable: { on: { 'transfer.received': { guard: 'isEarlyLeaver', target: 'incomplete' } } },
        incomplete: { on: { 'leaving.noted': noticed() } },
        complete: { on: { 'leaving.noted': noticed() } },
      },
    },
  },
});

export const youthChart: Chart = { machine: youthMachine, whyNot };

function codings() {
  return [
    { guard: 'leadsToUnknown', target: '.unknown', actions: 'noteCode' },
    { guard: 'leadsToFollowUp', target: '.followedUp', actions: 'noteCode' },
    { guard: 'leadsToActivity', target: '.inActivity', actions: 'noteCode' },
    { guard: 'leadsToClarified', target: '.clarified', actions: 'noteCode' },
    { guard: 'leadsOutside', target: '.outside', actions: 'noteCode' },
  ] as const;
}

function takingsBack() {
  return [
    { guard: 'leadsToUnknown', target: '.unknown', actions: 'restoreCode' },
    { guard: 'leadsToFollowUp', target: '.followedUp', actions: 'restoreCode' },
    { guard: 'leadsToActivity', target: '.inActivity', actions: 'restoreCode' },
    { guard: 'leadsToClarified', target: '.clarified', actions: 'restoreCode' },
    { guard: 'leadsOutside', target: '.outside', actions: 'restoreCode' },
    { guard: 'leadsToNone', target: '.transferred', actions: 'restoreCode' },
  ] as const;
}

function heard() {
  return [
    { guard: 'isContact', target: 'proved', actions: 'noteContact' },
    { target: 'attempted', actions: 'noteContact' },
  ] as const;
}

function noticed() {
  return [
    { guard: 'leavingIsWhole', target: 'complete', actions: 'noteLeaving' },
    { target: 'incomplete', actions: 'noteLeaving' },
  ] as const;
}

import { assign, setup } from 'xstate';
import type { Day } from '#domain/calendar/day.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { gapsOf } from '#domain/youth/leaving.ts';
import type { Chart } from '../chart.ts';
import {
  assigned,
  cameBack,
  chosen,
  coded,
  contacted,
  forgotten,
  goneInto,
  noted,
  reminded,
  spokenOf,
  together,
  transferred,
  uncoded,
  uncontacted,
} from './changes.ts';
import type { YouthEvent } from './events.ts';
import {
  contactLeft,
  contactTogether,
  goesBack,
  goesBackAgain,
  goesBackTogether,
  groupAfter,
  isContact,
  leadsToNone,
  leavesChoiceBare,
  mayChoose,
  staysHere,
  takesBackCode,
} from './guards.ts';
import { codings, contactsTogether, groupTogether, heard, leavingTogether, noticed, takingsBack } from './ways.ts';
import { whyNot } from './why-not.ts';

interface MergeOrder {
  readonly kept: string;
  readonly away: string;
  readonly on: Day;
}

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
    goesBackTogether,
    staysHere,
    mayChoose,
    leavesChoiceBare,
    isContact,
    leavesProof: (given) => contactLeft(given) === 'proved',
    leavesAttempts: (given) => contactLeft(given) === 'attempted',
    leavesNothing: (given) => contactLeft(given) === 'none',
    provesTogether: (given) => contactTogether(given) === 'proved',
    triesTogether: (given) => contactTogether(given) === 'attempted',
    hasCaseworker: ({ context, event }) =>
      (event.type === 'case.assigned' ? event : 'now' in event ? event.now : context).caseworkerId !== null,
    isChoiceDeadline: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'choice',
    isEarlyLeaver: ({ context, event }) =>
      (event.type === 'transfer.received' ? event.transfer : context.transfer) === 'OESL',
    leavingIsWhole: ({ event }) => {
      const leaving = event.type === 'leaving.noted' ? event.leaving : 'now' in event ? event.now.leaving : null;
      return leaving !== null && gapsOf(leaving).length === 0;
    },
    hasLeft: ({ event }) => 'now' in event && event.now.leaving !== null,
    choiceIsMadeTogether: ({ event }) => 'now' in event && event.now.choice !== null,
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
    noteReminder: assign(reminded),
    noteNavMeeting: assign(spokenOf),
    noteReturnedLetter: assign(cameBack),
    noteTogether: assign(together),
    noteWhere: assign(goneInto),
    /** Order: the other case hears that its history is this one's from now on. */
    tellMergedAway: (_, _params: MergeOrder) => {},
    /** Order: the other case hears that it is its own again. */
    tellCameBack: (_, _params: MergeOrder) => {},
    forgetDeadline: assign(forgotten),
  },
}).createMachine({
  id: 'youth',
  type: 'parallel',
  context: ({ input }) => input,
  on: {
    'case.mergedAway': { actions: 'noteWhere' },
    'case.cameBack': { actions: 'noteWhere' },
    'nav.checked': { actions: 'noteNavMeeting' },
    'letter.cameBack': { actions: 'noteReturnedLetter' },
  },
  states: {
    list: {
      initial: 'on',
      on: {
        'transfer.received': { target: '.on', actions: 'noteTransfer' },
        'transfer.withdrawn': '.off',
        'case.merged': { actions: ['noteTogether', { type: 'tellMergedAway', params: mergeOrder }] },
        'case.parted': { actions: ['noteTogether', { type: 'tellCameBack', params: mergeOrder }] },
      },
      states: { on: {}, off: {} },
    },
    coding: {
      initial: 'transferred',
      on: {
        'status.set': codings(),
        'choice.made': codings(),
        'status.takenBack': takingsBack(),
        'choice.takenBack': takingsBack(),
        'case.merged': groupTogether(),
        'case.parted': groupTogether(),
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
        'case.merged': contactsTogether(),
        'case.parted': contactsTogether(),
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
        'case.merged': [{ guard: 'hasCaseworker', target: '.withCaseworker' }, { target: '.unassigned' }],
        'case.parted': [{ guard: 'hasCaseworker', target: '.withCaseworker' }, { target: '.unassigned' }],
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
        'case.merged': { guard: 'choiceIsMadeTogether', target: '.made' },
        'case.parted': [{ guard: 'choiceIsMadeTogether', target: '.made' }, { target: '.waiting' }],
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
            'case.merged': { guard: 'goesBackTogether', target: 'queued' },
            'case.parted': { guard: 'goesBackTogether', target: 'queued' },
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
            'case.merged': [{ guard: 'goesBackTogether', target: 'queued' }, { target: 'none' }],
            'case.parted': [{ guard: 'goesBackTogether', target: 'queued' }, { target: 'none' }],
          },
        },
        // Sent again by VIGO, or coded anew: the case is open again.
        sent: {
          on: {
            'transfer.received': 'none',
            'status.set': [
              { guard: 'staysHere', target: 'none' },
              { guard: 'goesBack', target: 'queued' },
            ],
            'choice.made': [
              { guard: 'goesBack', target: 'queued' },
              { guard: 'staysHere', target: 'none' },
            ],
          },
        },
      },
    },
    leaving: {
      initial: 'beginning',
      on: { 'case.merged': leavingTogether(), 'case.parted': leavingTogether() },
      states: {
        beginning: { always: [{ guard: 'isEarlyLeaver', target: 'incomplete' }, { target: 'notApplicable' }] },
        // Sent again, an early leaver keeps what is known.
        notApplicable: { on: { 'transfer.received': { guard: 'isEarlyLeaver', target: 'incomplete' } } },
        incomplete: { on: { 'leaving.noted': noticed(), 'leaving.reminded': { actions: 'noteReminder' } } },
        complete: { on: { 'leaving.noted': noticed(), 'leaving.reminded': { actions: 'noteReminder' } } },
      },
    },
  },
});

export const youthChart: Chart = { machine: youthMachine, whyNot };

function mergeOrder({ context, event }: { readonly context: CaseFile; readonly event: YouthEvent }): MergeOrder {
  // `as`: only the two events of a merge give this order.
  const { away, on } = event as Extract<YouthEvent, { type: 'case.merged' }>;
  return { kept: context.caseId, away, on };
}

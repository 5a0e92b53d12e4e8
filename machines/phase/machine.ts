import { assign, setup } from 'xstate';
import type { PhaseFile } from '#domain/run/files.ts';
import { without } from '#domain/standing.ts';
import type { Chart } from '../chart.ts';
import type { PhaseEvent } from './events.ts';

/** One phase of the sheet: opens and comes due by its dates, is done by its work. */
export const phaseMachine = setup({
  types: { context: {} as PhaseFile, events: {} as PhaseEvent, input: {} as PhaseFile },
  guards: {
    isOpening: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'opens',
    /** A phase of a few days is due soon before it opens. */
    isOpeningNearItsEnd: ({ context, event }) =>
      event.type === 'deadline.passed' && event.deadline === 'opens' && !('dueSoon' in context.deadlines),
    isDueSoon: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'dueSoon',
    isClosing: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'closes',
    hasNoOpenRequired: ({ event }) => event.type === 'phase.closed' && event.openRequired.length === 0,
    hasReason: ({ event }) => event.type === 'phase.reopened' && event.reason.trim() !== '',
    movesToLater: ({ event }) => event.type === 'phase.moved' && event.opensAt > event.at,
    movesPastItsEnd: ({ event }) => event.type === 'phase.moved' && event.closesAt <= event.at,
    movesNearItsEnd: ({ event }) => event.type === 'phase.moved' && event.dueSoonAt <= event.at,
  },
  actions: {
    /** Order: count the youths now and freeze the numbers with the lists behind them. */
    freezeCounters: (_, _params: { readonly runId: string; readonly phaseId: string; readonly side: string }) => {},
    /** Order: optional tasks that are left run out. */
    expireOptional: (_, _params: { readonly runId: string; readonly phaseId: string }) => {},
    noteClosed: assign({ closedAt: ({ event }) => event.at, deadlines: {} }),
    noteReopened: assign({ closedAt: null }),
    noteMove: assign({
      opensAt: ({ context, event }) => (event.type === 'phase.moved' ? event.opensAt : context.opensAt),
      closesAt: ({ context, event }) => (event.type === 'phase.moved' ? event.closesAt : context.closesAt),
      deadlines: ({ context, event }) =>
        event.type === 'phase.moved' ? stillAhead(context, event) : context.deadlines,
    }),
    forgetDeadline: assign({
      deadlines: ({ context, event }) =>
        event.type === 'deadline.passed' ? without(context.deadlines, event.deadline) : context.deadlines,
    }),
  },
}).createMachine({
  id: 'phase',
  initial: 'planned',
  context: ({ input }) => input,
  states: {
    planned: {
      on: {
        'deadline.passed': [
          { guard: 'isOpeningNearItsEnd', target: 'active.dueSoon', actions: ['forgetDeadline', count('before')] },
          { guard: 'isOpening', target: 'active.open', actions: ['forgetDeadline', count('before')] },
          { actions: 'forgetDeadline' },
        ],
        // Moved to where it should be open already, it opens now.
        'phase.moved': [
          { guard: 'movesToLater', actions: 'noteMove' },
          { guard: 'movesPastItsEnd', target: 'active.overdue', actions: ['noteMove', count('before')] },
          { guard: 'movesNearItsEnd', target: 'active.dueSoon', actions: ['noteMove', count('before')] },
          { target: 'active.open', actions: ['noteMove', count('before')] },
        ],
        'work.finished': { target: 'done', actions: ['noteClosed', count('before'), count('after')] },
        'phase.closed': { guard: 'hasNoOpenRequired', target: 'done', actions: closing() },
      },
    },
    active: {
      initial: 'open',
      on: {
        'phase.moved': [
          { guard: 'movesPastItsEnd', target: '.overdue', actions: 'noteMove' },
          { guard: 'movesToLater', target: 'planned', actions: 'noteMove' },
          { guard: 'movesNearItsEnd', target: '.dueSoon', actions: 'noteMove' },
          { target: '.open', actions: 'noteMove' },
        ],
        'deadline.passed': [
          { guard: 'isClosing', target: '.overdue', actions: 'forgetDeadline' },
          { guard: 'isDueSoon', target: '.dueSoon', actions: 'forgetDeadline' },
          // Opened already when its dates were moved: nothing more to do.
          { guard: 'isOpening', actions: 'forgetDeadline' },
        ],
        'work.finished': { target: 'done', actions: ['noteClosed', count('after')] },
        'phase.closed': { guard: 'hasNoOpenRequired', target: 'done', actions: closing() },
      },
      states: { open: {}, dueSoon: {}, overdue: {} },
    },
    done: {
      on: {
        'work.resumed': reopening(),
        'phase.reopened': { guard: 'hasReason', target: 'reopened', actions: 'noteReopened' },
        'phase.moved': { actions: 'noteMove' },
        'deadline.passed': { actions: 'forgetDeadline' },
      },
    },
    reopened: {
      on: {
        'phase.moved': { actions: 'noteMove' },
        'deadline.passed': { actions: 'forgetDeadline' },
        'work.finished': { target: 'done', actions: ['noteClosed', count('after')] },
        'phase.closed': { guard: 'hasNoOpenRequired', target: 'done', actions: closing() },
      },
    },
  },
});

export const phaseChart: Chart = {
  machine: phaseMachine,
  whyNot: (_snapshot, event) => {
    // `as`: only this chart's events reach it.
    const asked = event as PhaseEvent;
    if (asked.type === 'phase.closed' && asked.openRequired.length > 0)
      return [{ code: 'phase.openRequired', facts: { openRequired: asked.openRequired } }];
    if (asked.type === 'phase.reopened' && asked.reason.trim() === '') return [{ code: 'phase.reasonMissing' }];
    return [{ code: 'phase.notNow', facts: { event: asked.type } }];
  },
};

function count(side: 'before' | 'after') {
  return {
    type: 'freezeCounters',
    params: ({ context }: { readonly context: PhaseFile }) => ({
      runId: context.runId,
      phaseId: context.phaseId,
      side,
    }),
  } as const;
}

function closing() {
  const params = ({ context }: { readonly context: PhaseFile }) => ({ runId: context.runId, phaseId: context.phaseId });
  return ['noteClosed', count('after'), { type: 'expireOptional', params }] as const;
}

function reopening() {
  return { target: 'reopened', actions: 'noteReopened' } as const;
}

function stillAhead(context: PhaseFile, event: Extract<PhaseEvent, { type: 'phase.moved' }>) {
  if (context.closedAt !== null) return {};
  const all = { opens: event.opensAt, dueSoon: event.dueSoonAt, closes: event.closesAt };
  return Object.fromEntries(Object.entries(all).filter(([, at]) => at > event.at));
}

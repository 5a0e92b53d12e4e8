import { assign, setup } from 'xstate';
import type { YearFile } from '#domain/run/files.ts';
import { without } from '#domain/standing.ts';
import type { Chart } from '../chart.ts';
import type { YearEvent } from './events.ts';

/** A county's school year: the plan in force, the completions its dates hang on, and its end. */
export const yearMachine = setup({
  types: { context: {} as YearFile, events: {} as YearEvent, input: {} as YearFile },
  guards: {
    isNewer: ({ context, event }) => event.type === 'plan.changed' && event.version > context.planVersion,
    isNews: ({ context, event }) => event.type === 'anchor.completed' && context.completions[event.anchor] !== event.on,
    wasCompleted: ({ context, event }) => event.type === 'anchor.withdrawn' && event.anchor in context.completions,
    hasReason: ({ event }) => event.type === 'year.reopened' && event.reason.trim() !== '',
    mayClose: ({ event }) =>
      event.type === 'year.closed' && (event.openPhases.length === 0 || event.reason.trim() !== ''),
  },
  actions: {
    /** Order: tell every phase the dates and tasks of the plan in force. */
    applyPlan: (_, _params: { readonly runId: string; readonly version: number }) => {},
    /** Order: roll the plan again with the completions known now; answers with `plan.changed`. */
    rollPlan: (_, _params: { readonly runId: string; readonly completions: Readonly<Record<string, string>> }) => {},
    notePlan: assign({
      planVersion: ({ context, event }) => (event.type === 'plan.changed' ? event.version : context.planVersion),
    }),
    noteCompletion: assign({
      completions: ({ context, event }) =>
        event.type === 'anchor.completed' ? { ...context.completions, [event.anchor]: event.on } : context.completions,
    }),
    forgetCompletion: assign({
      completions: ({ context, event }) =>
        event.type === 'anchor.withdrawn' ? omit(context.completions, event.anchor) : context.completions,
    }),
    noteClosed: assign({ closedAt: ({ event }) => event.at }),
    noteReopened: assign({ closedAt: null }),
    forgetDeadline: assign({
      deadlines: ({ context, event }) =>
        event.type === 'deadline.passed' ? without(context.deadlines, event.deadline) : context.deadlines,
    }),
  },
}).createMachine({
  id: 'schoolYear',
  initial: 'running',
  context: ({ input }) => input,
  on: { 'deadline.passed': { actions: 'forgetDeadline' } },
  states: {
    running: {
      on: {
        'plan.changed': { guard: 'isNewer', actions: ['notePlan', { type: 'applyPlan', params: planOf }] },
        'anchor.completed': { guard: 'isNews', actions: ['noteCompletion', { type: 'rollPlan', params: rollOf }] },
        'anchor.withdrawn': {
          guard: 'wasCompleted',
          actions: ['forgetCompletion', { type: 'rollPlan', params: rollOf }],
        },
        'year.closed': { guard: 'mayClose', target: 'closed', actions: 'noteClosed' },
      },
    },
    closed: { on: { 'year.reopened': { guard: 'hasReason', target: 'running', actions: 'noteReopened' } } },
  },
});

export const yearChart: Chart = {
  machine: yearMachine,
  whyNot: (snapshot, event) => {
    // `as`: only this chart's events reach it.
    const asked = event as YearEvent;
    if (snapshot.value === 'closed' && asked.type !== 'year.reopened') return [{ code: 'year.closed' }];
    switch (asked.type) {
      case 'plan.changed':
        return [{ code: 'year.olderPlan', facts: { version: asked.version } }];
      case 'year.closed':
        return [{ code: 'year.openPhases', facts: { openPhases: asked.openPhases } }];
      case 'year.reopened':
        return [{ code: 'year.reasonMissing' }];
      default:
        return [{ code: 'year.nothingNew', facts: { event: asked.type } }];
    }
  },
};

function planOf({ context }: { readonly context: YearFile }) {
  return { runId: context.runId, version: context.planVersion };
}

function rollOf({ context }: { readonly context: YearFile }) {
  return { runId: context.runId, completions: context.completions };
}

function omit(completions: YearFile['completions'], anchor: string): YearFile['completions'] {
  return Object.fromEntries(Object.entries(completions).filter(([name]) => name !== anchor));
}

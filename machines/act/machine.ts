import { assign, setup } from 'xstate';
import type { ActFile } from '#domain/run/files.ts';
import type { Doer } from '#domain/standing.ts';
import type { Chart } from '../chart.ts';
import type { ActEvent } from './events.ts';

/** One wish for many youths: ordered, carried out case by case, perhaps undone as one. */
export const actMachine = setup({
  types: { context: {} as ActFile, events: {} as ActEvent, input: {} as ActFile },
  guards: { hasDone: ({ context }) => context.done > 0 },
  actions: {
    /** Order: tell each case its part; answers `act.carriedOut`. */
    carryOutAct: (_, _params: { readonly actId: string }) => {},
    /** Order: take each part back where nobody has edited the same since; answers `act.takenBack`. */
    undoAct: (_, _params: { readonly actId: string; readonly doer: Doer }) => {},
    noteCarriedOut: assign(({ event }) =>
      event.type === 'act.carriedOut' ? { done: event.done, refused: event.refused } : {},
    ),
    noteTakenBack: assign(({ event }) =>
      event.type === 'act.takenBack' ? { undone: event.undone, kept: event.kept } : {},
    ),
  },
}).createMachine({
  id: 'act',
  initial: 'ordered',
  context: ({ input }) => input,
  states: {
    ordered: {
      on: {
        'act.ordered': {
          target: 'carryingOut',
          actions: { type: 'carryOutAct', params: ({ context }) => ({ actId: context.actId }) },
        },
      },
    },
    carryingOut: { on: { 'act.carriedOut': { target: 'done', actions: 'noteCarriedOut' } } },
    done: {
      on: {
        'act.undone': {
          guard: 'hasDone',
          target: 'undoing',
          actions: {
            type: 'undoAct',
            params: ({ context, event }) => ({ actId: context.actId, doer: event.doer }),
          },
        },
      },
    },
    undoing: { on: { 'act.takenBack': { target: 'undone', actions: 'noteTakenBack' } } },
    undone: {},
  },
});

export const actChart: Chart = {
  machine: actMachine,
  whyNot: ({ value }, { type }) => [
    value === 'done' && type === 'act.undone'
      ? { code: 'act.nothingDone' }
      : { code: 'act.notNow', facts: { state: String(value), event: type } },
  ],
};

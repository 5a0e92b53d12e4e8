import { assign, setup } from 'xstate';
import type { IntakeFile } from '#domain/run/files.ts';
import { without } from '#domain/standing.ts';
import type { Chart } from '../chart.ts';
import type { IntakeEvent } from './events.ts';

/** One received file: read, looked at, approved where it must be, applied as one act, undone as one act. */
export const intakeMachine = setup({
  types: { context: {} as IntakeFile, events: {} as IntakeEvent, input: {} as IntakeFile },
  guards: {
    isUnapproved: ({ context }) => context.approval.length > 0 && context.approvedBy === null,
    needsApproval: ({ event }) => event.type === 'list.planned' && event.approval.length > 0,
  },
  actions: {
    /** Order: read the stored file and plan it against the register. */
    readList: (_, _params: { readonly intakeId: string; readonly runId: string }) => {},
    /** Order: write all rows of the plan in one transaction; answers `list.applied`. */
    applyList: (_, _params: { readonly intakeId: string; readonly runId: string }) => {},
    /** Order: open the workflows of the cases that were written. */
    openCases: (_, _params: { readonly intakeId: string; readonly runId: string }) => {},
    /** Order: take the plan back where nobody has edited since; answers `list.undone`. */
    undoList: (_, _params: { readonly intakeId: string; readonly runId: string }) => {},
    notePlan: assign({
      counts: ({ context, event }) => (event.type === 'list.planned' ? event.counts : context.counts),
      approval: ({ context, event }) => (event.type === 'list.planned' ? event.approval : context.approval),
    }),
    noteApproval: assign({ approvedBy: ({ event }) => event.doer.by }),
    noteApplied: assign({
      counts: ({ context, event }) => (event.type === 'list.applied' ? event.counts : context.counts),
    }),
    noteKept: assign({ kept: ({ context, event }) => (event.type === 'list.undone' ? event.kept : context.kept) }),
    forgetDeadline: assign({
      deadlines: ({ context, event }) =>
        event.type === 'deadline.passed' ? without(context.deadlines, event.deadline) : context.deadlines,
    }),
  },
}).createMachine({
  id: 'intake',
  initial: 'planned',
  context: ({ input }) => input,
  on: { 'deadline.passed': { actions: 'forgetDeadline' } },
  states: {
    /** The plan was made when the file was received; `list.planned` is only told again when it was outdated. */
    planned: {
      always: { guard: 'isUnapproved', target: 'needsApproval' },
      on: {
        'intake.applied': { target: 'applying', actions: { type: 'applyList', params: listOf } },
        'intake.rejected': 'rejected',
      },
    },
    needsApproval: {
      on: {
        'intake.approved': { target: 'planned', actions: 'noteApproval' },
        'intake.rejected': 'rejected',
      },
    },
    applying: {
      on: {
        'list.applied': { target: 'applied', actions: ['noteApplied', { type: 'openCases', params: listOf }] },
        'list.outdated': { target: 'reading', actions: { type: 'readList', params: listOf } },
      },
    },
    reading: {
      on: {
        'list.planned': [
          { guard: 'needsApproval', target: 'needsApproval', actions: 'notePlan' },
          { target: 'planned', actions: 'notePlan' },
        ],
        'list.unreadable': 'rejected',
      },
    },
    applied: { on: { 'intake.undone': { target: 'undoing', actions: { type: 'undoList', params: listOf } } } },
    undoing: { on: { 'list.undone': { target: 'undone', actions: 'noteKept' } } },
    undone: {},
    rejected: {},
  },
});

export const intakeChart: Chart = {
  machine: intakeMachine,
  whyNot: (snapshot, event) => [
    snapshot.value === 'needsApproval' && event.type === 'intake.applied'
      ? // `as`: this chart's snapshots are made from this machine.
        { code: 'intake.needsApproval', facts: { reasons: (snapshot.context as IntakeFile).approval } }
      : { code: 'intake.notNow', facts: { state: String(snapshot.value), event: event.type } },
  ],
};

function listOf({ context }: { readonly context: IntakeFile }) {
  return { intakeId: context.intakeId, runId: context.runId };
}

import { assign, setup } from 'xstate';
import type { Refusal } from '#domain/outcome.ts';
import type { TaskFile } from '#domain/run/files.ts';
import { type Deadlines, without } from '#domain/standing.ts';
import type { Chart } from '../chart.ts';
import type { TaskEvent } from './events.ts';

/** One task of a checklist: what it waits for, whether it is done, and whether it is late. */
export const taskMachine = setup({
  types: { context: {} as TaskFile, events: {} as TaskEvent, input: {} as TaskFile },
  guards: {
    isFree: ({ context }) => context.openBefore.length === 0,
    isLastHold: ({ context, event }) =>
      event.type === 'task.released' && context.openBefore.every((id) => id === event.by),
    waitsForIt: ({ context, event }) => event.type === 'task.held' && context.waitsFor.includes(event.by),
    isForHands: ({ context, event }) => isForHands(context) || reasonOf(event) !== '',
    isForTheRegister: ({ context }) => context.kind !== 'manual',
    /** Only what the register closed, the register opens. */
    wasClosedByRegister: ({ context }) => context.doneBy === null,
    wasClosedByRegisterAndIsFree: ({ context }) => context.doneBy === null && context.openBefore.length === 0,
    wasClosedByPerson: ({ context }) => context.doneBy !== null,
    wasClosedByPersonAndIsFree: ({ context }) => context.doneBy !== null && context.openBefore.length === 0,
    isOptional: ({ context }) => !context.required,
    hasReason: ({ event }) => reasonOf(event) !== '',
    isDueSoon: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'dueSoon',
    isOverdue: ({ event }) => event.type === 'deadline.passed' && event.deadline === 'overdue',
    isOverdueAlready: ({ context, event }) =>
      event.type === 'task.moved' && event.overdueAt <= (context.doneAt ?? event.at),
    isDueSoonAlready: ({ context, event }) =>
      event.type === 'task.moved' && event.dueSoonAt <= (context.doneAt ?? event.at),
  },
  actions: {
    /** Order: those who wait for this task are told that it is settled. */
    releaseDependants: (_, _params: { readonly taskId: string; readonly runId: string }) => {},
    /** Order: those who wait for this task are told that it is open again. */
    holdDependants: (_, _params: { readonly taskId: string; readonly runId: string }) => {},
    /** A settled task waits for nothing: done in time, it stays so. */
    noteDone: assign({
      deadlines: {},
      rested: ({ context }) => context.deadlines,
      doneAt: ({ event }) => event.at,
      doneBy: ({ event }) => event.doer.by,
      skipReason: ({ event }) => reasonOf(event) || null,
    }),
    noteOpen: assign({
      deadlines: ({ context }) => context.rested,
      rested: {},
      doneAt: null,
      doneBy: null,
      skipReason: null,
    }),
    noteRelease: assign({
      openBefore: ({ context, event }) =>
        event.type === 'task.released' ? context.openBefore.filter((id) => id !== event.by) : context.openBefore,
    }),
    noteHold: assign({
      openBefore: ({ context, event }) =>
        event.type === 'task.held' ? [...new Set([...context.openBefore, event.by])] : context.openBefore,
    }),
    noteMove: assign({
      dueOn: ({ context, event }) => (event.type === 'task.moved' ? event.dueOn : context.dueOn),
      deadlines: ({ context, event }) => (context.doneAt === null ? newMoments(event, context.deadlines) : {}),
      rested: ({ context, event }) => (context.doneAt === null ? {} : newMoments(event, context.rested)),
    }),
    noteAssigned: assign({
      staffId: ({ context, event }) => (event.type === 'task.assigned' ? event.staffId : context.staffId),
    }),
    forgetDeadline: assign({
      deadlines: ({ context, event }) =>
        event.type === 'deadline.passed' ? without(context.deadlines, event.deadline) : context.deadlines,
    }),
  },
}).createMachine({
  id: 'task',
  type: 'parallel',
  context: ({ input }) => input,
  on: { 'task.assigned': { actions: 'noteAssigned' } },
  states: {
    work: {
      initial: 'beginning',
      states: {
        beginning: { always: [{ guard: 'isFree', target: 'ready' }, { target: 'waiting' }] },
        waiting: {
          on: {
            'task.released': [
              { guard: 'isLastHold', target: 'ready', actions: 'noteRelease' },
              { actions: 'noteRelease' },
            ],
            'task.held': { guard: 'waitsForIt', actions: 'noteHold' },
            'task.skipped': { guard: 'hasReason', target: 'skipped', actions: ['noteDone', release()] },
            'task.expired': { guard: 'isOptional', target: 'expired', actions: ['noteDone', release()] },
          },
        },
        ready: {
          on: {
            'task.completed': { guard: 'isForHands', target: 'done', actions: ['noteDone', release()] },
            'condition.met': { guard: 'isForTheRegister', target: 'done', actions: ['noteDone', release()] },
            'task.skipped': { guard: 'hasReason', target: 'skipped', actions: ['noteDone', release()] },
            'task.expired': { guard: 'isOptional', target: 'expired', actions: ['noteDone', release()] },
            'task.held': { guard: 'waitsForIt', target: 'waiting', actions: 'noteHold' },
          },
        },
        done: {
          on: {
            ...settled(),
            'task.reopened': opened('wasClosedByPerson'),
            'condition.broken': opened('wasClosedByRegister'),
          },
        },
        skipped: { on: settled() },
        expired: { on: settled() },
      },
    },
    timeliness: {
      initial: 'onTime',
      on: {
        'task.moved': [
          { guard: 'isOverdueAlready', target: '.overdue', actions: 'noteMove' },
          { guard: 'isDueSoonAlready', target: '.dueSoon', actions: 'noteMove' },
          { target: '.onTime', actions: 'noteMove' },
        ],
        'deadline.passed': [
          { guard: 'isOverdue', target: '.overdue', actions: 'forgetDeadline' },
          { guard: 'isDueSoon', target: '.dueSoon', actions: 'forgetDeadline' },
        ],
      },
      states: { onTime: {}, dueSoon: {}, overdue: {} },
    },
  },
});

export const taskChart: Chart = {
  machine: taskMachine,
  whyNot: (snapshot, event): readonly Refusal[] => {
    // `as`: this chart's snapshots are made from this machine.
    const { openBefore, required } = snapshot.context as TaskFile;
    const { work } = snapshot.value as { readonly work: string };
    if (event.type === 'task.completed' && work === 'waiting') return [{ code: 'task.waits', facts: { openBefore } }];
    if (event.type === 'task.completed' && work === 'ready') return [{ code: 'task.closesItself' }];
    if (event.type === 'task.reopened' && work === 'done') return [{ code: 'task.closesItself' }];
    if (event.type === 'task.skipped' && (work === 'ready' || work === 'waiting'))
      return [{ code: 'task.reasonMissing' }];
    if (event.type === 'task.expired' && required) return [{ code: 'task.required' }];
    return [{ code: 'task.notNow', facts: { state: work, event: event.type } }];
  },
};

function release() {
  return { type: 'releaseDependants', params: idOf } as const;
}

function settled() {
  return {
    'task.reopened': [
      { guard: 'isFree', target: 'ready', actions: openAgain() },
      { target: 'waiting', actions: openAgain() },
    ],
    'task.released': { actions: 'noteRelease' },
    'task.held': { guard: 'waitsForIt', actions: 'noteHold' },
  } as const;
}

function opened<By extends 'wasClosedByPerson' | 'wasClosedByRegister'>(by: By) {
  return [
    { guard: `${by}AndIsFree` as const, target: 'ready', actions: openAgain() },
    { guard: by, target: 'waiting', actions: openAgain() },
  ] as const;
}

function openAgain() {
  return ['noteOpen', { type: 'holdDependants', params: idOf }] as const;
}

const isForHands = ({ kind, byHand }: TaskFile): boolean => kind === 'manual' || byHand !== false;

const reasonOf = (event: TaskEvent): string =>
  event.type === 'task.skipped' || event.type === 'task.completed' ? (event.reason ?? '').trim() : '';

const newMoments = (event: TaskEvent, otherwise: Deadlines): Deadlines =>
  event.type === 'task.moved' ? { dueSoon: event.dueSoonAt, overdue: event.overdueAt } : otherwise;

function idOf({ context }: { readonly context: TaskFile }) {
  return { taskId: context.taskId, runId: context.runId };
}

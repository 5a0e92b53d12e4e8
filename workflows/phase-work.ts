import type { TaskFile } from '#domain/run/files.ts';
import type { Happening } from '#domain/standing.ts';
import type { Chart } from '#machines/chart.ts';
import { phaseChart } from '#machines/phase/machine.ts';
import { taskChart } from '#machines/task/machine.ts';
import type { Heard } from './drive.ts';
import type { Message } from './messages.ts';
import type { Hub } from './shell.ts';

/** What a phase sees of its own subjects and how it reaches them; the engine's hub and the virtual one alike. */
export interface PhaseHub extends Pick<Hub, 'snapshot' | 'snapshots'> {
  readonly push: (subject: string, heard: Heard) => void;
}

export const isTask = (subject: string): boolean => subject.startsWith('task/');
export const chartOf = (subject: string): Chart => (isTask(subject) ? taskChart : phaseChart);

const unsettled = (hub: PhaseHub): readonly string[] =>
  hub
    .snapshots()
    .filter(([subject, { value }]) => isTask(subject) && isOpen(value))
    // `as`: task subjects have task files.
    .flatMap(([, { context }]) => ((context as TaskFile).required ? [(context as TaskFile).taskId] : []));

const isOpen = (value: unknown): boolean => {
  const { work } = value as { readonly work: string };
  return work === 'waiting' || work === 'ready';
};

/** Only a phase's hub knows which required tasks are open when somebody asks to close the phase. */
export function enrich(hub: PhaseHub, { event }: Pick<Message, 'event'>): Happening {
  return event.type === 'phase.closed' ? Object.assign({}, event, { openRequired: unsettled(hub) }) : event;
}

/** Is the phase's work over, or begun again? Told to the phase only when it turns. */
export function tellWork(hub: PhaseHub, phaseSubject: string, after: Happening): void {
  const state = hub.snapshot(phaseSubject);
  const isOver = unsettled(hub).length === 0;
  if (!state || isOver === (state.value === 'done')) return;
  const event: Happening = { type: isOver ? 'work.finished' : 'work.resumed', at: after.at, doer: after.doer };
  if (state.can(event as never)) hub.push(phaseSubject, { event, commandId: null, settles: null });
}

/** Steps that may turn the phase's work; its own are among them, since tasks go on while it takes its turn. */
const turning: readonly string[] = [
  'task.completed',
  'task.skipped',
  'task.expired',
  'task.reopened',
  'condition.met',
  'condition.broken',
  'work.finished',
  'work.resumed',
  'phase.closed',
];

/** To be called after each step of one of the phase's subjects: the phase follows its tasks. */
export function afterStep(hub: PhaseHub, phaseSubject: string, event: Happening): void {
  if (turning.includes(event.type)) tellWork(hub, phaseSubject, event);
}

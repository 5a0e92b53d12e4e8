import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { TaskFile } from '#domain/run/files.ts';
import type { Happening } from '#domain/standing.ts';
import type { Chart } from '#machines/chart.ts';
import { phaseChart } from '#machines/phase/machine.ts';
import { taskChart } from '#machines/task/machine.ts';
import { hands, readPhase } from './hands.ts';
import { listen } from './listen.ts';
import { lookAgain, type Message, type PhaseOpening } from './messages.ts';
import { type Hub, openHub } from './shell.ts';

/** One phase with its checklist: each task its own small machine and row, one timer for them all. */
export async function phase(opening: PhaseOpening): Promise<void> {
  const { subject, stepsPerRun = 2000 } = opening;
  const hub: Hub = openHub(
    { ...hands, stepped: (which, event) => isTask(which) && tellWork(hub, subject, event) },
    stepsPerRun,
  );
  const isRead = { yet: false };
  listen(hub, { chartOf, enrich: (message) => enrich(hub, message), isReady: () => isRead.yet });
  const read = async () => {
    for (const one of await readPhase(subject)) {
      if (hub.has(one.subject)) hub.takeUp(one.subject, one);
      else hub.join(one.subject, chartOf(one.subject), one.standing, one.orders);
    }
    isRead.yet = true;
    tellWork(hub, subject, { type: 'phase.read', at: Date.now(), doer: { by: null } });
  };
  // New tasks of a changed plan, and what an earlier engine left open, are found in the rows.
  setHandler(lookAgain, read);
  await read();

  const end = await hub.serve();
  await condition(allHandlersFinished);
  if (end === 'again') await continueAsNew<typeof phase>(opening);
}

const isTask = (subject: string): boolean => subject.startsWith('task/');
const chartOf = (subject: string): Chart => (isTask(subject) ? taskChart : phaseChart);

const unsettled = (hub: Hub): readonly string[] =>
  hub
    .snapshots()
    .filter(([subject, { value }]) => isTask(subject) && isOpen(value))
    // `as`: task subjects have task files.
    .flatMap(([, { context }]) => ((context as TaskFile).required ? [(context as TaskFile).taskId] : []));

const isOpen = (value: unknown): boolean => {
  const { work } = value as { readonly work: string };
  return work === 'waiting' || work === 'ready';
};

/** Only this workflow knows which required tasks are open when somebody asks to close the phase. */
function enrich(hub: Hub, { event }: Message): Happening {
  return event.type === 'phase.closed' ? Object.assign({}, event, { openRequired: unsettled(hub) }) : event;
}

/** Is the phase's work over, or begun again? Told to the phase only when it turns. */
function tellWork(hub: Hub, phaseSubject: string, after: Happening): void {
  const state = hub.snapshot(phaseSubject);
  const isOver = unsettled(hub).length === 0;
  if (!state || isOver === (state.value === 'done')) return;
  const event: Happening = { type: isOver ? 'work.finished' : 'work.resumed', at: after.at, doer: after.doer };
  if (state.can(event as never)) hub.push(phaseSubject, { event, commandId: null, settles: null });
}

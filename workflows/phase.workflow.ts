import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { hands, readPhase } from './hands.ts';
import { listen } from './listen.ts';
import { lookAgain, type PhaseOpening } from './messages.ts';
import { afterStep, chartOf, enrich, tellWork } from './phase-work.ts';
import { type Hub, openHub } from './shell.ts';

/** One phase with its checklist: each task its own small machine and row, one timer for them all. */
export async function phase(opening: PhaseOpening): Promise<void> {
  const { subject, stepsPerRun = 500, clockShift } = opening;
  const hub: Hub = openHub(
    { ...hands(), stepped: (_, event) => afterStep(hub, subject, event) },
    stepsPerRun,
    clockShift,
  );
  const isRead = { yet: false };
  listen(hub, { chartOf, enrich: (message) => enrich(hub, message), isReady: () => isRead.yet, seek: () => read() });
  const read = async () => {
    for (const one of await readPhase(subject, hub.known())) {
      if (hub.has(one.subject)) hub.takeUp(one.subject, one);
      else hub.join(one.subject, chartOf(one.subject), one.standing, one.orders);
    }
    isRead.yet = true;
    tellWork(hub, subject, { type: 'phase.read', at: hub.now(), doer: { by: null } });
  };
  // New tasks of a changed plan, and what an earlier engine left open, are found in the rows.
  setHandler(lookAgain, read);
  await read();

  const end = await hub.serve();
  await condition(allHandlersFinished);
  if (end === 'again') await continueAsNew<typeof phase>(opening);
}

import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow';
import type { Chart } from '#machines/chart.ts';
import { hands, reopenSubject } from './hands.ts';
import { listen } from './listen.ts';
import { lookAgain, type Opening } from './messages.ts';
import { openHub } from './shell.ts';

/** Runs a workflow that owns one subject; gives the opening to continue as new with, or nothing when the subject is over. */
export async function runSubject(chart: Chart, opening: Opening): Promise<Opening | undefined> {
  const { subject, stepsPerRun = 500, clockShift } = opening;
  const hub = openHub(hands(), stepsPerRun, clockShift);
  // Where the row is ahead, the subject goes on from it; orders that an engine before this one left open are taken up.
  const look = async () => {
    const there = await reopenSubject(subject);
    if (there) hub.takeUp(subject, there);
  };
  // Before the handlers: the command that opened this workflow finds its subject there, and need not look for it.
  hub.join(subject, chart, opening.standing, opening.orders);
  listen(hub, { chartOf: () => chart, seek: look });
  setHandler(lookAgain, look);

  const end = await hub.serve();
  await condition(allHandlersFinished);
  const standing = hub.standing(subject);
  return end === 'again' && standing ? { ...opening, standing, orders: [] } : undefined;
}

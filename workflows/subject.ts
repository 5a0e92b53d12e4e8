import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow';
import type { Chart } from '#machines/chart.ts';
import { hands, reopenSubject } from './hands.ts';
import { listen } from './listen.ts';
import { lookAgain, type Opening } from './messages.ts';
import { openHub } from './shell.ts';

/** Runs a workflow that owns one subject; gives the opening to continue as new with, or nothing when the subject is over. */
export async function runSubject(chart: Chart, opening: Opening): Promise<Opening | undefined> {
  const { subject, stepsPerRun = 1000, clockShift } = opening;
  const hub = openHub(hands(), stepsPerRun, clockShift);
  listen(hub, { chartOf: () => chart });
  setHandler(lookAgain, async () => {
    // Orders that an engine before this one left open; where the row is ahead, the next step finds out by itself.
    const there = await reopenSubject(subject);
    if (there) hub.takeUp(subject, there);
  });
  hub.join(subject, chart, opening.standing, opening.orders);

  const end = await hub.serve();
  await condition(allHandlersFinished);
  const standing = hub.standing(subject);
  return end === 'again' && standing ? { ...opening, standing, orders: [] } : undefined;
}

import { allHandlersFinished, condition, patched, setHandler } from '@temporalio/workflow';
import type { Chart } from '#machines/chart.ts';
import { claimSubject, hands, reopenSubject } from './hands.ts';
import { listen } from './listen.ts';
import { lookAgain, type Opening } from './messages.ts';
import { openHub } from './shell.ts';

/** Runs a workflow that owns one subject; gives the opening to continue as new with, or nothing when the subject is over. */
export async function runSubject(chart: Chart, opening: Opening): Promise<Opening | undefined> {
  const { subject, stepsPerRun = 500, clockShift, row } = opening;
  const hub = openHub(hands(), stepsPerRun, clockShift);
  // Where the row is ahead, the subject goes on from it; orders that an engine before this one left open are taken up.
  const look = async () => {
    const there = await reopenSubject(subject);
    if (there) hub.takeUp(subject, there);
  };
  // Until the row is claimed, commands may be taken on it; it is, where it stands as this run knows it to.
  const claim = async () => {
    for (;;) {
      const there = await claimSubject(subject, hub.sequence(subject));
      if (!there) return;
      hub.takeUp(subject, there);
      await condition(() => hub.sequence(subject) >= there.standing.sequence);
    }
  };
  // Before the handlers: the command that opened this workflow finds its subject there, and need not look for it.
  hub.join(subject, chart, opening.standing, opening.orders);
  listen(hub, { chartOf: () => chart, seek: look });
  setHandler(lookAgain, async () => {
    await look();
    // Those from before rows were claimed claim theirs when they are next asked, or they would be asked for ever.
    if (row || (subject.startsWith('youth/') && patched('2026-11-26-claims-when-asked'))) await claim();
  });
  if (row === 'to-claim') hub.beside(claim());

  const end = await hub.serve();
  await condition(allHandlersFinished);
  const standing = hub.standing(subject);
  return end === 'again' && standing
    ? { ...opening, standing, orders: [], ...(row ? { row: 'claimed' } : {}) }
    : undefined;
}

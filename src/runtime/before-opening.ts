import { resume, stepFrom } from '#machines/chart.ts';
import { youthChart } from '#machines/youth/machine.ts';
import type { Answered, Command } from '#ports/engine.ts';
import type { UnopenedBook } from '#ports/step-book.ts';

/**
 * Takes a command for a youth whose workflow the engine has not opened yet: the step goes to the rows, from which the workflow is opened.
 * Undefined where that is not plain, and the command is to go to the workflow: one that is open, a deadline that comes first, orders that
 * wait for somebody, a step that another was quicker with, a wish that is refused or was granted before.
 */
export const beforeOpening =
  (book: UnopenedBook) =>
  async ({ subject, commandId, event }: Command): Promise<Answered | undefined> => {
    if (!subject.startsWith('youth/')) return undefined;
    const found = await book.find(subject);
    if (!found || (found.nextDeadline !== null && found.nextDeadline <= event.at)) return undefined;
    const snapshot = resume(youthChart, found.standing);
    if (snapshot.status !== 'active' || !snapshot.can(event as never)) return undefined;
    const { written } = stepFrom(subject, youthChart, found.standing, snapshot, event);
    if (written.orders.length > 0) return undefined;
    const isWritten = await book.write({ ...written, commandId, settles: null });
    return isWritten ? { ok: true, value: { sequence: written.sequence } } : undefined;
  };

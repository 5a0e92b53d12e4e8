import type { OrderBook, StepBook } from '#ports/step-book.ts';
import { carryOut, type Performer } from './carry-out.ts';

export interface ActivityPorts {
  readonly steps: StepBook;
  readonly orders: OrderBook;
  readonly performers: Readonly<Record<string, Performer>>;
}

/** Everything workflows ask of the world. */
export function createActivities({ steps, orders, performers }: ActivityPorts) {
  return {
    writeSteps: steps.writeAll,
    settleOrder: orders.settle,
    reopenSubject: steps.reopen,
    /** A phase and its tasks, each with where it stands. */
    readPhase: async (subject: string) => {
      const [, runId = '', phaseId = ''] = subject.split('/');
      const phase = await steps.reopen(subject);
      const tasks = await steps.reopenTasks(runId, phaseId);
      return phase ? [{ subject, ...phase }, ...tasks] : tasks;
    },
    carryOut: carryOut(orders, performers),
  };
}

export type Activities = ReturnType<typeof createActivities>;

import { Context } from '@temporalio/activity';
import type { OpenOrder } from '#domain/standing.ts';
import type { OrderBook, StepBook, UnopenedBook } from '#ports/step-book.ts';
import { carryOut, type Performer } from './carry-out.ts';

export interface ActivityPorts {
  readonly steps: StepBook;
  readonly orders: OrderBook;
  readonly unopened: Pick<UnopenedBook, 'claim'>;
  readonly performers: Readonly<Record<string, Performer>>;
  /** Runs an act whose requests to the engine are given up at the signal. */
  readonly giveUpAt: <T>(signal: AbortSignal, act: () => Promise<T>) => Promise<T>;
}

/** Everything workflows ask of the world. */
export function createActivities({ steps, orders, unopened, performers, giveUpAt }: ActivityPorts) {
  return {
    writeSteps: steps.writeAll,
    settleOrder: orders.settle,
    reopenSubject: steps.reopen,
    /** The subject is the workflow's from here on, if it stands where the workflow knows it to; where it went on, gives where it stands. */
    claimSubject: async (subject: string, sequence: number) =>
      (await unopened.claim(subject, sequence)) ? undefined : steps.reopen(subject),
    /** A phase and its tasks, each with where it stands; of those known already, the ones that are further by now or have an order open. */
    readPhase: async (subject: string, known: Readonly<Record<string, number>> = {}) => {
      const [, runId = '', phaseId = ''] = subject.split('/');
      const phase = await steps.reopen(subject);
      const tasks = await steps.reopenTasks(runId, phaseId);
      const all = phase ? [{ subject, ...phase }, ...tasks] : tasks;
      return all.filter((one) => one.orders.length > 0 || one.standing.sequence > (known[one.subject] ?? -1));
    },
    // An order may wait for workflows that this very worker runs: when the worker stops, it is left to the next one.
    carryOut: (order: OpenOrder) =>
      giveUpAt(Context.current().cancellationSignal, () => carryOut(orders, performers)(order)),
  };
}

export type Activities = ReturnType<typeof createActivities>;

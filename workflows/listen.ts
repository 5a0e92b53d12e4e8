import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { Happening } from '#domain/standing.ts';
import type { Chart } from '#machines/chart.ts';
import type { Answer, Arrival } from './drive.ts';
import { hear, type Message, type RefusalDetails, refusalType, type Told, tell } from './messages.ts';
import type { Hub } from './shell.ts';

/** Adds what only the workflow knows to an event before its machine sees it. */
export type Enrich = (message: Message) => Happening;

interface Listening {
  readonly chartOf: (subject: string) => Chart;
  readonly enrich?: Enrich;
  /** False while the subjects are still being read from their rows. */
  readonly isReady?: () => boolean;
  /** Looks at the rows: for subjects that have come since, and where a run is behind them. */
  readonly seek: () => Promise<void>;
}

/** Sets the handlers by which the world reaches the subjects of a hub. */
export function listen(hub: Hub, listening: Listening): void {
  const { chartOf, enrich = ({ event }) => event, isReady = () => true, seek } = listening;
  const whenReady = async ({ subject, look }: Message) => {
    if (!isReady()) await condition(isReady);
    if (look || !hub.has(subject)) await seek();
  };
  setHandler(
    tell,
    async (message) => {
      await whenReady(message);
      return new Promise<Told>((resolve, reject) => {
        const settle = (answer: Answer) => {
          if (answer.accepted) resolve({ sequence: answer.sequence });
          else reject(refusal(answer.refusals, hub.sequence(message.subject)));
        };
        if (hub.has(message.subject)) hub.push(message.subject, { ...arrivalOf(message, enrich), settle });
        else reject(refusal([{ code: 'engine.noSuchSubject' }], 0));
      });
    },
    {
      // Refuses before the history is touched; a subject that is busy or not read yet is asked by its machine in its turn.
      validator: (message) => {
        const snapshot = hub.snapshot(message.subject);
        const event = enrich(message);
        if (message.look || !isReady() || !snapshot || hub.isBusy(message.subject)) return;
        if (!snapshot.can(event as never))
          throw refusal(chartOf(message.subject).whyNot(snapshot, event), hub.sequence(message.subject));
      },
    },
  );
  setHandler(hear, async (message) => {
    await whenReady(message);
    if (hub.has(message.subject)) hub.push(message.subject, arrivalOf(message, enrich));
  });
}

const arrivalOf = (message: Message, enrich: Enrich): Arrival => ({
  event: enrich(message),
  commandId: message.commandId,
  settles: null,
});

function refusal(...details: RefusalDetails): ApplicationFailure {
  return ApplicationFailure.create({ type: refusalType, nonRetryable: true, details });
}

import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { Refusal } from '#domain/outcome.ts';
import type { Happening } from '#domain/standing.ts';
import { type Chart, plain } from '#machines/chart.ts';
import type { Answer, Arrival } from './drive.ts';
import { hear, type Message, refusalType, type Told, tell } from './messages.ts';
import type { Hub } from './shell.ts';

/** Adds what only the workflow knows to an event before its machine sees it. */
export type Enrich = (message: Message) => Happening;

interface Listening {
  readonly chartOf: (subject: string) => Chart;
  readonly enrich?: Enrich;
  /** False while the subjects are still being read from their rows. */
  readonly isReady?: () => boolean;
  /** Looks for subjects that have come since: tasks of a changed plan. */
  readonly seek?: () => Promise<void>;
}

/** Sets the handlers by which the world reaches the subjects of a hub. */
export function listen(hub: Hub, listening: Listening): void {
  const { chartOf, enrich = ({ event }) => event, isReady = () => true, seek } = listening;
  const whenReady = async (subject: string) => {
    if (!isReady()) await condition(isReady);
    if (!hub.has(subject)) await seek?.();
  };
  setHandler(
    tell,
    async (message) => {
      await whenReady(message.subject);
      return new Promise<Told>((resolve, reject) => {
        const settle = (answer: Answer) => {
          if (answer.accepted) resolve({ sequence: answer.sequence, snapshot: plain(answer.snapshot) });
          else reject(refusal(answer.refusals));
        };
        if (hub.has(message.subject)) hub.push(message.subject, { ...arrivalOf(message, enrich), settle });
        else reject(refusal([{ code: 'engine.noSuchSubject' }]));
      });
    },
    {
      // Refuses before the history is touched; a subject that is busy or not read yet is asked by its machine in its turn.
      validator: (message) => {
        const snapshot = hub.snapshot(message.subject);
        const event = enrich(message);
        if (isReady() && snapshot && !hub.isBusy(message.subject) && !snapshot.can(event as never))
          throw refusal(chartOf(message.subject).whyNot(snapshot, event));
      },
    },
  );
  setHandler(hear, async (message) => {
    await whenReady(message.subject);
    if (hub.has(message.subject)) hub.push(message.subject, arrivalOf(message, enrich));
  });
}

const arrivalOf = (message: Message, enrich: Enrich): Arrival => ({
  event: enrich(message),
  commandId: message.commandId,
  settles: null,
});

const refusal = (refusals: readonly Refusal[]): ApplicationFailure =>
  ApplicationFailure.create({ type: refusalType, nonRetryable: true, details: [refusals] });

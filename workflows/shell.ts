import { allHandlersFinished, condition } from '@temporalio/workflow';
import type { Happening, OpenOrder, Recorded, Reopening, Standing, Step } from '#domain/standing.ts';
import type { Chart } from '#machines/chart.ts';
import { type Alarm, openAlarm } from './alarm.ts';
import { drive, type Heard } from './drive.ts';
import { answer, deliver, newSeat, type Seat, shellOf } from './seat.ts';
import { inOrder, openTurns } from './turns.ts';

/** How a hub reaches the world; in a workflow these are activities. */
export interface Hands {
  readonly record: (step: Step) => Promise<Recorded>;
  /** Carries one order out and gives back the fact it led to, if any. */
  readonly perform: (order: OpenOrder, subject: string) => Promise<Happening | null>;
  readonly drop: (orderKey: string) => Promise<void>;
  /** After each step that was taken, for a hub that has more than one subject. */
  readonly stepped?: (subject: string, event: Happening) => void;
}

/** The server takes 2000 commands a run, those that were refused in their turn among them. */
const arrivalsPerRun = 1500;

/** Lets any number of subjects share one workflow: one inbox each, one timer for all. */
export function openHub(hands: Hands, stepsPerRun: number, clockShift = 0) {
  const now = () => Date.now() + clockShift;
  const seats = new Map<string, Seat>();
  const alarm = openAlarm(now);
  let [steps, arrivals] = [0, 0];
  // Our own count, never the engine's advice: that may come at another turn when a run is read again from its history, and a run that
  // ends at another turn than before is broken.
  const isTired = () => steps >= stepsPerRun || arrivals >= arrivalsPerRun;

  const push = (subject: string, arrival: Heard) => {
    arrivals += 1;
    seats.get(subject)?.inbox.push(arrival);
  };

  let besides = 0;
  const turns = openTurns({
    perform: hands.perform,
    answered: (subject, { key }, event) => push(subject, { event, commandId: key, settles: key }),
  });

  const join = (subject: string, chart: Chart, standing: Standing, orders: readonly OpenOrder[]): void => {
    if (seats.has(subject)) return;
    const seat = newSeat(standing);
    seats.set(subject, seat);
    const shell = shellOf(seat, {
      record: (step) => {
        steps += 1;
        return hands.record(step);
      },
      perform: (order) => turns.take(subject, order),
      drop: hands.drop,
      stepped: (event) => hands.stepped?.(subject, event),
    });
    drive(subject, chart, standing, shell).then(
      (left) => Object.assign(seat, { standing: left }),
      (cause: unknown) => Object.assign(seat, { broken: cause ?? new Error('broken without a cause') }),
    );
    for (const order of inOrder(orders)) turns.take(subject, order);
  };

  return {
    join,
    push,
    /** Rows that were looked at again: the subject goes on from them where they are ahead. */
    takeUp: (subject: string, there: Reopening) =>
      push(subject, { there: { ...there, orders: inOrder(there.orders) } }),
    /** Work beside the subjects: the workflow does not continue as new before it is over. */
    beside: (work: Promise<void>): void => {
      besides += 1;
      const over = () => {
        besides -= 1;
      };
      work.then(over, over);
    },
    /** Something is under way or waiting, so that what the snapshot says may change before an arrival's turn. */
    isBusy: (subject: string) => {
      const seat = seats.get(subject);
      return seat !== undefined && (seat.wake === undefined || seat.inbox.length > 0);
    },
    has: (subject: string) => seats.has(subject),
    snapshot: (subject: string) => seats.get(subject)?.snapshot,
    /** How far this run knows a subject; its row may be further. */
    sequence: (subject: string) => seats.get(subject)?.sequence ?? 0,
    /** The same of each: nobody needs to be told again what is known, and histories are long enough. */
    known: () => Object.fromEntries([...seats].map(([subject, { sequence }]) => [subject, sequence])),
    snapshots: () => [...seats].flatMap(([subject, { snapshot }]) => (snapshot ? [[subject, snapshot] as const] : [])),
    /** Where a subject stood when the hub left it. */
    standing: (subject: string) => seats.get(subject)?.standing,
    now,
    /** Serves the seats until the workflow should continue as new, or all its subjects are over. */
    serve: () => serve(seats, { areOver: () => besides === 0 && turns.areOver() }, alarm, now, isTired),
  };
}

type Turns = Pick<ReturnType<typeof openTurns>, 'areOver'>;
export type Hub = ReturnType<typeof openHub>;

async function serve(
  seats: Map<string, Seat>,
  turns: Turns,
  alarm: Alarm,
  now: () => number,
  tired: () => boolean,
): Promise<'over' | 'again'> {
  const live = () => [...seats.values()].filter(({ snapshot }) => snapshot?.status === 'active');
  for (;;) {
    for (const { broken } of seats.values()) if (broken) throw broken;
    if (live().length === 0) return 'over';
    const waiting = live().filter(({ wake }) => wake);
    const idle = waiting.length === live().length && waiting.every(({ inbox }) => inbox.length === 0);
    // A message that has come but not reached its inbox yet would be lost with this run.
    if (idle && tired() && turns.areOver() && allHandlersFinished()) {
      for (const seat of waiting) answer(seat, 'leave');
      return 'again';
    }
    if (deliver(waiting, now())) {
      // The subjects woken take their turn before anybody is asked again.
      await Promise.resolve();
      continue;
    }
    await stirred(seats, turns, alarm, now, tired);
  }
}

/** Until somebody can be handed something, or it may be time to end the run. */
async function stirred(
  seats: Map<string, Seat>,
  turns: Turns,
  alarm: Alarm,
  now: () => number,
  tired: () => boolean,
): Promise<void> {
  const earliest = () => {
    let first: number | undefined;
    for (const { wake, deadline } of seats.values())
      if (wake && deadline !== undefined && (first === undefined || deadline < first)) first = deadline;
    return first;
  };
  const wakesInTime = () => {
    const first = earliest();
    return first === undefined || (first > now() && alarm.covers(first));
  };
  const live = () => [...seats.values()].filter(({ snapshot }) => snapshot?.status === 'active');
  const first = earliest();
  if (first !== undefined && !alarm.covers(first)) alarm.set(first);
  await condition(
    () =>
      !wakesInTime() ||
      [...seats.values()].some(({ broken, wake, inbox }) => broken || (wake && inbox.length > 0)) ||
      live().length === 0 ||
      (tired() && turns.areOver() && allHandlersFinished() && live().every(({ wake }) => wake)),
  );
}

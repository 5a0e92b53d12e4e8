import type { AnyMachineSnapshot } from 'xstate';
import type { Refusal } from '#domain/outcome.ts';
import {
  earliest,
  type Happening,
  type OpenOrder,
  type Recorded,
  type Reopening,
  type Standing,
  type Step,
} from '#domain/standing.ts';
import { type Chart, deadlinePassed, deadlinesOf, resume, stepFrom } from '#machines/chart.ts';

/** What came of an arrival, for whoever waits. */
export type Answer =
  | { readonly accepted: true; readonly sequence: number }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

/** Something that reached the subject: a command, a told fact, or the answer to one of its own orders. */
export interface Arrival {
  readonly event: Happening;
  readonly commandId: string | null;
  /** Key of the order this answers; settled with the step, dropped with a refusal. */
  readonly settles: string | null;
  readonly settle?: (answer: Answer) => void;
}

/** The next arrival; the deadline; the rows where somebody looked at them again; or that the run is to end here. */
export type Heard = Arrival | 'due' | { readonly there: Reopening } | 'leave';

/** What the world offers a subject: Temporal's in a workflow, the virtual one in tests and forecasts. */
export interface Shell {
  /** The snapshot in force and its number, for those who ask before they tell. */
  readonly show: (snapshot: AnyMachineSnapshot, sequence: number) => void;
  /** Writes the step whole before any order leaves. */
  readonly record: (step: Step) => Promise<Recorded>;
  /** Starts an order. It runs beside the loop; what it answers comes back as an arrival. */
  readonly perform: (order: OpenOrder) => void;
  /** An order whose answer the machine no longer wants. */
  readonly drop: (orderKey: string) => Promise<void>;
  readonly next: (deadline: number | undefined) => Promise<Heard>;
}

/** Runs one subject against a shell until its machine is done or the shell leaves. The only join of machine and time. */
export async function drive(subject: string, chart: Chart, start: Standing, shell: Shell): Promise<Standing> {
  let standing = start;
  let snapshot = resume(chart, standing);
  shell.show(snapshot, standing.sequence);

  while (snapshot.status === 'active') {
    const wait = earliest(deadlinesOf(snapshot));
    const heard = await shell.next(wait?.at);
    if (heard === 'leave') break;
    if (typeof heard === 'object' && 'there' in heard) {
      // An engine that was put back is behind its rows: the rows are right.
      if (heard.there.standing.sequence > standing.sequence) {
        standing = heard.there.standing;
        snapshot = resume(chart, standing);
        shell.show(snapshot, standing.sequence);
      }
      for (const order of heard.there.orders) shell.perform(order);
      continue;
    }
    const arrival = heard === 'due' ? deadlineArrival(wait) : heard;
    const took = await take(subject, chart, standing, snapshot, arrival, shell);
    if (took.standing !== standing) {
      standing = took.standing;
      snapshot = resume(chart, standing);
      shell.show(snapshot, standing.sequence);
    }
    for (const order of took.orders) shell.perform(order);
    arrival.settle?.(took.answer);
  }
  return standing;
}

function deadlineArrival(wait: { readonly name: string; readonly at: number } | undefined): Arrival {
  if (!wait) throw new Error('a deadline came that nobody waits for');
  return { event: deadlinePassed(wait.name, wait.at), commandId: null, settles: null };
}

interface Took {
  readonly standing: Standing;
  readonly orders: readonly OpenOrder[];
  readonly answer: Answer;
}

async function take(
  subject: string,
  chart: Chart,
  standing: Standing,
  snapshot: AnyMachineSnapshot,
  arrival: Arrival,
  shell: Shell,
): Promise<Took> {
  const { event, commandId, settles } = arrival;
  if (isStale(event, snapshot)) return { standing, orders: [], answer: { accepted: false, refusals: [] } };
  if (!snapshot.can(event as never)) {
    if (event.type === 'deadline.passed') throw new Error(`${subject} has a deadline that its chart does not take`);
    if (settles) await shell.drop(settles);
    const refusals = chart.whyNot(snapshot, event);
    return { standing, orders: [], answer: { accepted: false, refusals } };
  }
  const { after, written } = stepFrom(subject, chart, standing, snapshot, event);
  const recorded = await shell.record({ ...written, commandId, settles });
  switch (recorded.outcome) {
    case 'written':
      return { standing: after, orders: written.orders, answer: yes(written.sequence) };
    case 'repeat':
      // The wish was granted before this engine knew of it. What came of it is in the rows, orders included.
      return { ...recorded.there, answer: yes(recorded.sequence) };
    case 'overtaken': {
      const there = resume(chart, recorded.there.standing);
      shell.show(there, recorded.there.standing.sequence);
      for (const order of recorded.there.orders) shell.perform(order);
      // The same arrival against where the row really stands.
      return take(subject, chart, recorded.there.standing, there, arrival, shell);
    }
  }
}

/** A deadline that the subject no longer waits for: moved, or passed in a step this engine had not seen. */
function isStale(event: Happening, snapshot: AnyMachineSnapshot): boolean {
  if (event.type !== 'deadline.passed') return false;
  const { deadline } = event as ReturnType<typeof deadlinePassed>;
  return deadlinesOf(snapshot)[deadline] !== event.at;
}

const yes = (sequence: number): Answer => ({ accepted: true, sequence });

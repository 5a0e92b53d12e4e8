import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';
import type { Refusal } from '#domain/outcome.ts';
import {
  type Deadlines,
  earliest,
  type Happening,
  type Order,
  type PlainSnapshot,
  type Standing,
  type Step,
} from '#domain/standing.ts';

/** A machine with the words for its refusals: what `drive` needs to know of any subject. */
export interface Chart<Event extends Happening = Happening> {
  readonly machine: AnyStateMachine;
  /** Why an event is not taken now, from the domain's rules; never empty. Asked only of an event the machine refuses. */
  readonly whyNot: (snapshot: AnyMachineSnapshot, event: Event) => readonly Refusal[];
}

export const plain = (snapshot: AnyMachineSnapshot): PlainSnapshot => ({
  value: snapshot.value,
  context: snapshot.context,
  status: snapshot.status,
});

/** The live-less snapshot a standing describes; begins from the input where nothing has happened yet. */
export function resume(chart: Chart, standing: Standing): AnyMachineSnapshot {
  if (standing.snapshot === null) return initialTransition(chart.machine, standing.input)[0];
  // `as`: a recorded snapshot was made by `plain` from this very machine.
  return chart.machine.resolveState(standing.snapshot as never);
}

/** One pure step: the next snapshot and the orders that came of it. */
export function step(chart: Chart, snapshot: AnyMachineSnapshot, event: Happening): [AnyMachineSnapshot, Order[]] {
  const [next, actions] = transition(chart.machine, snapshot, event as never);
  const orders = actions.map(({ type, params }) => ({ name: type, params: (params ?? {}) as Order['params'] }));
  return [next, orders];
}

/** What an event makes of a standing: the step to record, and where the subject stands with it. Only for an event its snapshot takes. */
export function stepFrom(
  subject: string,
  chart: Chart,
  standing: Standing,
  snapshot: AnyMachineSnapshot,
  event: Happening,
): { readonly after: Standing; readonly written: Omit<Step, 'commandId' | 'settles'> } {
  const [next, orders] = step(chart, snapshot, event);
  const sequence = standing.sequence + 1;
  const after: Standing = { ...standing, sequence, snapshot: plain(next) };
  const written = {
    subject,
    sequence,
    event,
    snapshot: plain(next),
    orders: orders.map((order, index) => ({ ...order, key: `${subject}/${sequence}/${index}`, at: event.at })),
    nextDeadline: earliest(deadlinesOf(next))?.at ?? null,
    ruleVersion: standing.ruleVersion,
  };
  return { after, written };
}

// `as`: every context of ours extends Waiting (checked where the machines are set up).
export const deadlinesOf = (snapshot: AnyMachineSnapshot): Deadlines =>
  (snapshot.context as { readonly deadlines: Deadlines }).deadlines;

export const deadlinePassed = (name: string, at: number) =>
  ({ type: 'deadline.passed', deadline: name, at, doer: { by: null } }) as const;

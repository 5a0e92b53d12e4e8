import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { Refusal } from '#domain/outcome.ts';
import { earliest, type Happening } from '#domain/standing.ts';
import { type Chart, deadlinePassed, deadlinesOf, step } from '#machines/chart.ts';

/** What one machine is shown: where it may begin, what may happen, and what of a snapshot tells it from another. */
export interface Ground {
  readonly chart: Chart;
  readonly inputs: readonly object[];
  readonly events: readonly Happening[];
  /** Besides the state's name; contexts grow for ever, these do not. */
  readonly alsoTell?: (snapshot: AnyMachineSnapshot) => unknown;
}

export interface Seen {
  readonly snapshot: AnyMachineSnapshot;
  readonly event: Happening;
  readonly next: AnyMachineSnapshot;
  readonly orders: readonly string[];
  readonly isTaken: boolean;
  readonly refusals: readonly Refusal[];
}

const limit = 20_000;

/** The deadline that `drive` would wait for in that state. */
export const dueIn = (snapshot: AnyMachineSnapshot): readonly Happening[] => {
  const wait = earliest(deadlinesOf(snapshot));
  return wait ? [deadlinePassed(wait.name, wait.at)] : [];
};

const options = (ground: Ground, input: object) => ({
  input: input as never,
  limit,
  events: (snapshot: AnyMachineSnapshot) => [...ground.events, ...dueIn(snapshot)] as never,
  serializeState: (snapshot: AnyMachineSnapshot) =>
    JSON.stringify([snapshot.value, Object.keys(deadlinesOf(snapshot)).sort(), ground.alsoTell?.(snapshot)]),
  serializeEvent: (event: Happening) => JSON.stringify(event),
});

export const standsAs = ({ value, context }: AnyMachineSnapshot): string => JSON.stringify([value, context]);

/** Every reached state with every event, taken or refused. */
export function everythingSeen(ground: Ground): readonly Seen[] {
  const { chart } = ground;
  return ground.inputs.flatMap((input) => {
    const map = getAdjacencyMap(chart.machine, options(ground, input) as never);
    return Object.values(map).flatMap(({ state }) => {
      const snapshot = state as AnyMachineSnapshot;
      return [...ground.events, ...dueIn(snapshot)].map((event) => seen(chart, snapshot, event));
    });
  });
}

function seen(chart: Chart, snapshot: AnyMachineSnapshot, event: Happening): Seen {
  const isTaken = snapshot.can(event as never);
  const [next, orders] = step(chart, snapshot, event);
  const refusals = isTaken ? [] : chart.whyNot(snapshot, event);
  return { snapshot, event, next, orders: orders.map(({ name }) => name), isTaken, refusals };
}

/** The shortest way to each state. */
export const shortestWays = (ground: Ground) =>
  ground.inputs.flatMap((input) => getShortestPaths(ground.chart.machine, options(ground, input) as never));

/** States in which a subject can stand: leaves that are not left at once. */
export function standingStates(machine: AnyStateMachine): readonly string[] {
  const leaves: string[] = [];
  const visit = (node: AnyStateMachine['root']): void => {
    const children = Object.values(node.states);
    if (children.length === 0 && !(node.always && node.always.length > 0 && node.ownEvents.length === 0))
      leaves.push(node.id);
    for (const child of children) visit(child);
  };
  visit(machine.root);
  return leaves.sort();
}

export const statesOf = (snapshot: AnyMachineSnapshot): readonly string[] =>
  snapshot._nodes.filter((node) => Object.keys(node.states).length === 0).map(({ id }) => id);

/** Names of a machine's orders: its actions that are not notes in its own context. */
export const ordersOf = ({ implementations }: AnyStateMachine): readonly string[] =>
  Object.entries(implementations.actions)
    .filter(([, action]) => !('type' in (action as object)))
    .map(([name]) => name)
    .sort();

export const codesIn = (all: readonly Seen[]): readonly string[] =>
  [...new Set(all.flatMap(({ refusals }) => refusals.map(({ code }) => code)))].sort();

/** What the five promises of every machine come to, for a test to look at. */
export function promisesOf(ground: Ground) {
  const all = everythingSeen(ground);
  const reached = new Set(all.flatMap(({ snapshot }) => statesOf(snapshot)));
  return {
    all,
    neverReached: standingStates(ground.chart.machine).filter((id) => !reached.has(id)),
    /** Refused without a named reason. */
    nameless: all.filter(
      ({ isTaken, refusals }) => !isTaken && (refusals.length === 0 || refusals.some(({ code }) => code === '')),
    ),
    /** Deadlines that would break `drive`. */
    untakenDeadlines: all
      .filter(({ event, isTaken }) => event.type === 'deadline.passed' && !isTaken)
      .map(({ snapshot, event }) => `${JSON.stringify(snapshot.value)} ${JSON.stringify(event)}`),
    orders: [...new Set(all.flatMap(({ orders }) => orders))].sort(),
    codes: codesIn(all),
    brokenWays: shortestWays(ground).filter((way) => !isWalked(ground, way as never)),
  };
}

/** The steps of a way, taken one by one by the pure machine, come to its end. */
function isWalked(
  { chart }: Ground,
  way: { state: AnyMachineSnapshot; steps: readonly { event: Happening; state: AnyMachineSnapshot }[] },
) {
  let snapshot = way.steps[0]?.state ?? way.state;
  // The first step of a way is xstate's own beginning.
  for (const { event } of way.steps.slice(1)) {
    if (!snapshot.can(event as never)) return false;
    [snapshot] = step(chart, snapshot, event);
  }
  return JSON.stringify(snapshot.value) === JSON.stringify(way.state.value);
}

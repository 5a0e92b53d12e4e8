import type { AnyMachineSnapshot } from 'xstate';
import type { Happening } from '#domain/standing.ts';
import { type Chart, deadlinePassed, deadlinesOf, resume, step } from '#machines/chart.ts';

/** Where a subject stands after these events; throws on one that is not taken. */
export function walk(chart: Chart, input: object, ...events: readonly Happening[]): AnyMachineSnapshot {
  let snapshot = resume(chart, { sequence: 0, snapshot: null, input: { ...input }, ruleVersion: 1 });
  for (const event of events) {
    if (!snapshot.can(event as never)) throw new Error(`not taken: ${JSON.stringify(event)}`);
    [snapshot] = step(chart, snapshot, event);
  }
  return snapshot;
}

/** The same, and then every deadline that is left, each at its instant. */
export function walkOut(chart: Chart, input: object, ...events: readonly Happening[]): AnyMachineSnapshot {
  let snapshot = walk(chart, input, ...events);
  for (let [first] = due(snapshot); first; [first] = due(snapshot)) [snapshot] = step(chart, snapshot, first);
  return snapshot;
}

const due = (snapshot: AnyMachineSnapshot): readonly Happening[] =>
  Object.entries(deadlinesOf(snapshot))
    .sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1))
    .map(([name, at]) => deadlinePassed(name, at));

/** A machine's state as plain JSON: what xstate needs to go on from, and nothing of it that lives. */
export interface PlainSnapshot {
  readonly value: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly status: 'active' | 'done' | 'error' | 'stopped';
}

/** Where a subject stands: enough to go on from, whether the engine still knows it or not. */
export interface Standing {
  /** Number of the last recorded step; 0 before the first. */
  readonly sequence: number;
  /** Null before the first step: the machine then begins from `input`. */
  readonly snapshot: PlainSnapshot | null;
  readonly input: Readonly<Record<string, unknown>>;
  /** Rules the subject is run by; a new version takes over when its workflow continues as new. */
  readonly ruleVersion: number;
}

/** Open waits by name, each a UTC instant in ms. Every machine context carries them under `deadlines`. */
export type Deadlines = Readonly<Record<string, number>>;

/** The earliest wait; where two fall together, the first by name. */
export function earliest(deadlines: Deadlines): { readonly name: string; readonly at: number } | undefined {
  let first: { name: string; at: number } | undefined;
  for (const name of Object.keys(deadlines).sort()) {
    const at = deadlines[name];
    if (at !== undefined && (first === undefined || at < first.at)) first = { name, at };
  }
  return first;
}

export function without(deadlines: Deadlines, ...names: readonly string[]): Deadlines {
  return Object.fromEntries(Object.entries(deadlines).filter(([name]) => !names.includes(name)));
}

/** Work for the outside, decided by a machine: data, never done there. */
export interface Order {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An order as a row: `<subject>/<sequence>/<index>` is its key for ever. */
export interface OpenOrder extends Order {
  readonly key: string;
  readonly at: number;
}

/** Who did it; `onBehalfOf` when a substitute acts for somebody. A system step has no person. */
export interface Doer {
  readonly by: string | null;
  readonly onBehalfOf?: string;
}

/** One thing that happened to a subject, as it reaches its machine: plain JSON, no person but by id. */
export interface Happening {
  readonly type: string;
  /** Recorded instant, UTC ms: the run's clock when the command was given, or the deadline's own time. */
  readonly at: number;
  readonly doer: Doer;
}

/** One recorded step: journal row, current row, projection and orders are written together or not at all. */
export interface Step {
  readonly subject: string;
  readonly sequence: number;
  readonly event: Happening;
  /** Made once by whoever asked; the same wish twice is one step. */
  readonly commandId: string | null;
  readonly snapshot: PlainSnapshot;
  readonly orders: readonly OpenOrder[];
  /** The order that this step is the answer to, settled with it. */
  readonly settles: string | null;
  readonly nextDeadline: number | null;
  readonly ruleVersion: number;
}

export type Recorded =
  | { readonly outcome: 'written' }
  /** The same step (or the same command) is there already: nothing was written. */
  | { readonly outcome: 'repeat'; readonly sequence: number; readonly there: Reopening }
  /** Somebody else holds that number: the engine was behind its rows. Go on from where the row stands. */
  | { readonly outcome: 'overtaken'; readonly there: Reopening };

/** What a subject needs to go on from its rows: where it stands and what it ordered that is not settled. */
export interface Reopening {
  readonly standing: Standing;
  readonly orders: readonly OpenOrder[];
}

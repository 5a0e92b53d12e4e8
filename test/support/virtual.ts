import type { AnyMachineSnapshot } from 'xstate';
import { carryOut, type Performer } from '#activities/carry-out.ts';
import type { Happening, OpenOrder, Standing, Step } from '#domain/standing.ts';
import type { Chart } from '#machines/chart.ts';
import { type Answer, type Arrival, drive, type Heard, type Shell } from '#workflows/drive.ts';
import { type MemoryBook, memoryBook } from './memory-book.ts';

/** Where an engine can be lost. */
export const dangers = ['before-record', 'after-record', 'before-perform', 'after-perform', 'after-finish'] as const;
export type Danger = (typeof dangers)[number];

export interface WorldOptions {
  /** UTC ms. */
  readonly start: number;
  readonly chartOf: (subject: string) => Chart;
  /** Given the world they act on; orders without a performer are refused loudly. */
  readonly performers?: (world: World) => Readonly<Record<string, Performer>>;
  /** As a hub's: adds what only the subject's home knows. */
  readonly enrich?: (world: World, subject: string, event: Happening) => Happening;
  /** As a hub's: after each step that was taken. */
  readonly stepped?: (world: World, subject: string, event: Happening) => void;
  /** As a hub's: after its subjects were read from their rows. */
  readonly read?: (world: World) => void;
  /** True: the engine is lost at this point, with all it knew. */
  readonly mishap?: (danger: Danger, what: string) => boolean;
  /** Turns of the loop an order waits before it is carried out. */
  readonly delay?: (order: OpenOrder) => number;
  /** Turns of the loop a fact is under way to its subject; lost with the engine. */
  readonly post?: (subject: string) => number;
}

/** What happened, in the order it was written. */
export interface Line {
  readonly at: number;
  readonly subject: string;
  readonly event: Happening;
  readonly value: unknown;
  readonly orders: readonly string[];
}

interface Seat {
  readonly inbox: Heard[];
  wake: ((heard: Heard) => void) | undefined;
  deadline: number | undefined;
  snapshot: AnyMachineSnapshot | undefined;
  fresh: Happening | undefined;
  /** Its orders are carried out one after the other. */
  chain: Promise<void>;
}
interface Engine {
  readonly seats: Map<string, Seat>;
  readonly mail: Set<string>;
  readonly inFlight: Set<string>;
  running: number;
  isAlive: boolean;
  broken: unknown;
}

const newEngine = (): Engine => ({
  seats: new Map(),
  mail: new Set(),
  inFlight: new Set(),
  running: 0,
  isAlive: true,
  broken: undefined,
});

const never = <T>(): Promise<T> => new Promise<T>(() => {});
const longest = 1_000_000;

export interface World {
  readonly book: MemoryBook;
  readonly now: () => number;
  readonly diary: () => readonly Line[];
  /** Orders as they were begun, one name and key each time. */
  readonly performed: () => readonly OpenOrder[];
  /** Writes a subject's row and takes it up. */
  readonly add: (subject: string, input: object) => void;
  /** Takes up whatever has a row and is not taken up yet. */
  readonly open: () => void;
  /** Leaves a fact for a subject, for whoever does not wait. */
  readonly hear: (subject: string, event: Happening, commandId?: string | null) => void;
  /** A command for which an order waits; never answered when the engine is lost. */
  readonly asks: (subject: string, event: Happening, commandId: string) => Promise<Answer>;
  /** A command; undefined when the engine was lost before it answered. */
  readonly tell: (subject: string, event: Happening, commandId?: string) => Promise<Answer | undefined>;
  /** Until nothing is under way. */
  readonly quiet: () => Promise<void>;
  /** Time passes, each deadline at its own instant. */
  readonly to: (instant: number) => Promise<void>;
  readonly isDown: () => boolean;
  /** A new engine over the same rows; `behind` gives how many steps an old engine file lacks of a subject. */
  readonly restart: (behind?: (subject: string) => number) => Promise<void>;
  /** Has subjects look at their rows again, taking up those that are new. */
  readonly lookAgain: (isMeant?: (subject: string) => boolean) => void;
  readonly snapshot: (subject: string) => AnyMachineSnapshot | undefined;
  readonly snapshots: () => readonly (readonly [string, AnyMachineSnapshot])[];
  readonly push: (subject: string, heard: Heard) => void;
}

/** Any number of subjects run by `drive` on a clock of our own, without an engine: a year in milliseconds. */
export function virtualWorld(options: WorldOptions): World {
  const book = memoryBook();
  const diary: Line[] = [];
  const performed: OpenOrder[] = [];
  let clock = options.start;
  let engine = newEngine();
  let wishes = 0;

  const dies = (of: Engine, danger: Danger, what: string): boolean => {
    if (of.isAlive && options.mishap?.(danger, what)) of.isAlive = false;
    return !of.isAlive;
  };

  async function record(of: Engine, step: Step) {
    if (dies(of, 'before-record', step.subject)) return never<never>();
    const recorded = book.write(step);
    if (recorded.outcome === 'written') diary.push(lineOf(step));
    return dies(of, 'after-record', step.subject) ? never<never>() : recorded;
  }

  async function carry(of: Engine, seat: Seat, order: OpenOrder): Promise<void> {
    for (let turns = options.delay?.(order) ?? 0; turns > 0; turns -= 1) await null;
    const act = carryOut(
      {
        ...book.orderBook,
        finish: async (key, answer) => {
          if (dies(of, 'after-perform', key)) return never();
          await book.orderBook.finish(key, answer);
        },
      },
      watched(options.performers?.(world) ?? {}, performed),
    );
    if (dies(of, 'before-perform', order.key)) return never();
    const event = await act(order);
    if (dies(of, 'after-finish', order.key)) return never();
    of.inFlight.delete(order.key);
    if (event) pushTo(of, seat, subjectOf(order), { event, commandId: order.key, settles: order.key });
  }

  function perform(of: Engine, seat: Seat, order: OpenOrder): void {
    if (!of.isAlive || of.inFlight.has(order.key)) return;
    of.inFlight.add(order.key);
    seat.chain = seat.chain.then(() => carry(of, seat, order));
    seat.chain.catch((cause: unknown) => {
      of.broken = cause;
    });
  }

  function pushTo(of: Engine, seat: Seat, subject: string, heard: Heard): void {
    seat.inbox.push(heard);
    of.mail.add(subject);
  }

  const shellOf = (of: Engine, seat: Seat, subject: string): Shell => ({
    show: (snapshot) => {
      seat.snapshot = snapshot;
    },
    record: (step) => {
      seat.fresh = step.event;
      return record(of, step);
    },
    perform: (order) => perform(of, seat, order),
    drop: (key) => book.orderBook.settle(key),
    next: (deadline) =>
      new Promise((resolve) => {
        const { fresh } = seat;
        seat.fresh = undefined;
        seat.deadline = deadline;
        seat.wake = resolve;
        of.running -= 1;
        if (fresh && of.isAlive) options.stepped?.(world, subject, fresh);
      }),
  });

  function join(subject: string, standing: Standing, orders: readonly OpenOrder[]): void {
    const of = engine;
    const seat: Seat = {
      inbox: [],
      wake: undefined,
      deadline: undefined,
      snapshot: undefined,
      fresh: undefined,
      chain: Promise.resolve(),
    };
    of.seats.set(subject, seat);
    of.running += 1;
    drive(subject, options.chartOf(subject), standing, shellOf(of, seat, subject)).then(
      () => {
        of.running -= 1;
      },
      (cause: unknown) => {
        of.broken = cause;
      },
    );
    for (const order of orders) perform(of, seat, order);
  }

  function wake(seat: Seat, heard: Heard): void {
    const { wake: waiting } = seat;
    seat.wake = undefined;
    engine.running += 1;
    waiting?.(heard);
  }

  function deliver(): void {
    for (const subject of [...engine.mail]) {
      const seat = engine.seats.get(subject);
      if (seat && !seat.wake) continue;
      const heard = seat?.inbox.shift();
      if (!seat || seat.inbox.length === 0) engine.mail.delete(subject);
      if (seat && heard) wake(seat, heard);
    }
  }

  async function quiet(): Promise<void> {
    for (let turns = 0; engine.isAlive; turns += 1) {
      if (engine.broken) throw engine.broken;
      if (turns > longest) throw new Error(`never quiet: ${[...engine.mail, ...engine.inFlight].join(', ')}`);
      deliver();
      if (engine.mail.size === 0 && engine.running === 0 && engine.inFlight.size === 0) return;
      await null;
    }
  }

  function nextDue(until: number): Seat | undefined {
    let first: Seat | undefined;
    for (const seat of engine.seats.values())
      if (seat.wake && seat.deadline !== undefined && seat.deadline <= until)
        if (first?.deadline === undefined || seat.deadline < first.deadline) first = seat;
    return first;
  }

  async function to(instant: number): Promise<void> {
    await quiet();
    for (let seat = nextDue(instant); seat && engine.isAlive; seat = nextDue(instant)) {
      clock = Math.max(clock, seat.deadline ?? clock);
      wake(seat, 'due');
      await quiet();
    }
    clock = Math.max(clock, instant);
  }

  const arrivalOf = (subject: string, event: Happening, commandId: string | null): Arrival => ({
    event: options.enrich?.(world, subject, event) ?? event,
    commandId,
    settles: null,
  });

  function open(): void {
    for (const subject of book.subjects())
      if (!engine.seats.has(subject)) {
        const { standing, orders } = book.reopen(subject);
        join(subject, standing, orders);
      }
  }

  const push = (subject: string, heard: Heard): void => {
    if (book.has(subject) && !engine.seats.has(subject)) open();
    const seat = engine.seats.get(subject);
    if (seat) pushTo(engine, seat, subject, heard);
  };

  async function post(of: Engine, subject: string, arrive: () => void): Promise<void> {
    const letter = `letter-${++wishes}`;
    of.inFlight.add(letter);
    for (let turns = options.post?.(subject) ?? 0; turns > 0; turns -= 1) await null;
    if (!of.isAlive) return;
    of.inFlight.delete(letter);
    arrive();
  }

  const world: World = {
    book,
    now: () => clock,
    diary: () => diary,
    performed: () => performed,
    add: (subject, input) => {
      book.add(subject, input);
      open();
    },
    hear: (subject, event, commandId = `wish-${++wishes}`) => {
      void post(engine, subject, () => push(subject, arrivalOf(subject, event, commandId)));
    },
    tell: async (subject, event, commandId = `wish-${++wishes}`) => {
      let answer: Answer | undefined;
      const settle = (given: Answer) => {
        answer = given;
      };
      push(subject, { ...arrivalOf(subject, event, commandId), settle });
      await quiet();
      return answer;
    },
    asks: (subject, event, commandId) =>
      new Promise((settle) => {
        void post(engine, subject, () => push(subject, { ...arrivalOf(subject, event, commandId), settle }));
      }),
    quiet,
    to,
    isDown: () => !engine.isAlive,
    restart: async (behind = () => 0) => {
      engine.isAlive = false;
      engine = newEngine();
      for (const subject of book.subjects()) {
        const lacks = behind(subject);
        const { standing, orders } = book.reopen(subject);
        const from = Math.max(0, standing.sequence - lacks);
        if (lacks === 0) join(subject, standing, orders);
        else join(subject, book.standingAt(subject, from), []);
      }
      options.read?.(world);
      await quiet();
    },
    open,
    lookAgain: (isMeant = () => true) => {
      for (const subject of book.subjects().filter(isMeant)) {
        const there = book.reopen(subject);
        if (engine.seats.has(subject)) push(subject, { there });
        else join(subject, there.standing, there.orders);
      }
      options.read?.(world);
    },
    snapshot: (subject) => engine.seats.get(subject)?.snapshot,
    snapshots: () =>
      [...engine.seats].flatMap(([subject, { snapshot }]) => (snapshot ? [[subject, snapshot] as const] : [])),
    push,
  };
  return world;
}

const lineOf = ({ subject, event, snapshot, orders }: Step): Line => ({
  at: event.at,
  subject,
  event,
  value: snapshot.value,
  orders: orders.map(({ name }) => name),
});

/** An order's key begins with its subject, which may hold slashes itself. */
const subjectOf = ({ key }: OpenOrder): string => key.split('/').slice(0, -2).join('/');

const watched = (performers: Readonly<Record<string, Performer>>, seen: OpenOrder[]): typeof performers =>
  Object.fromEntries(
    Object.entries(performers).map(([name, perform]) => [
      name,
      (params, order) => {
        seen.push(order);
        return perform(params, order);
      },
    ]),
  );

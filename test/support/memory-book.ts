import type { OpenOrder, PlainSnapshot, Recorded, Reopening, Standing, Step } from '#domain/standing.ts';
import type { OrderBook } from '#ports/step-book.ts';

interface OrderRow {
  readonly subject: string;
  readonly order: OpenOrder;
  state: 'open' | 'done' | 'settled';
  answer: unknown;
  /** How often it went from unsettled to settled: once, whatever happens. */
  settledTimes: number;
}
interface Row {
  readonly first: Standing;
  standing: Standing;
  readonly steps: Step[];
}

/** Steps and orders in memory, with the outcomes of `src/store/steps/write-step.ts`. Everything goes through JSON, as in a database. */
export function memoryBook() {
  const rows = new Map<string, Row>();
  const orders = new Map<string, OrderRow>();

  const rowOf = (subject: string): Row => {
    const row = rows.get(subject);
    if (!row) throw new Error(`no row for ${subject}: a subject is written before it is opened`);
    return row;
  };
  const settle = (key: string): void => {
    const row = orders.get(key);
    if (!row || row.state === 'settled') return;
    row.state = 'settled';
    row.settledTimes += 1;
  };
  const reopen = (subject: string): Reopening => ({
    standing: rowOf(subject).standing,
    orders: [...orders.values()]
      .filter((row) => row.subject === subject && row.state !== 'settled')
      .map((row) => row.order),
  });

  const write = (given: Step): Recorded => {
    const step = plainCopy(given);
    const row = rowOf(step.subject);
    const byCommand =
      step.commandId === null ? undefined : row.steps.find(({ commandId }) => commandId === step.commandId);
    const here = row.steps[step.sequence - 1];
    const isSame = step.commandId === null && here && JSON.stringify(here.event) === JSON.stringify(step.event);
    const earlier = byCommand ?? (isSame ? here : undefined);
    if (earlier) return { outcome: 'repeat', sequence: earlier.sequence, there: reopen(step.subject) };
    if (row.standing.sequence !== step.sequence - 1) return { outcome: 'overtaken', there: reopen(step.subject) };
    row.steps.push(step);
    row.standing = { ...row.standing, sequence: step.sequence, snapshot: step.snapshot, ruleVersion: step.ruleVersion };
    for (const order of step.orders)
      orders.set(order.key, { subject: step.subject, order, state: 'open', answer: null, settledTimes: 0 });
    if (step.settles) settle(step.settles);
    return { outcome: 'written' };
  };

  const orderBook: OrderBook = {
    look: async (key) => {
      const row = orders.get(key);
      return row && { state: row.state, answer: row.answer };
    },
    finish: async (key, answer) => {
      const row = orders.get(key);
      if (row?.state !== 'open') return;
      if (answer === null) settle(key);
      else Object.assign(row, { state: 'done', answer: plainCopy(answer) });
    },
    settle: async (key) => settle(key),
  };

  return {
    /** Writes a subject's first row. */
    add: (subject: string, input: object): void => {
      // `as`: a machine's input is plain JSON with string keys.
      const first: Standing = {
        sequence: 0,
        snapshot: null,
        input: plainCopy(input) as Standing['input'],
        ruleVersion: 1,
      };
      rows.set(subject, { first, standing: first, steps: [] });
    },
    write,
    reopen,
    orderBook,
    /** Where a subject stood after so many steps: what an older engine file believes. */
    standingAt: (subject: string, sequence: number): Standing => {
      const { first, steps } = rowOf(subject);
      const step = steps[sequence - 1];
      return step ? { ...first, sequence: step.sequence, snapshot: step.snapshot } : first;
    },
    /** The snapshot in force: what a current row shows. */
    snapshot: (subject: string): PlainSnapshot | null => rowOf(subject).standing.snapshot,
    /** What the subject's row remembers of it. */
    context: (subject: string): unknown => {
      const { snapshot, input } = rowOf(subject).standing;
      return snapshot?.context ?? input;
    },
    has: (subject: string): boolean => rows.has(subject),
    sequence: (subject: string): number => rowOf(subject).standing.sequence,
    steps: (subject: string): readonly Step[] => rowOf(subject).steps,
    subjects: (): readonly string[] => [...rows.keys()],
    orders: (): readonly Readonly<OrderRow>[] => [...orders.values()],
  };
}

export type MemoryBook = ReturnType<typeof memoryBook>;

function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

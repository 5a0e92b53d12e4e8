import type { Reopening } from '#domain/standing.ts';
import type { OrderBook, Reopened, StepBook } from '#ports/step-book.ts';
import type { Database } from '../open.ts';
import { openOrder, reopen, settleOrder, standingOf, writeStep, writeSteps } from './write-step.ts';

/** The step book on our database. */
export const stepBook = (db: Database): StepBook => ({
  write: (step) => writeStep(db, step),
  writeAll: (steps) => writeSteps(db, steps),
  reopen: (subject) => reopen(db, subject),
  reopenMany: (subjects) => reopenMany(db, subjects),
  granted: (subject, commandId) => granted(db, subject, commandId),
  reopenTasks: (runId, phaseId) => reopenTasks(db, runId, phaseId),
});

async function reopenMany(db: Database, subjects: readonly string[]): Promise<readonly Reopened[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('standing')
    .leftJoin('run', 'run.run_id', 'standing.run_id')
    .select(['subject', 'standing.run_id', 'clock_shift', 'sequence', 'input', 'snapshot', 'rule_version'])
    .where('subject', 'in', [...subjects])
    .execute();
  const orders = await db
    .selectFrom('orders')
    .select(['subject', 'order_key', 'name', 'params', 'ordered_at'])
    .where('subject', 'in', [...subjects])
    .where('state', '<>', 'settled')
    .execute();
  return rows.map((row) => ({
    subject: row.subject,
    runId: row.run_id,
    clockShift: row.clock_shift ?? 0,
    standing: standingOf(row),
    orders: orders.filter(({ subject }) => subject === row.subject).map(openOrder),
  }));
}

const granted = (db: Database, subject: string, commandId: string): ReturnType<StepBook['granted']> =>
  db
    .selectFrom('journal')
    .select('sequence')
    .where('subject', '=', subject)
    .where('command_id', '=', commandId)
    .executeTakeFirst();

async function reopenTasks(
  db: Database,
  runId: string,
  phaseId: string,
): Promise<readonly (Reopening & { readonly subject: string })[]> {
  const prefix = `task/${runId}/${phaseId}.`;
  const rows = await db
    .selectFrom('standing')
    .select(['subject', 'sequence', 'input', 'snapshot', 'rule_version'])
    .where('run_id', '=', runId)
    .where('kind', '=', 'task')
    .where((where) => where.fn('starts_with', ['subject', where.val(prefix)]))
    .orderBy('subject')
    .execute();
  const orders = await db
    .selectFrom('orders')
    .select(['subject', 'order_key', 'name', 'params', 'ordered_at'])
    .where('state', '<>', 'settled')
    .where((where) => where.fn('starts_with', ['subject', where.val(prefix)]))
    .execute();
  return rows.map((row) => ({
    subject: row.subject,
    standing: standingOf(row),
    orders: orders.filter(({ subject }) => subject === row.subject).map(openOrder),
  }));
}

/** The order book on our database. */
export const orderBook = (db: Database): OrderBook => ({
  look: async (key) => {
    const row = await db
      .selectFrom('orders')
      .select(['state', 'answer'])
      .where('order_key', '=', key)
      .executeTakeFirst();
    // `as`: only `finish` and `settle` below write this column.
    return row && { state: row.state as 'open' | 'done' | 'settled', answer: row.answer };
  },
  finish: async (key, answer) => {
    await db
      .updateTable('orders')
      .set(answer === null ? { state: 'settled' } : { state: 'done', answer: JSON.stringify(answer) })
      .where('order_key', '=', key)
      .where('state', '=', 'open')
      .execute();
  },
  settle: (key) => settleOrder(db, key),
});

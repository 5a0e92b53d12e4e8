import { sql, type Transaction } from 'kysely';
import type { OpenOrder, Recorded, Reopening, Standing, Step } from '#domain/standing.ts';
import { noteActPart } from '../acts/note-part.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import { project } from './project.ts';

/** Writes one step whole, or tells why it is there already. See `Recorded` for the three outcomes. */
export const writeStep = (db: Database, step: Step): Promise<Recorded> =>
  db.transaction().execute((tx) => writeIn(tx, step));

/** Several steps in one transaction, in order. */
export const writeSteps = (db: Database, steps: readonly Step[]): Promise<readonly Recorded[]> =>
  db.transaction().execute(async (tx) => {
    const recorded: Recorded[] = [];
    for (const step of steps) recorded.push(await writeIn(tx, step));
    return recorded;
  });

async function writeIn(tx: Transaction<Tables>, step: Step): Promise<Recorded> {
  const standing = await lockStanding(tx, step);
  if (!standing) throw new Error(`no row for ${step.subject}: a subject is written before it is opened`);
  const isNext = standing.sequence === step.sequence - 1;
  // Where the row moved while its lock was waited for, what was read beside it is older than the row.
  const earlier = isNext ? sameStep(step, standing) : await earlierStep(tx, step);
  if (earlier !== undefined) return { outcome: 'repeat', sequence: earlier, there: await reopenWith(tx, step.subject) };
  if (!isNext) return { outcome: 'overtaken', there: await reopenWith(tx, step.subject) };

  await noteActPart(tx, step);
  await writeRows(tx, step, standing.run_id);
  await project(tx, step);
  return { outcome: 'written' };
}

/** The standing for us alone, with the journal line that may be this very step's. */
const lockStanding = (tx: Transaction<Tables>, step: Step) =>
  tx
    .selectFrom('standing')
    .leftJoin(earlierLine(tx, step).as('line'), (join) => join.onTrue())
    .select([
      'standing.run_id',
      'standing.sequence',
      'line.sequence as line',
      'line.fingerprint as fingerprint',
      'line.command_id as command_id',
    ])
    .where('standing.subject', '=', step.subject)
    .forUpdate('standing')
    .executeTakeFirst();

/** The journal line, the new standing, its orders and the order it answers, in one statement. */
async function writeRows(tx: Transaction<Tables>, step: Step, runId: string): Promise<void> {
  const { subject, settles, orders } = step;
  const moved = tx.with('moved', (one) =>
    one
      .updateTable('standing')
      .set({
        sequence: step.sequence,
        snapshot: JSON.stringify(step.snapshot),
        next_deadline: step.nextDeadline,
        rule_version: step.ruleVersion,
      })
      .where('subject', '=', subject),
  );
  const settled = settles
    ? moved.with('settled', (one) =>
        one.updateTable('orders').set({ state: 'settled' }).where('order_key', '=', settles),
      )
    : moved;
  const ordered =
    orders.length > 0
      ? settled.with('ordered', (one) => one.insertInto('orders').values(orders.map((order) => orderRow(step, order))))
      : settled;
  await ordered.insertInto('journal').values(journalRow(step, runId)).execute();
}

/** The number this very step has already: the same command at any place, or the same event at this one. */
async function earlierStep(tx: Transaction<Tables>, step: Step): Promise<number | undefined> {
  const line = await earlierLine(tx, step).executeTakeFirst();
  return line && sameStep(step, { ...line, line: line.sequence });
}

const earlierLine = (tx: Transaction<Tables>, step: Step) =>
  tx
    .selectFrom('journal')
    .select(['sequence', 'fingerprint', 'command_id'])
    .where('journal.subject', '=', step.subject)
    .where((where) =>
      step.commandId === null
        ? where('sequence', '=', step.sequence)
        : where.or([where('command_id', '=', step.commandId), where('sequence', '=', step.sequence)]),
    )
    .orderBy(sql`case when command_id = ${step.commandId} then 0 else 1 end`)
    .limit(1);

interface Line {
  readonly line: number | null;
  readonly fingerprint: string | null;
  readonly command_id: string | null;
}

function sameStep(step: Step, { line, fingerprint: written, command_id }: Line): number | undefined {
  if (line === null) return undefined;
  const same = step.commandId === null ? written === fingerprint(step) : command_id === step.commandId;
  return same ? line : undefined;
}

/** Tells one event from another at the same number: everything that makes it what it is. */
const fingerprint = (step: Step): string => JSON.stringify(step.event);

function journalRow(step: Step, runId: string) {
  const { event } = step;
  return {
    subject: step.subject,
    sequence: step.sequence,
    run_id: runId,
    event_type: event.type,
    event: JSON.stringify(event),
    by_staff: event.doer.by,
    on_behalf_of: event.doer.onBehalfOf ?? null,
    effective_on: 'on' in event && typeof event.on === 'string' ? event.on : null,
    recorded_at: event.at,
    command_id: step.commandId,
    fingerprint: fingerprint(step),
  };
}

function orderRow(step: Step, order: OpenOrder) {
  return {
    order_key: order.key,
    subject: step.subject,
    name: order.name,
    params: JSON.stringify(order.params),
    ordered_at: order.at,
    state: 'open',
    answer: null,
  };
}

export async function settleOrder(db: Database | Transaction<Tables>, key: string): Promise<void> {
  await db.updateTable('orders').set({ state: 'settled' }).where('order_key', '=', key).execute();
}

async function reopenWith(tx: Transaction<Tables>, subject: string): Promise<Reopening> {
  const there = await reopen(tx, subject);
  if (!there) throw new Error(`no row for ${subject}`);
  return there;
}

/** Where a subject stands, with its unsettled orders; undefined when it was never written. */
export async function reopen(db: Database | Transaction<Tables>, subject: string): Promise<Reopening | undefined> {
  const row = await db
    .selectFrom('standing')
    .select(['sequence', 'input', 'snapshot', 'rule_version'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (!row) return undefined;
  const orders = await db
    .selectFrom('orders')
    .select(['order_key', 'name', 'params', 'ordered_at'])
    .where('subject', '=', subject)
    .where('state', '<>', 'settled')
    .orderBy('ordered_at')
    .execute();
  return { standing: standingOf(row), orders: orders.map(openOrder) };
}

export function standingOf(row: {
  readonly sequence: number;
  readonly input: Standing['input'];
  readonly snapshot: unknown;
  readonly rule_version: number;
}): Standing {
  return {
    sequence: row.sequence,
    input: row.input,
    // `as`: the column holds what `writeStep` put there.
    snapshot: row.snapshot as Standing['snapshot'],
    ruleVersion: row.rule_version,
  };
}

export const openOrder = (row: {
  readonly order_key: string;
  readonly name: string;
  readonly params: OpenOrder['params'];
  readonly ordered_at: number;
}): OpenOrder => ({ key: row.order_key, name: row.name, params: row.params, at: row.ordered_at });

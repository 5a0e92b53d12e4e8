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
  const standing = await tx
    .selectFrom('standing')
    .select(['run_id', 'sequence'])
    .where('subject', '=', step.subject)
    .forUpdate()
    .executeTakeFirst();
  if (!standing) throw new Error(`no row for ${step.subject}: a subject is written before it is opened`);

  const earlier = await earlierStep(tx, step);
  if (earlier !== undefined) return { outcome: 'repeat', sequence: earlier, there: await reopenWith(tx, step.subject) };
  if (standing.sequence !== step.sequence - 1)
    return { outcome: 'overtaken', there: await reopenWith(tx, step.subject) };

  await noteActPart(tx, step);
  await appendJournal(tx, step, standing.run_id);
  await tx
    .updateTable('standing')
    .set({
      sequence: step.sequence,
      snapshot: JSON.stringify(step.snapshot),
      next_deadline: step.nextDeadline,
      rule_version: step.ruleVersion,
    })
    .where('subject', '=', step.subject)
    .execute();
  if (step.orders.length > 0)
    await tx
      .insertInto('orders')
      .values(step.orders.map((order) => orderRow(step, order)))
      .execute();
  if (step.settles) await settleOrder(tx, step.settles);
  await project(tx, step);
  return { outcome: 'written' };
}

/** The number this very step has already: the same command at any place, or the same event at this one. */
async function earlierStep(tx: Transaction<Tables>, step: Step): Promise<number | undefined> {
  const row = await tx
    .selectFrom('journal')
    .select(['sequence', 'fingerprint', 'command_id'])
    .where('subject', '=', step.subject)
    .where((where) =>
      step.commandId === null
        ? where('sequence', '=', step.sequence)
        : where.or([where('command_id', '=', step.commandId), where('sequence', '=', step.sequence)]),
    )
    .orderBy(sql`case when command_id = ${step.commandId} then 0 else 1 end`)
    .executeTakeFirst();
  if (!row) return undefined;
  const same = step.commandId === null ? row.fingerprint === fingerprint(step) : row.command_id === step.commandId;
  return same ? row.sequence : undefined;
}

/** Tells one event from another at the same number: everything that makes it what it is. */
const fingerprint = (step: Step): string => JSON.stringify(step.event);

async function appendJournal(tx: Transaction<Tables>, step: Step, runId: string): Promise<void> {
  const { event } = step;
  await tx
    .insertInto('journal')
    .values({
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
    })
    .execute();
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

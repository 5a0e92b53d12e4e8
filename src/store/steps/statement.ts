import { type RawBuilder, sql } from 'kysely';
import type { OpenOrder, Step } from '#domain/standing.ts';
import type { Asking, Projection, Row } from './projection.ts';

/**
 * The new standing, its orders, the order it answers, the rows of its kind and the journal line, in one statement. Where the standing
 * is not the one before this step, the line has no run to stand in, and nothing is written. The same where the engine named has opened the subject.
 */
export function statement(ask: Asking, step: Step, { rows }: Projection, notIn?: string): RawBuilder<unknown> {
  const { subject, sequence, settles, orders } = step;
  const next = ask
    .updateTable('standing')
    .set({
      sequence,
      snapshot: JSON.stringify(step.snapshot),
      next_deadline: step.nextDeadline,
      rule_version: step.ruleVersion,
    })
    .where('subject', '=', subject)
    .where('sequence', '=', sequence - 1);
  const moved = (notIn === undefined ? next : next.where('engine', 'is distinct from', notIn)).returning('run_id');
  const beside: Row[] = [...rows];
  if (settles) beside.push(ask.updateTable('orders').set({ state: 'settled' }).where('order_key', '=', settles));
  if (orders.length > 0) beside.push(ask.insertInto('orders').values(orders.map((order) => orderRow(step, order))));
  const parts = beside.map((row, index) => sql`, ${sql.id(`beside_${index}`)} as (${row})`);
  const line = ask.insertInto('journal').values(journalRow(step, sql<string>`(select run_id from moved)`));
  return sql`with moved as (${moved})${sql.join(parts, sql``)} ${line}`;
}

/** Tells one event from another at the same number: everything that makes it what it is. */
export const fingerprint = (step: Step): string => JSON.stringify(step.event);

function journalRow(step: Step, runId: RawBuilder<string>) {
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

import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

export interface JournalLine {
  readonly listId: string;
  readonly runId: string;
  readonly type: 'list.received' | 'list.matched' | 'pairs.decided';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly by: string | null;
  readonly onBehalfOf?: string;
  readonly at: number;
  readonly commandId: string | null;
}

/** One line in the journal for what was done to a list: ids and answers, no person. Open pages are told by it too. */
export async function writeLine(tx: Transaction<Tables>, line: JournalLine): Promise<void> {
  const subject = `cross-check/${line.listId}`;
  const doer = { by: line.by, ...(line.onBehalfOf === undefined ? {} : { onBehalfOf: line.onBehalfOf }) };
  const event = { type: line.type, at: line.at, doer, ...line.facts };
  await tx
    .insertInto('journal')
    .values({
      subject,
      sequence: sql<number>`(select coalesce(max(sequence) + 1, 0) from journal where subject = ${subject})`,
      run_id: line.runId,
      event_type: line.type,
      event: JSON.stringify(event),
      by_staff: line.by,
      on_behalf_of: line.onBehalfOf ?? null,
      effective_on: null,
      recorded_at: line.at,
      command_id: line.commandId,
      fingerprint: '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

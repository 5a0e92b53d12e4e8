import { sql, type Transaction } from 'kysely';
import type { Step } from '#domain/standing.ts';
import { undoCommand } from '#ports/acts.ts';
import type { Tables } from '../schema.ts';

/**
 * A youth's step that is its part of an act, or the undoing of it, is noted in the step's own transaction: that a part is done can
 * never differ from what the case has become. To be called before the standing row is overwritten: the case as it stood is kept.
 */
export async function noteActPart(tx: Transaction<Tables>, { subject, sequence, commandId }: Step): Promise<void> {
  if (commandId === null || !subject.startsWith('youth/')) return;
  const caseId = subject.slice('youth/'.length);
  const [part, undoing] = [`/${caseId}`, undoCommand('', caseId)];
  if (commandId.endsWith(part))
    await sql`
      update act_part set state = 'done', sequence = ${sequence},
        before = (select coalesce(snapshot -> 'context', input) from standing where subject = ${subject})
      where act_id = ${commandId.slice(0, -part.length)} and case_id = ${caseId} and state = 'waiting'`.execute(tx);
  else if (commandId.endsWith(undoing))
    await tx
      .updateTable('act_part')
      .set({ state: 'undone' })
      .where('act_id', '=', commandId.slice(0, -undoing.length))
      .where('case_id', '=', caseId)
      .where('state', '=', 'done')
      .execute();
}

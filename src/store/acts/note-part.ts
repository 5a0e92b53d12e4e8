import { sql } from 'kysely';
import type { Step } from '#domain/standing.ts';
import { undoCommand } from '#ports/acts.ts';
import type { Asking, Row } from '../steps/projection.ts';

/**
 * A youth's step that is its part of an act, or the undoing of it, is noted in the step's own statement: that a part is done can
 * never differ from what the case has become. The case as it stood before the step is kept.
 */
export function actPartNoted(ask: Asking, { subject, sequence, commandId }: Step): readonly Row[] {
  if (commandId === null || !subject.startsWith('youth/')) return [];
  const caseId = subject.slice('youth/'.length);
  const [part, undoing] = [`/${caseId}`, undoCommand('', caseId)];
  if (commandId.endsWith(part))
    return [
      sql`update act_part set state = 'done', sequence = ${sequence},
        before = (select coalesce(snapshot -> 'context', input) from standing where subject = ${subject})
        where act_id = ${commandId.slice(0, -part.length)} and case_id = ${caseId} and state = 'waiting'`,
    ];
  if (commandId.endsWith(undoing))
    return [
      ask
        .updateTable('act_part')
        .set({ state: 'undone' })
        .where('act_id', '=', commandId.slice(0, -undoing.length))
        .where('case_id', '=', caseId)
        .where('state', '=', 'done'),
    ];
  return [];
}

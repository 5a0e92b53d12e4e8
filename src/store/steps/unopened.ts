import type { UnopenedBook } from '#ports/step-book.ts';
import type { Database } from '../open.ts';
import { project } from './project.ts';
import { isWritten, standingOf } from './write-step.ts';

/** Subjects on our database that this engine has not opened. The row decides: the engine's name on it is set by the claim, its number by the step. */
export const unopenedBook = (db: Database, engine: string): UnopenedBook => ({
  find: async (subject) => {
    const row = await db
      .selectFrom('standing')
      .select(['sequence', 'input', 'snapshot', 'rule_version', 'next_deadline'])
      .where('subject', '=', subject)
      .where('engine', 'is distinct from', engine)
      .executeTakeFirst();
    return row && { standing: standingOf(row), nextDeadline: row.next_deadline };
  },
  write: async (step) => {
    const projection = project(db, step);
    // What has to be read first is written in a transaction of several questions: that is the workflow's own way.
    return !projection.afterwards && isWritten(db, step, projection, engine);
  },
  claim: async (subject, sequence) => {
    const claimed = await db
      .updateTable('standing')
      .set({ engine, clock_ahead: 0 })
      .where('subject', '=', subject)
      .where((where) => where.or([where('sequence', '=', sequence), where('engine', '=', engine)]))
      .returning('subject')
      .execute();
    return claimed.length > 0;
  },
});

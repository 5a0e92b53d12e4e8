import { sql } from 'kysely';
import type { Plan } from '#domain/plan/plan.ts';
import { type Asked, askedOf, toAsk, turnsOf } from '#domain/run/conditions.ts';
import type { Conditions } from '#ports/conditions.ts';
import type { MessageFactsBook } from '#ports/message-facts.ts';
import type { Database } from '../open.ts';
import { leftOf } from './left.ts';
import { lookAtLetters } from './letter-looks.ts';

/** Where it is known which addresses will not do. */
type Letters = Pick<MessageFactsBook, 'knowledge'>;

/** Conditions on our database. A plan is read once for each of its versions. */
export function conditions(db: Database, letters: Letters): Conditions {
  const known = new Map<string, { readonly version: number; readonly asked: ReadonlyMap<string, Asked> }>();
  const askedIn = async (runId: string): Promise<ReadonlyMap<string, Asked>> => {
    const run = await db.selectFrom('run').select('plan_version').where('run_id', '=', runId).executeTakeFirst();
    const version = run?.plan_version ?? 0;
    const before = known.get(runId);
    if (before?.version === version) return before.asked;
    const row = await db
      .selectFrom('plan')
      .select('plan')
      .where('run_id', '=', runId)
      .where('version', '=', version)
      .executeTakeFirst();
    // `as`: the plan column holds plans.
    const asked = row ? askedOf(row.plan as Plan) : new Map<string, Asked>();
    known.set(runId, { version, asked });
    return asked;
  };
  return {
    turned: async (runId, today) => {
      const asked = await askedIn(runId);
      if ([...asked.values()].some(({ condition }) => condition === 'no-address-fault'))
        await lookAtLetters(db, letters.knowledge, { runId, today });
      const tasks = await tasksOf(db, runId);
      const left = await leftOf(db, { runId, today }, toAsk(tasks, asked, today));
      const sequences = new Map(tasks.map(({ taskId, sequence }) => [taskId, sequence]));
      return turnsOf(tasks, asked, left, today).map((turn) => ({
        ...turn,
        // With the task's id: tasks share their phase's workflow, which takes each number once.
        commandId: `${turn.type}/${turn.taskId}/${sequences.get(turn.taskId) ?? 0}`,
      }));
    },
    news: async () => {
      const runs = await db.selectFrom('run').select('run_id').where('state', '=', 'running').execute();
      const { rows } = await sql<{ word: string }>`
        select (select coalesce(max(entry_id), 0) from journal) || '/' || (select coalesce(sum(plan_version), 0) from run)
          || '/' || (select coalesce(sum(rehearsal_now), 0) from run) || '/' || (select last_value from inbound_change)
          || '/' || (select coalesce(max(decision_id), 0) from cross_check_decision) || '/' || (select count(*) from letter_look) as word`.execute(
        db,
      );
      return { runs: runs.map(({ run_id }) => run_id), word: rows[0]?.word ?? '' };
    },
  };
}

/** Tasks that the register may close or open, each with the number of its last step. */
const tasksOf = (db: Database, runId: string) =>
  db
    .selectFrom('task')
    .innerJoin('standing', (join) =>
      join.on(sql<boolean>`standing.subject = 'task/' || task.run_id || '/' || task.task_id`),
    )
    .select([
      'task.task_id as taskId',
      'task.definition',
      'task.staff_id as staffId',
      'task.unit_id as unitId',
      'task.state',
      'task.done_by as doneBy',
      'standing.sequence',
    ])
    .where('task.run_id', '=', runId)
    .where('task.kind', '<>', 'manual')
    .where('task.state', 'in', ['ready', 'done'])
    .execute();

import { sql } from 'kysely';
import type { Database } from './open.ts';

/** Which engine a subject was opened in, so that a new or put-back engine is told of all it does not know. */
export const engineMarks = (db: Database) => ({
  /** The last mark given, and the engine it was given to. */
  latest: () => db.selectFrom('engine_mark').select(['mark', 'engine']).executeTakeFirst(),
  /** Only the newest mark is kept. */
  keep: (mark: string, engine: string, at: number): Promise<void> =>
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('engine_mark').execute();
      await tx.insertInto('engine_mark').values({ mark, engine, made_at: at }).execute();
    }),
  /** The engine has opened them. Youths are left out: the workflow of one claims it when it runs. */
  opened: async (engine: string, subjects: readonly string[]): Promise<void> => {
    if (subjects.length > 0)
      await db
        .updateTable('standing')
        .set({ engine, clock_ahead: 0 })
        .where('subject', 'in', [...subjects])
        .where('kind', '<>', 'youth')
        .where('engine', 'is distinct from', engine)
        .execute();
  },
  /** Of some subjects, those that this engine has not opened, in the order they were given; one that has no row is not among them. */
  unopenedAmong: async (engine: string, subjects: readonly string[]): Promise<readonly string[]> => {
    if (subjects.length === 0) return [];
    const rows = await db
      .selectFrom('standing')
      .select('subject')
      .where('subject', 'in', [...subjects])
      .where('engine', 'is distinct from', engine)
      .execute();
    const unopened = new Set(rows.map(({ subject }) => subject));
    return subjects.filter((subject) => unopened.has(subject));
  },
  /** Subjects with a workflow of their own that this engine has not opened, a page at a time. Youths of a list are left to whoever is opening it. */
  unopened: async (engine: string, atMost: number): Promise<readonly string[]> => {
    const rows = await db
      .selectFrom('standing')
      .select('subject')
      .where('kind', '<>', 'task')
      .where('engine', 'is distinct from', engine)
      .where(
        sql<boolean>`(kind <> 'youth' or not exists (select from orders
          where name = 'openCases' and state <> 'settled' and params ->> 'runId' = standing.run_id))`,
      )
      .orderBy('kind', 'desc')
      .limit(atMost)
      .execute();
    return rows.map(({ subject }) => subject);
  },
  /**
   * Subjects that should have done something before that real moment: an order left open, or a deadline passed. An order bears its
   * run's own time, so a rehearsal's is held against the rehearsal's clock, which may be months from ours.
   */
  behind: (before: number, atMost: number): Promise<readonly string[]> => behind(db, before, atMost),
});

export type EngineMarks = ReturnType<typeof engineMarks>;

async function behind(db: Database, before: number, atMost: number): Promise<readonly string[]> {
  const left = await db
    .selectFrom('orders')
    .innerJoin('standing', 'standing.subject', 'orders.subject')
    .leftJoin('run', 'run.run_id', 'standing.run_id')
    .select('orders.subject')
    .distinct()
    .where('orders.state', '<>', 'settled')
    .where((where) =>
      where(
        'orders.ordered_at',
        '<',
        sql<number>`${before}::bigint + coalesce(run.rehearsal_now - run.rehearsal_set_at, 0)`,
      ),
    )
    .limit(atMost)
    .execute();
  const late = await db
    .selectFrom('standing')
    .innerJoin('run', 'run.run_id', 'standing.run_id')
    .select('subject')
    .where('run.rehearsal_now', 'is', null)
    .where('next_deadline', '<', before)
    .limit(atMost)
    .execute();
  return [...new Set([...left, ...late].map(({ subject }) => subject))];
}

import { sql } from 'kysely';
import { type ActCounts, partStates } from '#domain/act/act.ts';
import type { ActFile } from '#domain/run/files.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { type Acts, type DonePart, type NewAct, type PlacedPart, undoCommand } from '#ports/acts.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import { standingRow } from '../standing-row.ts';

/** Bulk acts on our database. */
export const acts = (db: Database): Acts => ({
  begin: (act) => begin(db, act),
  head: async (actId) => {
    const row = await db.selectFrom('act').selectAll().where('act_id', '=', actId).executeTakeFirst();
    return (
      row && {
        actId,
        runId: row.run_id,
        at: row.ordered_at,
        doer: { by: row.by_staff, ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }) },
      }
    );
  },
  waiting: async (actId, after, atMost) => {
    const rows = await partsOf(db, actId, 'waiting', after, atMost).execute();
    return rows.map(placed);
  },
  refuse: (actId, caseId, why) => setAside(db, { actId, caseId, from: 'waiting', to: 'refused', why }),
  done: (actId, after, atMost) => doneParts(db, actId, after, atMost),
  keep: (actId, caseId, why) => setAside(db, { actId, caseId, from: 'done', to: 'kept', why }),
  tasks: async (actId, state) => {
    const rows = await db
      .selectFrom('act_task')
      .innerJoin('act', 'act.act_id', 'act_task.act_id')
      .innerJoin('task', (join) =>
        join.onRef('task.run_id', '=', 'act.run_id').onRef('task.task_id', '=', 'act_task.task_id'),
      )
      .select(['act_task.task_id as taskId', 'from_staff as from', 'to_staff as to', 'task.staff_id as now'])
      .where('act_task.act_id', '=', actId)
      .where('act_task.state', '=', state)
      .orderBy('act_task.task_id')
      .execute();
    return rows;
  },
  noteTask: async (actId, taskId, state) => {
    await db.updateTable('act_task').set({ state }).where('act_id', '=', actId).where('task_id', '=', taskId).execute();
  },
  counts: async (actId): Promise<ActCounts> => {
    const rows = await db
      .selectFrom('act_part')
      .select((where) => ['state', where.fn.countAll<number>().as('n')])
      .where('act_id', '=', actId)
      .groupBy('state')
      .execute();
    const counted = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
    const [waiting, done, refused, undone, kept] = partStates.map(counted);
    return { waiting: waiting ?? 0, done: done ?? 0, refused: refused ?? 0, undone: undone ?? 0, kept: kept ?? 0 };
  },
});

const begin = (db: Database, act: NewAct): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { actId, runId, kind, parts } = act;
    const written = await tx
      .insertInto('act')
      .values({
        act_id: actId,
        run_id: runId,
        kind,
        by_staff: act.by,
        on_behalf_of: act.onBehalfOf ?? null,
        ordered_at: act.at,
        because: JSON.stringify(act.because),
        state: 'ordered',
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('act_id')
      .execute();
    if (written.length === 0) return;
    const rows = parts.map(({ caseId, event, refusals }, place) => ({
      act_id: actId,
      case_id: caseId,
      place: place + 1,
      event: JSON.stringify(event),
      state: refusals === undefined ? 'waiting' : 'refused',
      why: refusals === undefined ? null : JSON.stringify(refusals),
    }));
    await insertMany(tx, 'act_part', rows);
    await insertMany(
      tx,
      'act_task',
      (act.tasks ?? []).map(({ taskId, from, to }) => ({
        act_id: actId,
        task_id: taskId,
        from_staff: from,
        to_staff: to,
        state: 'waiting',
      })),
    );
    const none = { done: 0, refused: 0, undone: 0, kept: 0, deadlines: {} };
    const file: ActFile = { actId, runId, kind, parts: parts.length, ...none };
    await tx
      .insertInto('standing')
      .values(standingRow('act', `act/${actId}`, runId, file))
      .execute();
  });

const partsOf = (db: Database, actId: string, state: 'waiting' | 'done', after: number, atMost: number) =>
  db
    .selectFrom('act_part')
    .select(['case_id', 'place', 'event', 'sequence', 'before'])
    .where('act_id', '=', actId)
    .where('state', '=', state)
    .where('place', '>', after)
    .orderBy('place')
    .limit(atMost);

// `as`: the columns hold what `begin` and the step book put there.
const placed = (row: { readonly case_id: string; readonly place: number; readonly event: unknown }): PlacedPart => ({
  caseId: row.case_id,
  place: row.place,
  event: row.event as PlacedPart['event'],
});

async function doneParts(db: Database, actId: string, after: number, atMost: number): Promise<readonly DonePart[]> {
  const rows = await partsOf(db, actId, 'done', after, atMost).execute();
  if (rows.length === 0) return [];
  const since = await db
    .selectFrom('journal')
    .innerJoin('act_part', (join) => join.on('journal.subject', '=', sql<string>`'youth/' || act_part.case_id`))
    .select(['case_id', 'event_type', 'recorded_at', 'journal.by_staff', 'command_id'])
    .where('act_id', '=', actId)
    .where(
      'case_id',
      'in',
      rows.map(({ case_id }) => case_id),
    )
    .whereRef('journal.sequence', '>', 'act_part.sequence')
    .orderBy('journal.sequence')
    .execute();
  return rows.map((row) => ({
    ...placed(row),
    sequence: row.sequence ?? 0,
    before: row.before as CaseFile,
    since: since
      .filter(({ case_id, command_id }) => case_id === row.case_id && command_id !== undoCommand(actId, case_id))
      .map(({ event_type, recorded_at, by_staff }) => ({ type: event_type, at: recorded_at, by: by_staff })),
  }));
}

interface Aside {
  readonly actId: string;
  readonly caseId: string;
  readonly from: 'waiting' | 'done';
  readonly to: 'refused' | 'kept';
  readonly why: readonly unknown[];
}

async function setAside(db: Database, { actId, caseId, from, to, why }: Aside): Promise<void> {
  await db
    .updateTable('act_part')
    .set({ state: to, why: JSON.stringify(why) })
    .where('act_id', '=', actId)
    .where('case_id', '=', caseId)
    .where('state', '=', from)
    .execute();
}

import { sql } from 'kysely';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import type { LetterPost, PostedLetter, PrintBatch } from '#ports/letter-post.ts';
import type { Database } from '../open.ts';

type Wish = Parameters<LetterPost['gather']>[0];

/** Puts every letter that is in no batch yet into this one; made before, it stays as it is. */
export async function gather(db: Database, { batchId, runId, units, at, by }: Wish): Promise<PrintBatch> {
  await db.transaction().execute(async (tx) => {
    // Two at once would have the same letters in both.
    await sql`lock table print_batch in share row exclusive mode`.execute(tx);
    const made = await tx
      .insertInto('print_batch')
      .values({ batch_id: batchId, run_id: runId, made_at: at, by_staff: by })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return;
    await tx
      .updateTable('letter_post')
      .set({ batch_id: batchId })
      .where('run_id', '=', runId)
      .where('batch_id', 'is', null)
      .where('discarded', '=', false)
      .$if(units !== 'all', (query) =>
        query.where('unit_id', 'in', sql<string>`(select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb))`),
      )
      .execute();
  });
  const batch = await batchOf(db, batchId);
  if (!batch) throw new Error(`a batch that was just gathered is not there: ${batchId}`);
  return batch;
}

/** Sorted for folding: by unit, then by postcode, then by the letter's own name so that the order never changes. */
export async function batchOf(db: Database, batchId: string): Promise<PrintBatch | undefined> {
  const batch = await db.selectFrom('print_batch').selectAll().where('batch_id', '=', batchId).executeTakeFirst();
  if (!batch) return undefined;
  const rows = await db
    .selectFrom('letter_post')
    .leftJoin('unit', 'unit.unit_id', 'letter_post.unit_id')
    .select(['letter_key', 'run_id', 'case_id', 'addressee', 'letter_post.unit_id', 'postcode', 'on_day', 'pages'])
    .select('unit.name as unit')
    .where('batch_id', '=', batchId)
    .where('discarded', '=', false)
    .orderBy(sql`coalesce(unit.number, letter_post.unit_id, '') collate "C"`)
    .orderBy('postcode')
    .orderBy('letter_key')
    .execute();
  const letters = rows.map(
    (row): PostedLetter => ({
      key: row.letter_key,
      runId: row.run_id,
      caseId: row.case_id,
      // `as`, also below: whoever kept the letter wrote them.
      addressee: row.addressee as Addressee,
      unitId: row.unit_id,
      unit: row.unit ?? '–',
      postcode: row.postcode,
      on: row.on_day as Day,
      pages: row.pages,
    }),
  );
  return { batchId, runId: batch.run_id, made: dayOf(instant(batch.made_at)), letters };
}

import { sql } from 'kysely';
import { type Actor, unitsOf } from '#domain/access/actor.ts';
import { mayDoMailing } from '#domain/access/letters.ts';
import type { PrintPileAnswer } from './answers/letters.ts';
import type { Asking } from './ports.ts';
import { namesOf } from './staff-names.ts';

/** What waits for the printer, and the batches of before, the newest first: those that are whole within the reader's units. */
export async function printPile({ db }: Asking, actor: Actor, runId: string): Promise<PrintPileAnswer> {
  const nothing = { waiting: 0, batches: [] };
  if (!mayDoMailing(actor)) return nothing;
  const units = unitsOf(actor);
  const reaches =
    units === 'all'
      ? sql<boolean>`true`
      : sql<boolean>`coalesce(unit_id in (select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb)), false)`;
  const waiting = await db
    .selectFrom('letter_post')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where('run_id', '=', runId)
    .where('batch_id', 'is', null)
    .where('discarded', '=', false)
    .where(reaches)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('print_batch')
    .innerJoin('letter_post', 'letter_post.batch_id', 'print_batch.batch_id')
    .select((where) => [
      'print_batch.batch_id as batchId',
      'made_at as madeAt',
      'by_staff',
      where.fn.countAll<number>().as('letters'),
      where.fn.sum<number>('pages').as('pages'),
    ])
    .where('print_batch.run_id', '=', runId)
    .where('discarded', '=', false)
    .groupBy(['print_batch.batch_id', 'made_at', 'by_staff'])
    .having(sql<boolean>`bool_and(${reaches})`)
    .orderBy('made_at', 'desc')
    .orderBy('print_batch.batch_id')
    .execute();
  const nameOf = await namesOf(
    db,
    rows.map(({ by_staff }) => by_staff),
  );
  return {
    waiting: waiting?.n ?? 0,
    batches: rows.map(({ by_staff, pages, ...batch }) => ({
      ...batch,
      pages: Number(pages),
      madeBy: nameOf(by_staff),
    })),
  };
}

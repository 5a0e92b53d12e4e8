import type { Insertable } from 'kysely';
import type { Database } from './open.ts';
import type { Tables } from './schema.ts';

/** A statement takes 65,535 values at most. */
const atOnce = 500;

/** Inserts rows, leaving those whose key is there already as they are. */
export async function insertNew<T extends keyof Tables>(
  db: Database,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto(table)
      .values(rows.slice(from, from + atOnce))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

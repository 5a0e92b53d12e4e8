import type { Insertable, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** Both databases refuse more than 65,535 parameters in one statement. */
const mostParameters = 30_000;

/** Inserts any number of rows, as many a statement as fit. */
export async function insertMany<T extends keyof Tables>(
  tx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length || 1;
  const atOnce = Math.max(1, Math.floor(mostParameters / columns));
  for (let from = 0; from < rows.length; from += atOnce)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + atOnce))
      .execute();
}

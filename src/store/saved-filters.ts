import { sql } from 'kysely';
import { filterKey, type SavedFilter } from '#domain/youth/saved-filter.ts';
import type { SavedFilters } from '#ports/saved-filters.ts';
import type { Database } from './open.ts';

const everybodys = 'everybody';
const prefix = 'filter/';
const nameOf = (staffId: string | null, title: string): string =>
  `${prefix}${staffId ?? everybodys}/${filterKey(title)}`;

/** Kept as settings, by whose they are and what they are called: a name can be in use once. */
export const savedFilters = (db: Database): SavedFilters => ({
  of: async (staffId) => {
    const rows = await db
      .selectFrom('setting')
      .select(['value'])
      .where((where) =>
        where.or(
          [staffId, everybodys].map((owner) =>
            where(where.fn<boolean>('starts_with', ['name', where.val(`${prefix}${owner}/`)]), '=', true),
          ),
        ),
      )
      .execute();
    // `as`: the column holds what `keep` put there.
    const filters = rows.map(({ value }) => value as SavedFilter);
    return filters.toSorted((a, b) => a.title.localeCompare(b.title, 'nb'));
  },
  keep: async (filter) => {
    const written = await db
      .insertInto('setting')
      .values({ name: nameOf(filter.staffId, filter.title), value: JSON.stringify(filter) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('name')
      .execute();
    return written.length > 0 ? 'kept' : 'taken';
  },
  remove: async (filterId, staffId) => {
    await db
      .deleteFrom('setting')
      .where((where) => where.fn<boolean>('starts_with', ['name', where.val(`${prefix}${staffId ?? everybodys}/`)]))
      .where(sql<boolean>`value ->> 'filterId' = ${filterId}`)
      .execute();
  },
  namesYouth: async (words) => {
    if (words.length < 2) return false;
    const held = words.map((word) => sql<number>`(strpos(' ' || sort_name || ' ', ${` ${word} `}) > 0)::int`);
    const found = await sql<{ n: number }>`
      select 1 as n from person where ${sql.join(held, sql` + `)} >= 2 limit 1`.execute(db);
    return found.rows.length > 0;
  },
});

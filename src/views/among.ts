import { type RawBuilder, sql } from 'kysely';

/** Any number of texts in one parameter, for `in`. */
export const among = (values: Iterable<string>): RawBuilder<string> =>
  sql<string>`(select jsonb_array_elements_text(${JSON.stringify([...values])}::jsonb))`;

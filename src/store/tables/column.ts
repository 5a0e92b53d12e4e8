import type { ColumnType } from 'kysely';

/** Plain JSON kept as jsonb; written as text so that both databases take it alike. */
export type Json<T> = ColumnType<T, string, string>;
/** A civil day as `YYYY-MM-DD` text; the column is `date`. */
export type DayText = string;
/** UTC milliseconds in a `bigint`, read as a number. */
export type Moment = number;

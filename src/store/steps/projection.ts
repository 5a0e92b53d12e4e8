import type { OperationNodeSource, QueryCreator, Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

/** Asks nothing by itself: what it makes is a part of the step's own statement. */
export type Asking = QueryCreator<Tables>;
export type Row = OperationNodeSource;

/** What a step changes in the rows of its kind. */
export interface Projection {
  /** Go with journal and standing in one statement, each on rows of its own; they see the rows as they were before the step. */
  readonly rows: readonly Row[];
  /** What has to be read before it is written: after the statement, in its transaction. */
  readonly afterwards?: (tx: Transaction<Tables>) => Promise<void>;
}

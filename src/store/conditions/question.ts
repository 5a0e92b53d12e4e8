import type { Expression, ExpressionBuilder, RawBuilder, SqlBool } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Tables } from '../schema.ts';

export type CaseRule = (where: ExpressionBuilder<Tables, 'youth_case'>) => Expression<SqlBool>;

/** Of which run it is asked, and on which day. */
export interface OfRun {
  readonly runId: string;
  readonly today: Day;
}

/** What is left of a condition: youths of the register, or rows of `case_id, staff_id, unit_id, track` from any other table. */
export type Question =
  | { readonly about: 'youths'; readonly rule: CaseRule }
  | {
      readonly about: 'others';
      readonly rows: (asked: OfRun) => RawBuilder<unknown>;
      /** The rows have `plan_window` too: the window each belongs to. */
      readonly hasWindow?: true;
      /** Which rows the one who asks may see, where it is not enough to see the row's own case; the rows are called `others`. */
      readonly isSeen?: (mayBeSeen: CaseRule) => RawBuilder<boolean>;
    };

export const youths = (rule: CaseRule): Question => ({ about: 'youths', rule });

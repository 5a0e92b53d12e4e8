import type { ColumnType } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

export interface ActTables {
  act: {
    act_id: string;
    run_id: string;
    kind: string;
    by_staff: string | null;
    on_behalf_of: string | null;
    ordered_at: number;
    /** What it was ordered by: a filter, a choice, a code. No person. */
    because: Json<Readonly<Record<string, string>>>;
    /** Follows the act's machine. */
    state: string;
  };
  act_part: {
    act_id: string;
    case_id: string;
    place: number;
    event: Json<unknown>;
    /** `waiting` → `done` | `refused`; a done one → `undone` | `kept`. Done and undone are written with the case's own step. */
    state: string;
    /** The part's number in the case's journal. */
    sequence: number | null;
    before: Json<unknown> | null;
    /** Refusals: why it was not done, or not undone. */
    why: Json<unknown> | null;
  };
}

import type { ColumnType } from 'kysely';
import type { AssignmentRule } from '#domain/assignment/rule.ts';

export interface AssignmentTables {
  assignment_rules: {
    run_id: string;
    rules: ColumnType<readonly AssignmentRule[], string, string>;
    on_intake: boolean;
    kept_at: number;
    by_staff: string | null;
  };
  /** Days as `YYYY-MM-DD` text. Never deleted: who stood in for whom, and when, is looked up later. */
  absence: {
    absence_id: string;
    staff_id: string;
    substitute_id: string;
    from_on: string;
    to_on: string;
    ended_on: string | null;
    registered_at: number;
    by_staff: string;
    ended_by: string | null;
  };
  /** Tasks that go with the youths of an act. `waiting` → `done` | `refused`; a done one → `undone` | `kept`. */
  act_task: { act_id: string; task_id: string; from_staff: string | null; to_staff: string | null; state: string };
}

import type { Day } from '../calendar/day.ts';
import type { StaffId, TaskId } from '../ids.ts';
import type { Move, TaskRule } from './template.ts';

/** One thing changed by hand in a run's plan, with the reason that goes into the journal. */
export type PlanChange = {
  readonly reason: string;
} /** Any date by its key: a task, an end of a window, an anchor, a reporting day. What hangs on it follows. */ & (
  | { readonly kind: 'move-date'; readonly key: string; readonly to: Day; readonly move?: Move }
  | { readonly kind: 'add-task'; readonly phase: string; readonly task: TaskRule }
  /** A task, or only one of its instances. */
  | { readonly kind: 'skip-task'; readonly task: string; readonly instance?: TaskId }
  /** Another role for the task, or a named one for the task or one of its instances. */
  | { readonly kind: 'change-role'; readonly task: string; readonly role: string }
  | { readonly kind: 'change-person'; readonly task: string; readonly instance?: TaskId; readonly staff: StaffId }
);

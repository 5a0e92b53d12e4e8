import type { Day } from '#domain/calendar/day.ts';
import type { PhaseId, TaskId } from '#domain/ids.ts';
import type { Words } from '#domain/plan/template.ts';

/** How it goes with a phase or a task today. `waiting` and `skipped` are for tasks alone. */
export const paces = ['planned', 'open', 'at-risk', 'late', 'done', 'waiting', 'skipped'] as const;
export type Pace = (typeof paces)[number];

/** One task named with enough to link to it. */
export interface TaskRef {
  readonly taskId: TaskId;
  readonly phaseId: PhaseId;
  readonly title: Words;
}

/** Why something is late or at risk; the page makes the sentence. */
export type PaceReason =
  | { readonly kind: 'task-overdue'; readonly task: TaskRef; readonly due: Day }
  | { readonly kind: 'task-due-soon'; readonly task: TaskRef; readonly due: Day }
  | { readonly kind: 'waits-for'; readonly task: TaskRef; readonly on: TaskRef }
  | { readonly kind: 'parts-missing'; readonly task: TaskRef; readonly missing: readonly string[]; readonly of: number }
  | { readonly kind: 'ends-soon'; readonly days: number; readonly left: number };

import type { Day } from '#domain/calendar/day.ts';
import type { Happening } from '#domain/standing.ts';

/** What may happen to a task. */
export type TaskEvent =
  /** By hand; a task that closes itself only with a reason, by those who may skip it. */
  | (Happening & { readonly type: 'task.completed'; readonly reason?: string })
  /** Nothing is left of its condition, or something is again: the count is the evidence. */
  | (Happening & {
      readonly type: 'condition.met' | 'condition.broken';
      readonly condition: string;
      readonly count: number;
    })
  | (Happening & { readonly type: 'task.reopened' })
  | (Happening & { readonly type: 'task.skipped'; readonly reason: string })
  /** The phase closed: optional work that was left runs out by itself. */
  | (Happening & { readonly type: 'task.expired' })
  /** One of the tasks it waits for was settled, or opened again. */
  | (Happening & { readonly type: 'task.released'; readonly by: string })
  | (Happening & { readonly type: 'task.held'; readonly by: string })
  | (Happening & {
      readonly type: 'task.moved';
      readonly dueOn: Day;
      readonly dueSoonAt: number;
      readonly overdueAt: number;
    })
  | (Happening & { readonly type: 'task.assigned'; readonly staffId: string | null })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });

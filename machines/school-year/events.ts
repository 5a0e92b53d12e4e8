import type { Day } from '#domain/calendar/day.ts';
import type { Happening } from '#domain/standing.ts';

/** What may happen to a county's school year. */
export type YearEvent =
  /** A new plan version is in the store; the phases are told what moves. */
  | (Happening & { readonly type: 'plan.changed'; readonly version: number })
  /** Something that dates hang on has happened, for example the last letter was sent. */
  | (Happening & { readonly type: 'anchor.completed'; readonly anchor: string; readonly on: Day })
  /** It turned out not to be complete after all. */
  | (Happening & { readonly type: 'anchor.withdrawn'; readonly anchor: string })
  | (Happening & { readonly type: 'year.closed'; readonly openPhases: readonly string[]; readonly reason: string })
  | (Happening & { readonly type: 'year.reopened'; readonly reason: string })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });

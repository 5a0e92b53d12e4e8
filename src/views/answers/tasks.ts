import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Area, Words } from '#domain/plan/template.ts';
import type { ReplyChannel, ReplyStatement } from '#domain/reply/statement.ts';
import type { Pace, TaskRef } from './pace.ts';
import type { TaskList } from './phase.ts';

export const taskScopes = ['mine', 'unit', 'all'] as const;
export type TaskScope = (typeof taskScopes)[number];

export const taskTimes = ['overdue', 'today', 'week', 'later', 'waiting'] as const;
export type TaskTime = (typeof taskTimes)[number];

export interface TaskRow extends TaskRef {
  readonly phaseNumber: number;
  readonly phaseShort: Words;
  /** The unit or person whose part it is; undefined for the whole county's. */
  readonly part: string | undefined;
  readonly due: Day | undefined;
  readonly pace: Pace;
  readonly waitsFor: readonly TaskRef[];
  readonly list?: TaskList;
  readonly doneIn?: Area;
  readonly lapsedSending?: string;
  readonly mayComplete: boolean;
}

/** A reply of one of the reader's own youths, until they have dealt with it. */
export interface ForwardedReply {
  readonly inboundId: string;
  readonly channel: ReplyChannel;
  readonly says: ReplyStatement;
  readonly at: Instant;
}

export interface TasksAnswer {
  readonly today: Day;
  readonly scope: TaskScope;
  readonly scopes: readonly { readonly scope: TaskScope; readonly count: number }[];
  readonly units: readonly string[];
  /** Counted among one's own; empty in the other scopes. */
  readonly replies: readonly ForwardedReply[];
  /** `count` is of all pages, `rows` those of this one. */
  readonly groups: readonly { readonly time: TaskTime; readonly count: number; readonly rows: readonly TaskRow[] }[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

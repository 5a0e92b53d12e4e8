import type { Day } from '#domain/calendar/day.ts';
import type { PhaseId, TaskId, UnitId } from '#domain/ids.ts';
import type { Role } from '#domain/plan/role.ts';
import type { Area, Reference, TaskGroup as TaskGroupId, Words } from '#domain/plan/template.ts';
import type { CleaningFilter } from './cleaning.ts';
import type { Pace, PaceReason, TaskRef } from './pace.ts';
import type { Counter, PhaseWindow } from './year.ts';
import type { YouthFilter } from './youths.ts';

export interface PhaseStep {
  readonly phaseId: PhaseId;
  readonly number: number;
  readonly short: Words;
  readonly pace: Pace;
}

/** One person's or one unit's part of a task that many do. */
export interface TaskPart {
  readonly taskId: TaskId;
  readonly name: string;
  readonly done: boolean;
  /** Left out, by hand or when the phase closed. */
  readonly skipped: boolean;
  /** Done by hand, or opened again if it is done. */
  readonly mayTick: boolean;
}

/** Where the list of a task is: a page, and what of it. */
export type ListPlace =
  | { readonly page: 'youths'; readonly filter: YouthFilter }
  | { readonly page: 'cleaning'; readonly filter: CleaningFilter }
  | { readonly page: 'replies'; readonly unit?: UnitId }
  /** The list that has them, where it is one alone. */
  | { readonly page: 'cross-check'; readonly listId?: string };

/** A task that closes itself when its list is empty: how many the reader may see, how many there are besides, and the list. */
export interface TaskList {
  readonly count: number;
  readonly hidden: number;
  readonly place: ListPlace;
}

export interface PhaseTask {
  readonly taskId: TaskId;
  readonly title: Words;
  readonly note?: Words;
  readonly pace: Pace;
  readonly due: Day | undefined;
  readonly dueIsForecast: boolean;
  readonly optional: boolean;
  /** Done by the system itself when its condition holds. */
  readonly bySystem: boolean;
  readonly roles: readonly Role[];
  readonly people: readonly string[];
  readonly waitsFor: readonly TaskRef[];
  readonly finished?: { readonly on: Day; readonly by: string | undefined; readonly reason?: string };
  readonly skipped?: { readonly on: Day; readonly by: string | undefined; readonly reason: string };
  readonly spread?: { readonly over: 'unit' | 'person'; readonly parts: readonly TaskPart[] };
  readonly list?: TaskList;
  readonly doneIn?: Area;
  /** Its sending was approved for a day that the plan no longer has, and must be approved again. */
  readonly lapsedSending?: string;
  readonly mayComplete: boolean;
  readonly mayReopen: boolean;
  readonly maySkip: boolean;
  /** It closes itself, but may be said to be done all the same, with a reason. */
  readonly mayOverride: boolean;
}

export interface TaskGroup {
  readonly group: TaskGroupId;
  readonly tasks: readonly PhaseTask[];
}

export const phaseEvents = [
  'completed',
  'reopened',
  'skipped',
  'moved',
  'added',
  'reassigned',
  'opened',
  'closed',
  'closed-itself',
  'opened-itself',
] as const;

export interface PhaseEvent {
  readonly id: string;
  readonly on: Day;
  readonly by: string | undefined;
  readonly what: (typeof phaseEvents)[number];
  readonly title: Words;
  /** The unit or person whose part it was. */
  readonly part?: string;
  /** How many were left of a task that opened again by itself. */
  readonly left?: number;
}

export interface PhaseAnswer {
  readonly today: Day;
  readonly steps: readonly PhaseStep[];
  readonly phaseId: PhaseId;
  readonly number: number;
  readonly title: Words;
  readonly what: Words;
  readonly pace: Pace;
  readonly reasons: readonly PaceReason[];
  readonly done: number;
  readonly total: number;
  readonly groups: readonly TaskGroup[];
  readonly windows: readonly PhaseWindow[];
  readonly whenNote?: Words;
  readonly place?: Words;
  readonly roles: readonly Role[];
  readonly owner: string | undefined;
  readonly references: readonly Reference[];
  readonly before: Counter | undefined;
  readonly after: Counter | undefined;
  /** What else is counted after, as the evaluation does. */
  readonly more?: readonly Counter[];
  readonly events: readonly PhaseEvent[];
  readonly mayChangePlan: boolean;
}

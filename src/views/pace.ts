import { daysBetween } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { addWorkingDays } from '#domain/calendar/working-day.ts';
import type { PlannedPhase } from '#domain/plan/plan.ts';
import { phaseSpan } from '#domain/plan/plan-dates.ts';
import type { Pace, PaceReason } from './answers/pace.ts';
import { type Checklist, type Listed, refTo } from './checklist.ts';
import { isOpen, type TaskNow } from './task-rows.ts';

/** Working days before a due day in which it is near: the reminders' own number (`from-plan.ts`). */
const soon = 3;

// The calendar decides, not the row's timeliness: a page is right also while the engine is behind.
export const isOverdue = (due: Day | undefined, today: Day): boolean => due !== undefined && due < today;
export const isNear = (due: Day | undefined, today: Day): boolean => due !== undefined && today >= nearFrom(due);

/** A plan has a few dozen dates and a thousand tasks: each date is worked out once. */
const known = new Map<Day, Day>();
function nearFrom(due: Day): Day {
  const found = known.get(due) ?? addWorkingDays(due, -soon);
  known.set(due, found);
  return found;
}

/** How it goes with one task. */
export function paceOf(row: TaskNow, phaseState: string, today: Day): Pace {
  switch (row.state) {
    case 'done':
      return 'done';
    case 'skipped':
    case 'expired':
      return 'skipped';
    case 'waiting':
      return 'waiting';
    case 'ready':
      if (isOverdue(row.due, today)) return 'late';
      if (isNear(row.due, today)) return 'at-risk';
      return phaseState === 'planned' ? 'planned' : 'open';
  }
}

const worstFirst: readonly Pace[] = ['late', 'at-risk', 'open', 'planned', 'waiting', 'done', 'skipped'];

/** A task that many do goes as its slowest part does. */
export function paceOfAll(rows: readonly TaskNow[], phaseState: string, today: Day): Pace {
  const paces = new Set(rows.map((row) => paceOf(row, phaseState, today)));
  return worstFirst.find((pace) => paces.has(pace)) ?? 'planned';
}

/**
 * What counts as progress: the lines of the checklist that must be done and are not left out. One that many do is one line, and done
 * when the last of them has done it.
 */
export function progressOf(lines: readonly Listed[]): { readonly done: number; readonly total: number } {
  const counted = lines
    .map(({ rows }) => rows.filter(({ required, state }) => required && state !== 'skipped' && state !== 'expired'))
    .filter((rows) => rows.length > 0);
  return { done: counted.filter((rows) => rows.every(({ state }) => state === 'done')).length, total: counted.length };
}

export interface PhasePace {
  readonly pace: Pace;
  /** What makes it late, or puts it at risk; empty otherwise. */
  readonly reasons: readonly PaceReason[];
}

/** What the parts of a task that many do are called. */
export type PartName = (row: TaskNow) => string;

/** How it goes with a phase, and why. Optional work makes nothing late. */
export function paceOfPhase(
  list: Checklist,
  phase: PlannedPhase,
  state: string,
  today: Day,
  partName: PartName,
): PhasePace {
  if (state === 'done') return { pace: 'done', reasons: [] };
  const open = list
    .ofPhase(phase)
    .map((listed) => ({ ...listed, rows: listed.rows.filter((row) => row.required && isOpen(row)) }))
    .filter(({ rows }) => rows.length > 0);
  const whole = new Map(list.ofPhase(phase).map(({ planned, rows }) => [planned.key, rows]));
  const late = open.flatMap((listed) =>
    lateReasons(list, listed, whole.get(listed.planned.key) ?? [], today, partName),
  );
  if (late.length > 0) return { pace: 'late', reasons: late };
  if (state === 'planned') return { pace: 'planned', reasons: [] };
  const { to } = phaseSpan(list.plan, phase);
  const ends = endsSoon(to, open, today);
  if (ends.length > 0 && isOverdue(to, today)) return { pace: 'late', reasons: ends };
  const risks = [...open.flatMap((listed) => riskReasons(list, listed, ends.length > 0, today)), ...ends];
  return risks.length > 0 ? { pace: 'at-risk', reasons: risks } : { pace: 'open', reasons: [] };
}

function lateReasons(
  list: Checklist,
  { planned, rows }: Listed,
  all: readonly TaskNow[],
  today: Day,
  partName: PartName,
): readonly PaceReason[] {
  const overdue = rows.filter((row) => isOverdue(row.due, today));
  const [first] = overdue;
  if (!first?.due) return [];
  const task = refTo(planned);
  const ready = overdue.filter(({ state }) => state === 'ready');
  if (ready.length === 0) return waiting(list, planned, overdue);
  if (planned.multiplicity === 'once') return [{ kind: 'task-overdue', task, due: first.due }];
  const of = all.filter(({ state }) => state !== 'skipped' && state !== 'expired').length;
  return [{ kind: 'parts-missing', task, missing: overdue.map(partName), of }];
}

function riskReasons(list: Checklist, { planned, rows }: Listed, isEnding: boolean, today: Day): readonly PaceReason[] {
  const near = rows.find((row) => row.state === 'ready' && isNear(row.due, today));
  if (near?.due) return [{ kind: 'task-due-soon', task: refTo(planned), due: near.due }];
  const blocked = rows.filter((row) => row.state === 'waiting' && (isEnding || isNear(row.due, today)));
  return waiting(list, planned, blocked);
}

function waiting(list: Checklist, planned: Listed['planned'], rows: readonly TaskNow[]): readonly PaceReason[] {
  const on = rows.flatMap((row) => list.waitsFor(row))[0];
  return on ? [{ kind: 'waits-for', task: refTo(planned), on }] : [];
}

function endsSoon(to: Day, open: readonly Listed[], today: Day): readonly PaceReason[] {
  const left = open.length;
  return left > 0 && isNear(to, today) ? [{ kind: 'ends-soon', days: Math.max(0, daysBetween(today, to)), left }] : [];
}

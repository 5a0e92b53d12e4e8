import type { Actor } from '#domain/access/actor.ts';
import { mayDoTask, maySkipTask } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { taskId } from '#domain/ids.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import { isForHands } from '#domain/run/conditions.ts';
import type { TaskRef } from './answers/pace.ts';
import type { PhaseTask, TaskPart } from './answers/phase.ts';
import type { Checklist, Listed } from './checklist.ts';
import type { lapsedApprovals } from './lapsed-approvals.ts';
import { inNameOrder, inTextOrder } from './norwegian-order.ts';
import { paceOfAll } from './pace.ts';
import type { PartNames } from './part-names.ts';
import { isPersons } from './part-names.ts';
import type { ListOf } from './task-lists.ts';
import { isOpen, type TaskNow } from './task-rows.ts';

export interface TaskView {
  readonly actor: Actor;
  readonly today: Day;
  readonly list: Checklist;
  readonly names: PartNames;
  readonly listOf: ListOf;
  readonly lapsed: Awaited<ReturnType<typeof lapsedApprovals>>;
  readonly phaseState: string;
  /** The year is closed: nothing may be done any more. */
  readonly isClosed: boolean;
}

/** One line of a checklist. A task that many do is ticked and opened again part by part, and skipped in the plan. */
export function phaseTask({ planned, rows }: Listed, view: TaskView): PhaseTask {
  const { actor, today, list, names, phaseState, isClosed } = view;
  const pace = paceOfAll(rows, phaseState, today);
  const isSpread = planned.multiplicity !== 'once';
  const [only] = rows;
  const may = (rule: typeof mayDoTask) => !isClosed && !isSpread && only !== undefined && rule(actor, only);
  const found = view.listOf(planned);
  const lapsed = view.lapsed.find((one) => one.taskId === only?.taskId);
  return {
    taskId: taskId(planned.key),
    title: planned.title,
    ...(planned.note === undefined ? {} : { note: planned.note }),
    pace,
    due: only?.due,
    dueIsForecast: planned.due.forecast,
    optional: !planned.required,
    bySystem: planned.kind.by !== 'person',
    roles: [planned.role],
    people: isSpread ? [] : [names.person(only?.staffId ?? null)].filter((name) => name !== undefined),
    waitsFor: pace === 'waiting' ? once(rows.flatMap((row) => list.waitsFor(row))) : [],
    ...settled(rows, pace, names),
    ...(isSpread
      ? { spread: { over: rows.some(isPersons) ? 'person' : 'unit', parts: partsOf(planned, rows, view) } }
      : {}),
    ...(found === undefined ? {} : { list: found }),
    ...(planned.doneIn === undefined ? {} : { doneIn: planned.doneIn }),
    ...(lapsed === undefined ? {} : { lapsedSending: lapsed.campaignId }),
    mayComplete: may(mayDoTask) && only?.state === 'ready' && isForHands(planned.kind),
    mayReopen: may(mayDoTask) && only !== undefined && mayReopen(only),
    maySkip: may(maySkipTask) && only !== undefined && isOpen(only),
    mayOverride: may(maySkipTask) && only?.state === 'ready' && !isForHands(planned.kind),
  };
}

function settled(
  rows: readonly TaskNow[],
  pace: PhaseTask['pace'],
  names: PartNames,
): Pick<PhaseTask, 'finished' | 'skipped'> {
  const last = rows
    .flatMap((row) => (row.doneAt === undefined ? [] : [{ ...row, doneAt: row.doneAt }]))
    .toSorted((a, b) => b.doneAt - a.doneAt)
    .find(({ state }) => (pace === 'done' ? state === 'done' : state === 'skipped'));
  if (!last || (pace !== 'done' && pace !== 'skipped')) return {};
  const when = { on: dayOf(last.doneAt), by: names.person(last.doneBy) };
  const { skipReason } = last;
  if (pace === 'skipped') return { skipped: { ...when, reason: skipReason ?? '' } };
  return { finished: { ...when, ...(skipReason === null ? {} : { reason: skipReason }) } };
}

/** Everybody's part, by name. */
function partsOf(planned: PlannedTask, rows: readonly TaskNow[], view: TaskView): readonly TaskPart[] {
  const { actor, names, isClosed } = view;
  const parts = rows.map((row) => ({
    taskId: row.taskId,
    name: names.part(row),
    done: row.state === 'done',
    skipped: row.state === 'skipped' || row.state === 'expired',
    mayTick:
      !isClosed && mayDoTask(actor, row) && (mayReopen(row) || (row.state === 'ready' && isForHands(planned.kind))),
  }));
  return (rows.some(isPersons) ? inNameOrder : inTextOrder)(parts, ({ name }) => name);
}

/** What the register closed, only the register opens. */
const mayReopen = ({ state, doneBy }: TaskNow): boolean =>
  state === 'skipped' || state === 'expired' || (state === 'done' && doneBy !== null);

const once = (refs: readonly TaskRef[]): readonly TaskRef[] => [
  ...new Map(refs.map((ref) => [ref.taskId, ref])).values(),
];

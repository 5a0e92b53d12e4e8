import { type Actor, hasAs, holdsFor, ownersFor } from '#domain/access/actor.ts';
import { mayDoTask } from '#domain/access/may.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { weekday, weekdays } from '#domain/calendar/week.ts';
import type { PlannedPhase, PlannedTask } from '#domain/plan/plan.ts';
import { isRole } from '#domain/plan/role.ts';
import { isForHands } from '#domain/run/conditions.ts';
import type { Pace } from './answers/pace.ts';
import {
  type TaskRow,
  type TaskScope,
  type TasksAnswer,
  type TaskTime,
  taskScopes,
  taskTimes,
} from './answers/tasks.ts';
import { type Checklist, checklist } from './checklist.ts';
import { forwardedTo } from './forwarded.ts';
import { lapsedApprovals } from './lapsed-approvals.ts';
import { isOverdue, paceOf } from './pace.ts';
import { isPersons, type PartNames, partNames } from './part-names.ts';
import { phaseStates } from './phase-rows.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { isClosed } from './run.ts';
import { taskLists } from './task-lists.ts';
import { isOpen, type TaskNow, tasksOf } from './task-rows.ts';

export interface TasksAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly scope: TaskScope;
  readonly today: Day;
  /** Left out: all of them on one. */
  readonly page?: number;
}

const pageSize = 50;

/** What is to be done, by when: one's own, one's unit's, everybody's. Counted over all pages. */
export async function tasks(asking: Asking, plans: PlanBook, ask: TasksAsk): Promise<TasksAnswer> {
  const { db } = asking;
  const { actor, runId, scope, today } = ask;
  const plan = (await plans.inForce(runId))?.plan;
  if (!plan) throw new Error(`no plan in force for ${runId}`);
  const list = checklist(plan, await tasksOf(db, runId));
  const open = openIn(list);
  const timed = timedBy(await phaseStates(db, runId), today);
  const inScope = open
    .filter(({ row }) => isIn(scope, actor, row))
    .map(timed)
    .toSorted(byTime);
  const { shown, page, size } = partOf(inScope, ask.page);
  const replies = await forwardedTo(asking, { actor, runId });
  const names = await partNames(
    db,
    shown.map(({ row }) => row),
  );
  const rows = await rowsOf(asking, ask, { list, shown, names });
  const scopes = taskScopes.filter((one) => one !== 'unit' || ownUnits(actor).length > 0);
  return {
    today,
    scope,
    scopes: scopes.map((one) => ({
      scope: one,
      count: open.filter(({ row }) => isIn(one, actor, row)).length + (one === 'mine' ? replies.length : 0),
    })),
    units: ownUnits(actor).flatMap((id) => names.unit(id) ?? []),
    replies: scope === 'mine' ? replies : [],
    groups: taskTimes.map((time) => ({
      time,
      count: inScope.filter((one) => one.time === time).length,
      rows: rows.filter((one) => one.time === time).map(({ row }) => row),
    })),
    total: inScope.length,
    page,
    pageSize: size,
  };
}

/** A row that nobody has settled, with its place in the plan. */
interface OpenTask {
  readonly row: TaskNow;
  readonly phase: PlannedPhase;
  readonly task: PlannedTask;
}
interface TimedTask extends OpenTask {
  readonly pace: Pace;
  readonly time: TaskTime;
}

function openIn({ plan, rows }: Checklist): readonly OpenTask[] {
  const planned = new Map(plan.phases.flatMap((phase) => phase.tasks.map((task) => [task.key, { phase, task }])));
  return rows.filter(isOpen).flatMap((row) => {
    const found = planned.get(row.definition);
    return found ? [{ row, ...found }] : [];
  });
}

const timedBy =
  (stateOf: Awaited<ReturnType<typeof phaseStates>>, today: Day) =>
  (open: OpenTask): TimedTask => {
    const pace = paceOf(open.row, stateOf(open.phase.id), today);
    return { ...open, pace, time: timeOf(pace, open.row.due, today) };
  };

function partOf(all: readonly TimedTask[], asked: number | undefined) {
  if (asked === undefined) return { shown: all, page: 1, size: Math.max(1, all.length) };
  const page = Math.min(Math.max(1, asked), Math.max(1, Math.ceil(all.length / pageSize)));
  return { shown: all.slice((page - 1) * pageSize, page * pageSize), page, size: pageSize };
}

async function rowsOf(
  asking: Asking,
  { actor, runId, today }: TasksAsk,
  { list, shown, names }: { readonly list: Checklist; readonly shown: readonly TimedTask[]; readonly names: PartNames },
): Promise<readonly { readonly time: TaskTime; readonly row: TaskRow }[]> {
  const closed = await isClosed(asking.db, runId);
  const listOf = await taskLists(asking, { actor, runId, today }, [...new Set(shown.map(({ task }) => task))]);
  const lapsed = await lapsedApprovals(asking.db, runId);
  return shown.map(({ row, phase, task, pace, time }) => {
    const youths = listOf(task, row);
    const sending = lapsed.find((one) => one.taskId === row.taskId);
    return {
      time,
      row: {
        taskId: row.taskId,
        phaseId: phase.id,
        title: task.title,
        phaseNumber: phase.number,
        phaseShort: phase.title,
        part: row.unitId === null && !isPersons(row) ? undefined : names.part(row),
        due: row.due,
        pace,
        waitsFor: list.waitsFor(row),
        ...(youths === undefined ? {} : { list: youths }),
        ...(task.doneIn === undefined ? {} : { doneIn: task.doneIn }),
        ...(sending === undefined ? {} : { lapsedSending: sending.campaignId }),
        mayComplete: !closed && row.state === 'ready' && isForHands(task.kind) && mayDoTask(actor, row),
      },
    };
  });
}

/** The number beside «my tasks», on every page: those of one's own that can be done now, and replies to deal with. */
export async function openTasks(asking: Asking, actor: Actor, runId: string): Promise<number> {
  const { grants } = actor;
  const replies = await forwardedTo(asking, { actor, runId });
  const row = await asking.db
    .selectFrom('task')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where('run_id', '=', runId)
    .where('state', '=', 'ready')
    .where((where) =>
      where.or([
        where('staff_id', 'in', ownersFor(actor)),
        where.and([
          where('staff_id', 'is', null),
          where.or(
            grants.map(({ role, unitId }) =>
              where.and([where('role', '=', role), ...(unitId === null ? [] : [where('unit_id', '=', unitId)])]),
            ),
          ),
        ]),
      ]),
    )
    .executeTakeFirst();
  return (row?.n ?? 0) + replies.length;
}

function isIn(scope: TaskScope, actor: Actor, row: TaskNow): boolean {
  switch (scope) {
    case 'mine':
      return isMine(actor, row);
    case 'unit':
      return row.unitId !== null && ownUnits(actor).includes(row.unitId);
    case 'all':
      return true;
  }
}

/** Given to this person, to somebody they stand in for, or to nobody and theirs by role. */
const isMine = (actor: Actor, { staffId, unitId, role }: TaskNow): boolean =>
  staffId === null ? isRole(role) && holdsFor(actor, unitId, role) : hasAs(actor, staffId);

const ownUnits = ({ grants }: Actor): readonly string[] => [
  ...new Set(grants.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]))),
];

function timeOf(pace: Pace, due: Day | undefined, today: Day): TaskTime {
  if (pace === 'waiting') return 'waiting';
  if (isOverdue(due, today)) return 'overdue';
  if (due === undefined) return 'later';
  if (due <= addDays(today, 1)) return 'today';
  return due <= sundayOf(today) ? 'week' : 'later';
}

const sundayOf = (today: Day): Day => addDays(today, weekdays.length - 1 - weekdays.indexOf(weekday(today)));

/** By when, then by day; what is due the same day in the order of the sheet. */
function byTime(a: TimedTask, b: TimedTask): number {
  const [left, right] = [a.row.due ?? '9', b.row.due ?? '9'];
  return taskTimes.indexOf(a.time) - taskTimes.indexOf(b.time) || (left < right ? -1 : left > right ? 1 : 0);
}

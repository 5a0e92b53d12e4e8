import { type Actor, hasAs, holdsFor, ownersFor } from '#domain/access/actor.ts';
import { mayDoTask } from '#domain/access/may.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { weekday, weekdays } from '#domain/calendar/week.ts';
import { isRole } from '#domain/plan/role.ts';
import { isForHands } from '#domain/run/conditions.ts';
import {
  type TaskRow,
  type TaskScope,
  type TasksAnswer,
  type TaskTime,
  taskScopes,
  taskTimes,
} from './answers/tasks.ts';
import { checklist } from './checklist.ts';
import { forwardedTo } from './forwarded.ts';
import { isOverdue, paceOf } from './pace.ts';
import { isPersons, partNames } from './part-names.ts';
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
}

/** What is to be done, by when: one's own, one's unit's, everybody's. */
export async function tasks(
  asking: Asking,
  plans: PlanBook,
  { actor, runId, scope, today }: TasksAsk,
): Promise<TasksAnswer> {
  const { db } = asking;
  const plan = (await plans.inForce(runId))?.plan;
  if (!plan) throw new Error(`no plan in force for ${runId}`);
  const list = checklist(plan, await tasksOf(db, runId));
  const planned = new Map(plan.phases.flatMap((phase) => phase.tasks.map((task) => [task.key, { phase, task }])));
  const open = list.rows.filter((row) => isOpen(row) && planned.has(row.definition));
  const shown = open.filter((row) => isIn(scope, actor, row));
  const stateOf = await phaseStates(db, runId);
  const names = await partNames(db, shown);
  const closed = await isClosed(db, runId);
  const inList = [...new Set(shown.map(({ definition }) => definition))].flatMap((key) => planned.get(key)?.task ?? []);
  const listOf = await taskLists(asking, { actor, runId, today }, inList);
  const rows = shown.flatMap((row): readonly TaskRow[] => {
    const found = planned.get(row.definition);
    if (!found) return [];
    const { phase, task } = found;
    const youths = listOf(task, row);
    return [
      {
        taskId: row.taskId,
        phaseId: phase.id,
        title: task.title,
        phaseNumber: phase.number,
        phaseShort: phase.title,
        part: row.unitId === null && !isPersons(row) ? undefined : names.part(row),
        due: row.due,
        pace: paceOf(row, stateOf(phase.id), today),
        waitsFor: list.waitsFor(row),
        ...(youths === undefined ? {} : { list: youths }),
        ...(task.doneIn === undefined ? {} : { doneIn: task.doneIn }),
        mayComplete: !closed && row.state === 'ready' && isForHands(task.kind) && mayDoTask(actor, row),
      },
    ];
  });
  const replies = await forwardedTo(asking, { actor, runId });
  const scopes = taskScopes.filter((one) => one !== 'unit' || ownUnits(actor).length > 0);
  return {
    today,
    scope,
    scopes: scopes.map((one) => ({
      scope: one,
      count: open.filter((row) => isIn(one, actor, row)).length + (one === 'mine' ? replies.length : 0),
    })),
    units: ownUnits(actor).flatMap((id) => names.unit(id) ?? []),
    replies: scope === 'mine' ? replies : [],
    groups: taskTimes.map((time) => ({
      time,
      rows: rows.filter((row) => timeOf(row, today) === time).toSorted(byDue),
    })),
  };
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

function timeOf({ pace, due }: TaskRow, today: Day): TaskTime {
  if (pace === 'waiting') return 'waiting';
  if (isOverdue(due, today)) return 'overdue';
  if (due === undefined) return 'later';
  if (due <= addDays(today, 1)) return 'today';
  return due <= sundayOf(today) ? 'week' : 'later';
}

const sundayOf = (today: Day): Day => addDays(today, weekdays.length - 1 - weekdays.indexOf(weekday(today)));

const byDue = (a: TaskRow, b: TaskRow): number => {
  const [left, right] = [a.due ?? '9', b.due ?? '9'];
  return left < right ? -1 : left > right ? 1 : 0;
};

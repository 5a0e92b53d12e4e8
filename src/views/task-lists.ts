import type { Actor } from '#domain/access/actor.ts';
import { staffId, unitId } from '#domain/ids.ts';
import { type Answered, isAnswered } from '#domain/plan/condition.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import { everybody, leftOf, type Part, partOf } from '#domain/run/conditions.ts';
import type { TaskList } from './answers/phase.ts';
import { nameOfCounted } from './counted-list.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import type { TaskNow } from './task-rows.ts';

/** What is left of a task that looks after itself: everybody's, or that of one person or unit. */
export type ListOf = (planned: PlannedTask, part?: TaskNow) => TaskList | undefined;

/** What is left for each task that the register answers for; counted in one look, by whom it belongs to. */
export async function taskLists(
  { db, ports }: Asking,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
  planned: readonly PlannedTask[],
): Promise<ListOf> {
  const asked = [...new Set(planned.flatMap((task) => conditionOf(task) ?? []))];
  const left = await ports.conditions.leftOf(db, runId, asked, within(reachOf(actor)));
  const seen = left.map((sum) => ({ ...sum, n: sum.seen }));
  return (task, row) => {
    const condition = conditionOf(task);
    if (condition === undefined || !asked.includes(condition)) return undefined;
    const part = row ? partOf(row) : everybody;
    const question = { condition, track: task.track ?? null };
    const count = leftOf(question, part, seen);
    return {
      count,
      hidden: leftOf(question, part, left) - count,
      list: {
        frozen: nameOfCounted({ kind: 'left', ...question }),
        ...ofPart(part),
      },
    };
  };
}

function ofPart(part: Part): Pick<TaskList['list'], 'caseworker' | 'unit'> {
  if (part.whose === 'person') return { caseworker: part.staffId === null ? 'none' : staffId(part.staffId) };
  return part.whose === 'unit' && part.unitId !== null ? { unit: unitId(part.unitId) } : {};
}

/** What the system has done has no list: it is done or not. */
const conditionOf = ({ kind }: PlannedTask): Answered | undefined =>
  kind.by === 'data' && isAnswered(kind.condition) ? kind.condition : undefined;

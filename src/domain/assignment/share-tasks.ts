import type { MovedTask } from '../act/act.ts';
import type { Way, Worker } from './propose.ts';

/** A task of the one whose work is moved. */
export interface LeftTask {
  readonly taskId: string;
  readonly unitId: string | null;
  readonly role: string;
}

/**
 * Who takes the tasks of somebody who leaves: the one who takes everything; else advisers' tasks go round among those of the unit who are
 * here, the one with fewest youths first, and other roles' tasks to everybody with the role.
 */
export function shareTasks(
  tasks: readonly LeftTask[],
  workers: readonly Worker[],
  { way, from }: { readonly way: Way; readonly from: string },
): readonly MovedTask[] {
  const given = new Map<string, number>();
  return tasks.map(({ taskId, unitId, role }) => {
    if (way.kind === 'one') return { taskId, from, to: way.staffId };
    const [next] =
      role === 'adviser'
        ? workers
            .filter((worker) => !worker.isAbsent && worker.staffId !== from && isIn(worker, unitId))
            .toSorted(
              (a, b) =>
                (given.get(a.staffId) ?? 0) - (given.get(b.staffId) ?? 0) ||
                a.load - b.load ||
                (a.staffId < b.staffId ? -1 : 1),
            )
        : [];
    if (next) given.set(next.staffId, (given.get(next.staffId) ?? 0) + 1);
    return { taskId, from, to: next?.staffId ?? null };
  });
}

const isIn = (worker: Worker, unitId: string | null): boolean =>
  unitId === null || worker.unitId === null || worker.unitId === unitId;

import type { Actor } from '#domain/access/actor.ts';
import { staffId, unitId } from '#domain/ids.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import type { TaskList } from './answers/phase.ts';
import type { YouthFilter } from './answers/youths.ts';
import { nameOfCounted } from './counted-list.ts';
import { isPersons } from './part-names.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import type { TaskNow } from './task-rows.ts';
import { every, ofRun } from './youth-filter.ts';

/** The youths a task that looks after itself is about: everybody's, or those of one person or unit. */
export type ListOf = (planned: PlannedTask, part?: TaskNow) => TaskList | undefined;

/** The youths left for each task with a condition that is about them; counted in one look, by whom they belong to. */
export async function taskLists(
  { db, ports }: Asking,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
  planned: readonly PlannedTask[],
): Promise<ListOf> {
  if (!planned.some((task) => filterOf(task) !== undefined)) return () => undefined;
  const left = await db
    .selectFrom('youth_case')
    .select((where) => ['caseworker_id', 'unit_id', 'track', 'choice', where.fn.countAll<number>().as('n')])
    .where(every([ofRun(runId), within(reachOf(actor)), ports.isCounted('transferCode')]))
    .groupBy(['caseworker_id', 'unit_id', 'track', 'choice'])
    .execute();
  return (task, part) => {
    const list = filterOf(task);
    if (!list) return undefined;
    const staff = part && isPersons(part) ? part.staffId : null;
    const unit = part?.unitId ?? null;
    const theirs = left.filter(
      (row) =>
        (list.frozen === undefined || (row.choice === null && row.track === task.track)) &&
        (staff === null ? unit === null || row.unit_id === unit : row.caseworker_id === staff),
    );
    return {
      count: theirs.reduce((sum, { n }) => sum + n, 0),
      list: {
        ...list,
        ...(staff !== null ? { caseworker: staffId(staff) } : unit !== null ? { unit: unitId(unit) } : {}),
      },
    };
  };
}

/** The list a condition is about; undefined for conditions on other things than youths' codes and choices. */
function filterOf({ kind, track }: PlannedTask): YouthFilter | undefined {
  if (kind.by !== 'data') return undefined;
  switch (kind.condition) {
    case 'no-youth-without-choice':
      return track === undefined ? undefined : { frozen: nameOfCounted({ kind: 'choice', track }) };
    case 'no-transfer-code-uncoded':
      return { list: 'transfer-code' };
    default:
      return undefined;
  }
}

import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { staffId, unitId } from '#domain/ids.ts';
import type { Condition } from '#domain/plan/condition.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import { everybody, leftOf, type Part, partOf, type Question } from '#domain/run/conditions.ts';
import type { ListPlace, TaskList } from './answers/phase.ts';
import { nameOfCounted } from './counted-list.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import type { TaskNow } from './task-rows.ts';

/** What is left of a task that looks after itself: everybody's, or that of one person or unit. */
export type ListOf = (planned: PlannedTask, part?: TaskNow) => TaskList | undefined;

/** What is left for each task that the register answers for; counted in one look, by whom it belongs to. */
export async function taskLists(
  asking: Asking,
  { actor, ...asked }: { readonly actor: Actor; readonly runId: string; readonly today: Day },
  planned: readonly PlannedTask[],
): Promise<ListOf> {
  const { db, ports } = asking;
  const conditions = [...new Set(planned.flatMap((task) => conditionOf(task) ?? []))];
  const reach = reachOf(actor);
  const isSeen = reach.kind === 'everybody' ? undefined : within(reach);
  const left = await ports.conditions.leftOf(db, asked, conditions, isSeen);
  const seen = left.map((sum) => ({ ...sum, n: sum.seen }));
  const undecided = conditions.includes('no-uncertain-match') ? await listsToDecide(asking, asked.runId) : [];
  return (task, row) => {
    const condition = conditionOf(task);
    if (condition === undefined || !conditions.includes(condition)) return undefined;
    const part = row ? partOf(row) : everybody;
    const question = { condition, track: task.track ?? null, window: task.window ?? null };
    const count = leftOf(question, part, seen);
    return { count, hidden: leftOf(question, part, left) - count, place: placeOf(question, part, undecided) };
  };
}

/** What the system has done has no list: it is done or not. */
const conditionOf = ({ kind }: PlannedTask): Condition | undefined => (kind.by === 'data' ? kind.condition : undefined);

function placeOf(question: Question, part: Part, undecided: readonly string[]): ListPlace {
  const { condition, track, window } = question;
  switch (condition) {
    case 'every-reply-forwarded':
      return { page: 'replies', ...unitOf(part) };
    case 'no-uncertain-match': {
      const [only, another] = undecided;
      return { page: 'cross-check', ...(only === undefined || another !== undefined ? {} : { listId: only }) };
    }
    case 'no-stale-case-in-own-list':
      return { page: 'cleaning', filter: { caseworker: 'all', ...caseworkerOf(part) } };
    case 'no-card-uncalled':
      return { page: 'youths', filter: { frozen: nameOfCounted({ kind: 'cards', window, part }) } };
    default: {
      const frozen = nameOfCounted({ kind: 'left', condition, track });
      return { page: 'youths', filter: { frozen, ...caseworkerOf(part), ...unitOf(part) } };
    }
  }
}

const caseworkerOf = (part: Part) =>
  part.whose === 'person' ? { caseworker: part.staffId === null ? ('none' as const) : staffId(part.staffId) } : {};
const unitOf = (part: Part) => (part.whose === 'unit' && part.unitId !== null ? { unit: unitId(part.unitId) } : {});

/** Lists with pairs of which nobody has said whether they are one person. */
async function listsToDecide({ db }: Asking, runId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cross_check_pair as pair')
    .innerJoin('cross_check_list as list', 'list.list_id', 'pair.list_id')
    .select('pair.list_id')
    .distinct()
    .where('list.run_id', '=', runId)
    .where('pair.band', '<>', 'certain')
    .where('pair.decided', 'is', null)
    .execute();
  return rows.map(({ list_id }) => list_id);
}

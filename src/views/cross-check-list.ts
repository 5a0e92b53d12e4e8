import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayCrossCheck, maySeeProtected } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';
import {
  type CheckCounts,
  type CheckListAnswer,
  type CheckListRow,
  type CheckShow,
  pairStates,
} from './answers/cross-check.ts';
import { countsOf, hasNoPair, isSpecial, outsidePlaces, pairsOf } from './cross-check-counts.ts';
import { knownRows } from './cross-check-known.ts';
import { listHead, listRows } from './cross-check-lists.ts';
import { nameIn } from './cross-check-name.ts';
import { checkPairs } from './cross-check-pairs.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { hiddenFrom, reachOf, within } from './reach.ts';
import { isClosed } from './run.ts';
import { namesOf } from './staff-names.ts';

const pageSize = 20;

export interface CheckAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly listId: string;
  readonly shown: CheckShow | undefined;
  /** 1 is the first. */
  readonly page: number;
  readonly today: Day;
}

/** One list with a page of its pairs or rows; undefined both where there is none and where the reader may not see it. */
export async function crossCheckList(
  asking: Asking,
  plans: PlanBook,
  ask: CheckAsk,
): Promise<CheckListAnswer | undefined> {
  const { db } = asking;
  const { actor, runId, listId } = ask;
  if (!mayCrossCheck(actor)) return undefined;
  const row = await listRows(db).where('list_id', '=', listId).where('run_id', '=', runId).executeTakeFirst();
  const counts = row && (await countsOf(db, actor, [listId])).get(listId);
  if (!row || !counts) return undefined;
  const cohorts = (await plans.inForce(runId))?.plan.cohorts ?? [];
  const nameOf = await namesOf(db, [row.received_by]);
  const shown = ask.shown ?? firstShown(counts);
  const page = Math.min(Math.max(1, ask.page), Math.max(1, Math.ceil(counts[shown] / pageSize)));
  const part = { ...ask, shown, page };
  const isOfRows = shown === 'none' || shown === 'outside';
  // `as`: receiving wrote the remarks.
  const { faults, notes } = row.remarks as { readonly faults: readonly Fault[]; readonly notes: readonly Refusal[] };
  return {
    ...listHead(row, cohorts, nameOf(row.received_by), counts),
    ...{ today: ask.today, faults, notes, shown, page, pageSize },
    pairs: isOfRows ? [] : await pairsShown(asking, part),
    rows: isOfRows ? await rowsShown(asking, part) : [],
    hidden: await hiddenCount(asking, ask),
    mayAct: !(await isClosed(db, runId)),
  };
}

const firstShown = (counts: CheckCounts): CheckShow =>
  (['waiting', 'undecided', ...pairStates] as const).find((state) => counts[state] > 0) ?? 'waiting';

type Part = CheckAsk & { readonly shown: CheckShow };

async function pairsShown(asking: Asking, { actor, listId, shown, page }: Part) {
  const ids = await pairsOf(asking.db, within(reachOf(actor)))
    .select('pair_id')
    .where('list_id', '=', listId)
    .$call((query) => (shown === 'special' ? query.where(isSpecial) : query.where('state', '=', shown)))
    .orderBy('row_number')
    .orderBy('score', 'desc')
    .orderBy('pair_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return checkPairs(
    asking,
    listId,
    ids.map(({ pair_id }) => pair_id),
  );
}

async function rowsShown(
  asking: Asking,
  { actor, runId, listId, shown, page }: Part,
): Promise<readonly CheckListRow[]> {
  const { db, ports } = asking;
  const found = await db
    .selectFrom('cross_check_row as row')
    .select(['row_number', 'window_place', 'started_on', sql<boolean>`not ${hasNoPair}`.as('is_ours')])
    .where('list_id', '=', listId)
    .$call((query) => (shown === 'none' ? query.where(hasNoPair) : query.where('window_place', 'in', outsidePlaces)))
    .orderBy('row_number')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const written = await ports.crossChecks.rows(
    listId,
    found.map(({ row_number }) => row_number),
  );
  const known = maySeeProtected(actor) ? new Set() : await knownRows(asking, runId, written.values());
  return found.map(({ row_number, window_place, started_on, is_ours }) => {
    const isKnown = !is_ours && known.has(row_number);
    const row = is_ours || isKnown ? undefined : written.get(row_number);
    return {
      row: row_number,
      // A row that is, or may be, one of ours is told by its pair, to those who may see the youth.
      name: row ? nameIn(row) : '',
      born: row?.birthDate,
      startedOn: parseDay(started_on ?? ''),
      // `as`: the column holds what `placeInWindow` answers.
      place: window_place as CheckListRow['place'],
      isMatched: is_ours,
      isKnown,
    };
  });
}

async function hiddenCount({ db }: Asking, { actor, listId }: CheckAsk): Promise<number> {
  const row = await pairsOf(db, hiddenFrom(reachOf(actor)))
    .where('list_id', '=', listId)
    .select((where) => where.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return row?.n ?? 0;
}

import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { among } from './among.ts';
import { type CheckCounts, pairStates } from './answers/cross-check.ts';
import type { CaseRule, Tabled } from './ports.ts';
import { reachOf, within } from './reach.ts';

/** A pair that a person should look at with care: twins, one name for two people, several that fit, one youth on several lists. */
export const isSpecial = sql<boolean>`(pair.other_lists > 0 or pair.remarks ?| ${sql.lit('{twins,two-people-or-two-numbers,number-of-another,several-fit}')}::text[])`;

/** Rows that stand to the list's window in a way that speaks for no code. */
export const outsidePlaces = ['before', 'after', 'no-day'] as const;

export const pairsOf = (db: Tabled, rule: CaseRule) =>
  db
    .selectFrom('cross_check_standing as pair')
    .innerJoin('youth_case', 'youth_case.case_id', 'pair.case_id')
    // `as`: a rule on cases holds wherever the case's own columns are at hand.
    .where((where) => rule(where as never));

/** What is in each of these lists, for one reader, in two questions however many lists there are. */
export async function countsOf(
  db: Tabled,
  actor: Actor,
  listIds: readonly string[],
): Promise<ReadonlyMap<string, CheckCounts>> {
  if (listIds.length === 0) return new Map();
  const [pairs, rows] = await Promise.all([pairCounts(db, actor, listIds), rowCounts(db, listIds)]);
  return new Map(
    rows.map(({ list_id, ...counted }) => {
      const own = pairs.filter((pair) => pair.list_id === list_id);
      const byState = Object.fromEntries(pairStates.map((state) => [state, 0]));
      for (const { state, n } of own) byState[state] = n;
      const special = own.reduce((sum, pair) => sum + pair.special, 0);
      // `as`: every state is filled in above.
      return [list_id, { ...byState, ...counted, special } as unknown as CheckCounts];
    }),
  );
}

const pairCounts = (db: Tabled, actor: Actor, listIds: readonly string[]) =>
  pairsOf(db, within(reachOf(actor)))
    .where('list_id', 'in', among(listIds))
    .groupBy(['list_id', 'state'])
    .select((where) => [
      'list_id',
      'state',
      where.fn.countAll<number>().as('n'),
      where.fn.countAll<number>().filterWhere(isSpecial).as('special'),
    ])
    .execute();

/** Of rows, not of pairs: nobody's name is told by these, so they are the same for every reader. */
const rowCounts = (db: Tabled, listIds: readonly string[]) =>
  db
    .selectFrom('cross_check_list as list')
    .leftJoin('cross_check_row as row', 'row.list_id', 'list.list_id')
    .where('list.list_id', 'in', among(listIds))
    .groupBy('list.list_id')
    .select((where) => [
      'list.list_id',
      where.fn.count<number>('row.row_number').as('rows'),
      where.fn.count<number>('row.row_number').filterWhere(hasMatch).as('matched'),
      where.fn.count<number>('row.row_number').filterWhere(hasNoPair).as('none'),
      where.fn.count<number>('row.row_number').filterWhere('row.window_place', 'in', outsidePlaces).as('outside'),
    ])
    .execute();

const pairOfRow = sql`select from cross_check_pair one where one.list_id = row.list_id and one.row_number = row.row_number`;
const hasMatch = sql<boolean>`exists (${pairOfRow} and (one.decided = 'same' or (one.band = 'certain' and one.decided is null)))`;
/** Nobody of the register, for all that the matching and people say. */
export const hasNoPair = sql<boolean>`not exists (${pairOfRow} and one.decided is distinct from 'not-same')`;

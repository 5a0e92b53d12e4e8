import { sql } from 'kysely';
import type { Tabled } from './ports.ts';
import { hiddenFrom, type Reach, within } from './reach.ts';
import { every, ofRun } from './youth-filter.ts';

/** A counter as it was frozen for the whole county. */
export interface Frozen {
  readonly phaseId: string;
  readonly side: string;
  readonly name: string;
  readonly cases: ReadonlySet<string>;
}

export interface FrozenLists {
  readonly ofRun: (runId: string) => Promise<readonly Frozen[]>;
}

/**
 * Lists frozen by counters. They never change once written, but for cases an undone intake took away; so each is read once, and
 * again when an intake was undone. Ten thousand ids in a dozen lists are too many to join for each reader.
 */
export function frozenLists(db: Tabled): FrozenLists {
  const kept = new Map<string, { readonly key: string; readonly frozen: Frozen }>();
  return {
    ofRun: async (runId) => {
      const heads = await headsOf(db, runId);
      const keyOf = (head: (typeof heads)[number]) => `${head.frozen_at}/${head.undone}`;
      const nameOf = (head: { phase_id: string; side: string; name: string }) =>
        `${runId}/${head.phase_id}/${head.side}/${head.name}`;
      if (heads.some((head) => kept.get(nameOf(head))?.key !== keyOf(head))) {
        const lists = await casesOf(db, runId);
        for (const head of heads) {
          const cases = new Set(lists.get(nameOf({ ...head })) ?? []);
          const { phase_id: phaseId, side, name } = head;
          kept.set(nameOf(head), { key: keyOf(head), frozen: { phaseId, side, name, cases } });
        }
      }
      return heads.flatMap((head) => kept.get(nameOf(head))?.frozen ?? []);
    },
  };

  async function casesOf(tables: Tabled, runId: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await tables
      .selectFrom('counter')
      .select([
        'phase_id',
        'side',
        'name',
        sql<readonly string[] | null>`(select jsonb_agg(one.id) from jsonb_array_elements_text(cases) as one (id)
          where exists (select from youth_case where case_id = one.id))`.as('cases'),
      ])
      .where('run_id', '=', runId)
      .where('unit_id', 'is', null)
      .execute();
    return new Map(rows.map((row) => [`${runId}/${row.phase_id}/${row.side}/${row.name}`, row.cases ?? []]));
  }
}

const headsOf = (db: Tabled, runId: string) =>
  db
    .selectFrom('counter')
    .select((from) => [
      'phase_id',
      'side',
      'name',
      'frozen_at',
      from
        .selectFrom('intake')
        .select((where) => where.fn.countAll<number>().as('n'))
        .where('intake.run_id', '=', runId)
        .where('intake.state', '=', 'undone')
        .as('undone'),
    ])
    .where('run_id', '=', runId)
    .where('unit_id', 'is', null)
    .execute();

/** How many of a frozen list a reader's numbers count. */
export async function countersWithin(
  db: Tabled,
  runId: string,
  reach: Reach,
): Promise<(cases: ReadonlySet<string>) => number> {
  if (reach.kind === 'nobody') return () => 0;
  if (reach.kind === 'everybody') return (cases) => cases.size;
  // Whichever are fewer are looked up: those seen in a unit, or those hidden in the county.
  const isCounty = reach.units === 'all';
  const rows = await db
    .selectFrom('youth_case')
    .select('case_id')
    .where(every([ofRun(runId), isCounty ? hiddenFrom(reach) : within(reach)]))
    .execute();
  return (cases) => {
    const found = rows.filter(({ case_id }) => cases.has(case_id)).length;
    return isCounty ? cases.size - found : found;
  };
}

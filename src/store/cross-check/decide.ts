import type { Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { ActivityKind } from '#domain/coding/situation.ts';
import type { PlaceInWindow } from '#domain/cross-check/list-kind.ts';
import type { PairDecision } from '#ports/cross-checks.ts';
import { insertMany } from '../insert-many.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import { caseStates } from './case-states.ts';
import { writeLine } from './journal-line.ts';
import { proposalColumns, propose } from './match-list.ts';

/** Keeps what a person answered, on the pair and for the next list; the same wish twice is one answer. */
export async function decidePairs(db: Database, decision: PairDecision): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const answered = await answeredBy(tx, decision.commandId);
    const pairs = (await openPairs(tx, decision.pairIds)).filter(({ pair_id }) => !answered.has(pair_id));
    const states = await caseStates(
      tx,
      pairs.map(({ case_id }) => case_id),
    );
    await remember(tx, decision, pairs, (caseId) => states.get(caseId)?.personId);
    await tellJournal(tx, decision, pairs);
    for (const pair of pairs) {
      const state = states.get(pair.case_id);
      if (!state) continue;
      const word = {
        // `as`: the columns hold what the list's meaning and `placeInWindow` say.
        activity: pair.activity as ActivityKind | null,
        place: pair.window_place as PlaceInWindow,
        startedOn: pair.started_on as Day | null,
        endedOn: pair.ended_on as Day | null,
      };
      const fresh = proposalColumns(propose(word, state, decision.today), state, decision.at);
      await tx
        .updateTable('cross_check_pair')
        .set({
          decided: decision.answer,
          decided_by: decision.by,
          decided_at: decision.at,
          remembered: false,
          ...fresh,
        })
        .where('pair_id', '=', pair.pair_id)
        .execute();
    }
  });
}

async function tellJournal(tx: Transaction<Tables>, decision: PairDecision, pairs: readonly OpenPair[]): Promise<void> {
  const { answer, by, at, commandId, onBehalfOf } = decision;
  for (const listId of new Set(pairs.map(({ list_id }) => list_id))) {
    const own = pairs.filter(({ list_id }) => list_id === listId);
    await writeLine(tx, {
      listId,
      runId: own[0]?.run_id ?? '',
      type: 'pairs.decided',
      facts: { answer, pairs: own.map(({ pair_id }) => pair_id) },
      ...{ by, at, commandId },
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    });
  }
}

async function answeredBy(tx: Transaction<Tables>, commandId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('cross_check_decision')
    .select('pair_id')
    .where('command_id', '=', commandId)
    .execute();
  return new Set(rows.map(({ pair_id }) => pair_id));
}

/** Those an answer can still change: an accepted one is taken back first. */
const openPairs = (tx: Transaction<Tables>, pairIds: readonly string[]) =>
  tx
    .selectFrom('cross_check_standing as pair')
    .innerJoin('cross_check_list as list', 'list.list_id', 'pair.list_id')
    .innerJoin('cross_check_row as row', (join) =>
      join.onRef('row.list_id', '=', 'pair.list_id').onRef('row.row_number', '=', 'pair.row_number'),
    )
    .select([
      'pair_id',
      'pair.list_id',
      'list.run_id',
      'case_id',
      'activity',
      'window_place',
      'started_on',
      'ended_on',
      'prints',
    ])
    .where('pair_id', 'in', among(pairIds))
    .where('state', '<>', 'accepted')
    .execute();

type OpenPair = Awaited<ReturnType<typeof openPairs>>[number];

async function remember(
  tx: Transaction<Tables>,
  { commandId, answer, at, by, onBehalfOf }: PairDecision,
  pairs: readonly OpenPair[],
  personOf: (caseId: string) => string | undefined,
): Promise<void> {
  await insertMany(
    tx,
    'cross_check_decision',
    pairs.flatMap(({ pair_id, case_id, prints }) => {
      const personId = personOf(case_id);
      return personId === undefined
        ? []
        : prints.map((print) => ({
            command_id: commandId,
            person_id: personId,
            print,
            answer,
            pair_id,
            decided_at: at,
            by_staff: by,
            on_behalf_of: onBehalfOf ?? null,
          }));
    }),
  );
}

import type { Day } from '#domain/calendar/day.ts';
import type { Proposal } from '#domain/cross-check/proposal.ts';
import type { CheckListReader, CrossChecks, PairFacts } from '#ports/cross-checks.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';
import { decidePairs } from './decide.ts';
import { matchAgain, receiveCheckList, rowsOf } from './receive.ts';

/** Cross-checks on our database; what reads a file is given, so that no format is known here. */
export const crossChecks = (db: Database, sealing: Sealing, readList: CheckListReader): CrossChecks => ({
  receive: (list) => receiveCheckList(db, sealing, readList, list),
  matchAgain: (listId, when) => matchAgain(db, sealing, listId, when),
  decide: (decision) => decidePairs(db, decision),
  pairs: (pairIds) => pairFacts(db, pairIds),
  waitingIn: async (listId) => {
    const rows = await db
      .selectFrom('cross_check_standing')
      .select('pair_id')
      .where('list_id', '=', listId)
      .where('state', '=', 'waiting')
      .orderBy('row_number')
      .execute();
    return rows.map(({ pair_id }) => pair_id);
  },
  runOf: async (listId) => {
    const row = await db
      .selectFrom('cross_check_list')
      .select('run_id')
      .where('list_id', '=', listId)
      .executeTakeFirst();
    return row?.run_id;
  },
  markAccepted: async (pairIds, actId) => {
    if (pairIds.length === 0) return;
    await db
      .updateTable('cross_check_pair')
      .set({ accepted_act: actId })
      .where('pair_id', 'in', among(pairIds))
      .execute();
  },
  rows: (listId, rows) => rowsOf(db, sealing, listId, rows),
});

async function pairFacts(db: Database, pairIds: readonly string[]): Promise<readonly PairFacts[]> {
  if (pairIds.length === 0) return [];
  const rows = await db
    .selectFrom('cross_check_standing as pair')
    .innerJoin('youth_case', 'youth_case.case_id', 'pair.case_id')
    .select([
      'pair_id as pairId',
      'list_id as listId',
      'run_id as runId',
      'pair.case_id as caseId',
      'unit_id as unitId',
      'caseworker_id as caseworkerId',
      'is_protected as isProtected',
      'born_on',
      'is_match as isMatch',
      'state',
      'proposal',
      'overtaken_by as overtakenBy',
      'accepted_act as acceptedAct',
      'other_codes as otherCodes',
    ])
    .where('pair_id', 'in', among(pairIds))
    .orderBy('row_number')
    .execute();
  return rows.map(({ born_on, proposal, state, acceptedAct, ...row }) => ({
    ...row,
    born: born_on as Day | null,
    // `as`: only `proposalColumns` writes the column.
    proposal: proposal as Proposal,
    acceptedAct: state === 'accepted' ? acceptedAct : null,
  }));
}

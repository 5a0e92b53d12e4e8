import { randomUUID } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { ActivityKind } from '#domain/coding/situation.ts';
import { ageFacts } from '#domain/coding/situation.ts';
import type { PlaceInWindow } from '#domain/cross-check/list-kind.ts';
import { matchLists, type Pair } from '#domain/cross-check/match-lists.ts';
import { comparedFields } from '#domain/cross-check/person.ts';
import { type Proposal, proposalFor } from '#domain/cross-check/proposal.ts';
import type { CheckedRow } from '#ports/cross-checks.ts';
import { insertMany } from '../insert-many.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { type CaseState, caseStates } from './case-states.ts';
import { remembered } from './memory.ts';
import { registerRows } from './register-rows.ts';

type PairRow = Required<Insertable<Tables['cross_check_pair']>>;

/** A row ready to be matched: who it is, where it stands to the window, and what it is remembered by. */
export interface PlacedRow {
  readonly row: CheckedRow;
  readonly place: PlaceInWindow;
  readonly prints: readonly string[];
}

export interface Matching {
  readonly listId: string;
  readonly runId: string;
  readonly activity: ActivityKind | null;
  readonly rows: readonly PlacedRow[];
  readonly at: number;
  readonly today: Day;
}

/**
 * Matches a list with the register as it is now and writes the pairs anew. What people have decided stands, here or on an earlier list; what
 * was accepted keeps the proposal it was accepted by.
 */
export async function matchAndWrite(
  tx: Transaction<Tables>,
  sealing: Sealing,
  matching: Matching,
): Promise<{ readonly pairs: number; readonly registerSize: number }> {
  const { known, people, currentNumber } = await registerRows(tx, sealing, matching.runId);
  const listed = matching.rows.map(({ row }) =>
    row.nationalId === undefined ? row : { ...row, nationalId: currentNumber(row.nationalId.replaceAll(/\D/g, '')) },
  );
  const pairs = matchLists(people, listed);
  const caseOf = (pair: Pair) => known[pair.register]?.caseId ?? '';
  const states = await caseStates(tx, [...new Set(pairs.map(caseOf))]);
  const before = await pairsBefore(tx, matching.listId);
  const recall = await remembered(tx, matching.rows);
  const byRow = new Map(matching.rows.map((placed) => [placed.row.row, placed]));
  const rows = pairs.flatMap((pair): PairRow[] => {
    const [state, placed] = [states.get(caseOf(pair)), byRow.get(pair.list)];
    if (!state || !placed) return [];
    const earlier = before.get(`${pair.list} ${caseOf(pair)}`);
    before.delete(`${pair.list} ${caseOf(pair)}`);
    const answer = recall(state.personId, placed.prints);
    const fresh = pairRow(matching, pair, { state, placed, caseId: caseOf(pair) });
    if (!earlier) return [{ ...fresh, decided: answer ?? null, remembered: answer !== undefined }];
    return [keptWith(earlier, fresh, answer)];
  });
  // What somebody has answered or accepted is not lost because the register reads otherwise today.
  const kept = [...before.values()].filter(({ decided, accepted_act }) => decided !== null || accepted_act !== null);
  await tx.deleteFrom('cross_check_pair').where('list_id', '=', matching.listId).execute();
  await insertMany(tx, 'cross_check_pair', [...rows, ...kept.map(asInsert)]);
  return { pairs: rows.length + kept.length, registerSize: people.length };
}

async function pairsBefore(tx: Transaction<Tables>, listId: string) {
  const rows = await tx.selectFrom('cross_check_standing').selectAll().where('list_id', '=', listId).execute();
  return new Map(rows.map((row) => [`${row.row_number} ${row.case_id}`, row]));
}

type Standing = Awaited<ReturnType<typeof pairsBefore>> extends Map<string, infer Row> ? Row : never;

function asInsert(row: Standing): PairRow {
  const {
    is_match: _,
    overtaken_by: __,
    overtaken_on: ___,
    other_lists: ____,
    other_codes: _____,
    state: ______,
    ...own
  } = row;
  const { agrees, disagrees, hows, remarks, proposal } = own;
  const text = { agrees, disagrees, hows, remarks, proposal };
  return { ...own, ...asText(text) };
}

const asText = <T extends object>(values: T) =>
  // `as`: each value becomes its own JSON text, under the same name.
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])) as {
    [K in keyof T]: string;
  };

function keptWith(earlier: Standing, fresh: PairRow, answer: string | undefined): PairRow {
  const stays = earlier.state === 'accepted';
  const { proposal, outcome, proposed_code, proposed_at, baseline, accepted_act } = stays ? asInsert(earlier) : fresh;
  return {
    ...fresh,
    ...{ proposal, outcome, proposed_code, proposed_at, baseline, accepted_act },
    pair_id: earlier.pair_id,
    decided: earlier.decided ?? answer ?? null,
    decided_by: earlier.decided_by,
    decided_at: earlier.decided_at,
    remembered: earlier.decided === null ? answer !== undefined : earlier.remembered,
  };
}

function pairRow(
  { listId, activity, at, today }: Matching,
  pair: Pair,
  { state, placed, caseId }: { readonly state: CaseState; readonly placed: PlacedRow; readonly caseId: string },
): PairRow {
  const { startedOn, endedOn } = placed.row;
  const proposal = propose({ activity, place: placed.place, startedOn, endedOn }, state, today);
  return {
    pair_id: randomUUID(),
    list_id: listId,
    row_number: pair.list,
    case_id: caseId,
    band: pair.band,
    score: pair.score,
    ...asText({
      agrees: pair.agrees,
      disagrees: pair.disagrees,
      hows: Object.fromEntries(comparedFields.map((field) => [field, pair.findings[field].how])),
      remarks: pair.remarks,
    }),
    decided: null,
    decided_by: null,
    decided_at: null,
    remembered: false,
    ...proposalColumns(proposal, state, at),
    accepted_act: null,
  };
}

export const propose = (word: Parameters<typeof proposalFor>[0], { file, born }: CaseState, today: Day): Proposal =>
  proposalFor(word, file, { on: today, age: ageFacts(born, today) });

export const proposalColumns = (proposal: Proposal, { sequence }: CaseState, at: number) => ({
  outcome: proposal.outcome,
  proposed_code: proposal.outcome === 'nothing' ? null : proposal.code,
  proposal: JSON.stringify(proposal),
  proposed_at: at,
  baseline: sequence,
});

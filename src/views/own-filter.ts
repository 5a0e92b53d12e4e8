import type { Actor } from '#domain/access/actor.ts';
import { type CaseId, caseId } from '#domain/ids.ts';
import type { OwnFilter, OwnState } from './answers/own.ts';
import type { ListPart } from './case-ids.ts';
import type { Asking, CaseRule, ViewPorts } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { every, ofRun } from './youth-filter.ts';

export interface OwnAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly filter: OwnFilter;
}

/** Whose list it is, whatever has been chosen: the reader's own unless another is named. */
export function ownersRule({ actor, runId, filter }: OwnAsk): CaseRule {
  const { caseworker = actor.staffId, unit, transfer } = filter;
  const owner: readonly CaseRule[] =
    caseworker === 'all'
      ? []
      : [
          (where) =>
            caseworker === 'none' ? where('caseworker_id', 'is', null) : where('caseworker_id', '=', caseworker),
        ];
  return every([
    ofRun(runId),
    within(reachOf(actor)),
    (where) => where('on_list', '=', true),
    ...owner,
    ...(unit === undefined ? [] : [(where: Parameters<CaseRule>[0]) => where('unit_id', '=', unit)]),
    ...(transfer === undefined ? [] : [(where: Parameters<CaseRule>[0]) => where('transfer_code', '=', transfer)]),
  ]);
}

/** Waiting is to have a transfer code, no OT status and no choice: what the counter counts, less those chosen for. */
export const stateRule =
  ({ isCounted }: ViewPorts, state: OwnState): CaseRule =>
  (where) =>
    state === 'waiting'
      ? where.and([isCounted('transferCode')(where), where('choice', 'is', null)])
      : where('choice', '=', state);

export const trackRule =
  (track: string): CaseRule =>
  (where) =>
    where('track', '=', track);

/** The list behind each number of an own list, in its order. */
export async function ownCaseIds(asking: Asking, ask: OwnAsk, part?: ListPart): Promise<readonly CaseId[]> {
  const { state = 'waiting', track } = ask.filter;
  const rows = await asking.db
    .selectFrom('youth_case')
    .select('case_id')
    .where(every([ownersRule(ask), stateRule(asking.ports, state), ...(track === undefined ? [] : [trackRule(track)])]))
    .orderBy('sort_name')
    .orderBy('case_id')
    .$call((query) => (part ? query.limit(part.atMost).offset(part.from) : query))
    .execute();
  return rows.map((row) => caseId(row.case_id));
}

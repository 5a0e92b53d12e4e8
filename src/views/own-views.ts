import type { Actor } from '#domain/access/actor.ts';
import type { PartState } from '#domain/act/act.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type CaseId, type RunId, runId } from '#domain/ids.ts';
import { act } from './act.ts';
import { acts } from './acts.ts';
import type { CleaningFilter } from './answers/cleaning.ts';
import type { OpenedChoice, OwnFilter } from './answers/own.ts';
import { cleaning } from './cleaning.ts';
import { namedCases } from './named-cases.ts';
import { ownCaseIds } from './own-filter.ts';
import { ownList } from './own-list.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';

/** The questions of a caseworker's own list, and of what was done for many at once. */
export const ownViews = (asking: Asking, plans: PlanBook) => ({
  ownList: (
    actor: Actor,
    runId: RunId,
    filter: OwnFilter,
    at: Pick<OpenedChoice, 'caseId' | 'choice'> | undefined,
    today: Day,
  ) => ownList(asking, plans, { actor, runId, filter, at, today }),
  /** The list behind an own list's number, whole. */
  ownCaseIds: (actor: Actor, runId: RunId, filter: OwnFilter) => ownCaseIds(asking, { actor, runId, filter }),
  cleaning: (actor: Actor, runId: RunId, filter: CleaningFilter, today: Day) =>
    cleaning(asking, { actor, runId, filter, today }),
  /** Which run a case is of, so that last year's can be opened; undefined for a case nobody knows. */
  runOfCase: async (id: CaseId): Promise<RunId | undefined> => {
    const row = await asking.db.selectFrom('youth_case').select('run_id').where('case_id', '=', id).executeTakeFirst();
    return row && runId(row.run_id);
  },
  namedCases: (actor: Actor, runId: RunId, ids: readonly string[]) => namedCases(asking, { actor, runId, ids }),
  acts: (actor: Actor, runId: RunId) => acts(asking, actor, runId),
  act: (actor: Actor, runId: RunId, actId: string, shown: PartState | undefined, page: number) =>
    act(asking, { actor, runId, actId, shown, page }),
});

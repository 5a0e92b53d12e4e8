import type { Actor } from '#domain/access/actor.ts';
import type { PartState } from '#domain/act/act.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RunId } from '#domain/ids.ts';
import { act } from './act.ts';
import { acts } from './acts.ts';
import type { OpenedChoice, OwnFilter } from './answers/own.ts';
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
  namedCases: (actor: Actor, runId: RunId, ids: readonly string[]) => namedCases(asking, { actor, runId, ids }),
  acts: (actor: Actor, runId: RunId) => acts(asking, actor, runId),
  act: (actor: Actor, runId: RunId, actId: string, shown: PartState | undefined, page: number) =>
    act(asking, { actor, runId, actId, shown, page }),
});

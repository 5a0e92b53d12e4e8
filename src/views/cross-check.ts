import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RunId } from '#domain/ids.ts';
import type { CheckShow } from './answers/cross-check.ts';
import { crossCheckList } from './cross-check-list.ts';
import { crossCheckLists } from './cross-check-lists.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';

/** The questions of the cross-check: which lists there are, and one of them. */
export const crossCheckViews = (asking: Asking, plans: PlanBook) => ({
  lists: (actor: Actor, runId: RunId, today: Day) => crossCheckLists(asking, plans, { actor, runId, today }),
  list: (
    actor: Actor,
    runId: RunId,
    asked: { readonly listId: string; readonly shown: CheckShow | undefined; readonly page: number },
    today: Day,
  ) => crossCheckList(asking, plans, { actor, runId, today, ...asked }),
});

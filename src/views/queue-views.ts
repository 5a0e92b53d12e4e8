import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CaseId, RunId } from '#domain/ids.ts';
import type { ReturnReceiver } from '#domain/youth/return-to-vigo.ts';
import type { LeaverFilter } from './answers/early-leavers.ts';
import type { AreaChoice } from './answers/nav.ts';
import { doubles } from './doubles.ts';
import { earlyLeavers } from './early-leavers.ts';
import { leaving } from './leaving.ts';
import { navList } from './nav-list.ts';
import type { Asking } from './ports.ts';
import { returns, returnsToExport } from './returns.ts';
import { caseNow } from './youth.ts';

/** The questions behind the queues: returns, early leavers, the list for NAV, doubles. */
export const queueViews = (asking: Asking) => ({
  /** Where a link to a case leads now: to the one it was made part of, or to itself. */
  caseNow: (id: CaseId) => caseNow(asking, id),
  returns: (actor: Actor, runId: RunId, today: Day) => returns(asking, { actor, runId, today }),
  returnsToExport: (actor: Actor, runId: RunId, receiver: ReturnReceiver | undefined, today: Day) =>
    returnsToExport(asking, { actor, runId, receiver, today }),
  earlyLeavers: (actor: Actor, runId: RunId, filter: LeaverFilter, today: Day) =>
    earlyLeavers(asking, { actor, runId, filter, today }),
  leaving: (actor: Actor, runId: RunId, id: CaseId, today: Day) => leaving(asking, { actor, runId, id, today }),
  navList: (
    actor: Actor,
    runId: RunId,
    area: Pick<AreaChoice, 'kind' | 'id'> | undefined,
    meetingId: string | undefined,
    today: Day,
  ) => navList(asking, { actor, runId, area, meetingId, today }),
  doubles: (actor: Actor, runId: RunId, today: Day) => doubles(asking, { actor, runId, today }),
});
export type QueueViews = ReturnType<typeof queueViews>;

import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CaseId, IntakeId, PhaseId, RunId, StaffId } from '#domain/ids.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import type { CodingFacts } from '#domain/youth/case-file.ts';
import type { IntakeKind } from './answers/intake.ts';
import type { StartChoice } from './answers/start.ts';
import type { TaskScope } from './answers/tasks.ts';
import type { YouthFilter } from './answers/youths.ts';
import { assignmentViews } from './assignment.ts';
import { caseIdsFor, chosenFor } from './case-ids.ts';
import { codingGuide } from './coding-guide.ts';
import { crossCheckViews } from './cross-check.ts';
import { frozenLists } from './frozen-lists.ts';
import { inbound, waitingReplies } from './inbound.ts';
import type { InboundAsk } from './inbound-ask.ts';
import { intake } from './intake.ts';
import { intakes } from './intakes.ts';
import { journalOf } from './journal.ts';
import { letterViews } from './letter-views.ts';
import { ownViews } from './own-views.ts';
import { phase } from './phase.ts';
import { phoneViews } from './phone/phone-views.ts';
import { plan, planMove } from './plan.ts';
import { type PlanBook, planBook } from './plan-in-force.ts';
import type { Asking, Tabled, ViewPorts } from './ports.ts';
import { queueViews } from './queue-views.ts';
import { reader, signIn } from './reader.ts';
import { countyName, currentRun, runHead, runs } from './run.ts';
import { sendingViews } from './sending-views.ts';
import { namesOf } from './staff-names.ts';
import { start } from './start.ts';
import { opening, status } from './status.ts';
import { openTasks, tasks } from './tasks.ts';
import { year } from './year.ts';
import { youth } from './youth.ts';
import { youths } from './youths.ts';

type Chosen =
  | { readonly cases: readonly CaseId[] }
  | { readonly filter: YouthFilter; readonly searched: string | undefined };

/** Every question that pages, the CLI and the API ask. Nothing here changes anything, and each answer is for one reader. */
export function createViews(db: Tabled, ports: ViewPorts) {
  const asking = { db, ports };
  const plans = planBook(asking);
  const books = { plans, frozen: frozenLists(db) };
  return {
    ...runViews(asking, plans),
    year: (actor: Actor, runId: RunId, today: Day) => year(asking, books, { actor, runId, today }),
    phase: (actor: Actor, runId: RunId, phaseId: PhaseId, today: Day) =>
      phase(asking, books, { actor, runId, phaseId, today }),
    tasks: (actor: Actor, runId: RunId, scope: TaskScope, today: Day, page?: number) =>
      tasks(asking, plans, { actor, runId, scope, today, ...(page === undefined ? {} : { page }) }),
    openTasks: (actor: Actor, runId: RunId, _today: Day) => openTasks(asking, actor, runId),
    youths: (actor: Actor, runId: RunId, filter: YouthFilter, searched: string | undefined, today: Day) =>
      youths(asking, { actor, runId, filter, searched, today }),
    youth: (actor: Actor, runId: RunId, id: CaseId, today: Day) => youth(asking, { actor, runId, id, today }),
    /** The list behind a number, whole and in its order. */
    caseIdsFor: (actor: Actor, runId: RunId, filter: YouthFilter, searched: string | undefined, today: Day) =>
      caseIdsFor(asking, { actor, runId, filter, searched, today }),
    chosen: (actor: Actor, runId: RunId, choice: Chosen, today: Day) =>
      chosenFor(asking, { actor, runId, today }, choice),
    codingGuide: (
      actor: Actor,
      runId: RunId,
      id: CaseId,
      given: Partial<Omit<CodingFacts, 'age'>>,
      to: string | null,
      today: Day,
    ) => codingGuide(asking, { actor, runId, id, given, to, today }),
    /** The queue of replies, with one of them open. */
    inbound: (ask: InboundAsk) => inbound(asking, ask),
    staffName: async (id: string) => (await namesOf(db, [id]))(id),
    waitingReplies: (actor: Actor, runId: RunId) => waitingReplies(asking, actor, runId),
    intakes: (actor: Actor, runId: RunId) => intakes(asking, actor, runId),
    intake: (actor: Actor, runId: RunId, id: IntakeId, shown: IntakeKind | 'faults' | undefined, page: number) =>
      intake(asking, { actor, runId, id, shown, page }),
    ...ownViews(asking, plans),
    crossCheck: crossCheckViews(asking, plans),
    ...sendingViews(asking, plans),
    letters: letterViews(asking),
    phone: phoneViews(asking, plans),
    assignment: assignmentViews(asking, plans),
    plan: (actor: Actor, runId: RunId, today: Day) => plan(asking, plans, { actor, runId, today }),
    planMove: (runId: RunId, change: PlanChange) => planMove(plans, runId, change),
    start: (actor: Actor, choice: StartChoice | undefined) => start(asking, actor, choice),
    reader: (staff: StaffId, runId: RunId | undefined) => reader(asking, staff, runId),
    signIn: (demo: boolean) => signIn(asking, demo),
    status: (runId: RunId) => status(asking, plans, runId),
    opening: (runId: RunId) => opening(asking, runId),
    ...queueViews(asking),
    journalOf: (subject: string) => journalOf(asking, subject),
  };
}

/** Which runs there are, and whose. */
const runViews = (asking: Asking, plans: PlanBook) => ({
  county: () => countyName(asking),
  runs: () => runs(asking),
  currentRun: (wished?: string) => currentRun(asking, wished),
  runHead: (runId: RunId) => runHead(asking, runId),
  status: (runId: RunId) => status(asking, plans, runId),
  opening: (runId: RunId) => opening(asking, runId),
});

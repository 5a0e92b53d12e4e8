import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RunId, StaffId, UnitId } from '#domain/ids.ts';
import { assignmentBoard } from './assignment-board.ts';
import { assignmentPreview, assignmentRules, type PreviewAsk } from './assignment-preview.ts';
import { leavingChoices } from './leaving-choices.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';

/** The questions of sharing out. */
export const assignmentViews = (asking: Asking, plans: PlanBook) => ({
  board: (
    actor: Actor,
    runId: RunId,
    shown: { readonly unit?: UnitId; readonly from?: StaffId; readonly page: number },
    today: Day,
  ) => assignmentBoard(asking, { actor, runId, today, unit: shown.unit, from: shown.from, page: shown.page }),
  preview: (actor: Actor, runId: RunId, given: Pick<PreviewAsk, 'from' | 'to' | 'shared'>) =>
    assignmentPreview(asking, plans, { actor, runId, ...given }),
  leaving: (actor: Actor, runId: RunId) => leavingChoices(asking, { actor, runId }),
  rules: (actor: Actor, runId: RunId) => assignmentRules(asking, actor, runId),
});

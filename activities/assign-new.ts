import { propose } from '#domain/assignment/propose.ts';
import type { OpenOrder } from '#domain/standing.ts';
import type { Acts } from '#ports/acts.ts';
import type { Assignments } from '#ports/assignment.ts';
import type { Engine } from '#ports/engine.ts';
import type { Runs } from '#ports/runs.ts';

export interface AssigningPorts {
  readonly engine: Engine;
  readonly runs: Runs;
  readonly acts: Acts;
  readonly assignments: Assignments;
}

/**
 * New youths get whom the rules say, where the county has said so: one act for each list, seen and undone as any other. Its number
 * begins as a list's own commands do, so that undoing the list does not take the youths for edited.
 */
export async function assignNew(
  { engine, runs, acts, assignments }: AssigningPorts,
  { runId, intakeId }: { readonly runId: string; readonly intakeId: string },
  { at }: Pick<OpenOrder, 'at'>,
): Promise<void> {
  const { rules, onIntake } = await assignments.rules(runId);
  if (!onIntake || rules.length === 0) return;
  const { today } = await runs.clock(runId);
  const youths = await assignments.youths(runId, { kind: 'intake', intakeId });
  const workers = await assignments.workers(runId, today);
  const { moves } = propose({ youths, workers, way: { kind: 'rules', rules }, from: null });
  if (moves.length === 0) return;
  const actId = `intake/${intakeId}/rules`;
  await acts.begin({
    actId,
    runId,
    kind: 'assignment',
    by: null,
    at,
    because: { way: 'rules', intake: intakeId },
    parts: moves.map(({ caseId, unitId, caseworkerId }) => ({
      caseId,
      event: { type: 'case.assigned', unitId, caseworkerId },
    })),
  });
  const event = { type: 'act.ordered', at, doer: { by: null } };
  await engine.tell({ subject: `act/${actId}`, commandId: actId, event });
}

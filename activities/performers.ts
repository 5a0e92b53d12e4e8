import type { Acts } from '#ports/acts.ts';
import type { Assignments } from '#ports/assignment.ts';
import type { Campaigns } from '#ports/campaigns.ts';
import type { Counting } from '#ports/counting.ts';
import type { Engine } from '#ports/engine.ts';
import type { Intakes } from '#ports/intakes.ts';
import type { Runs } from '#ports/runs.ts';
import { carryOutAct, undoAct } from './acts.ts';
import { applyPlan } from './apply-plan.ts';
import type { Performer } from './carry-out.ts';
import { expireOptional } from './expire-optional.ts';
import { freezeCounters } from './freeze-counters.ts';
import { applyList, openCases, readList, undoList } from './lists.ts';
import { rollPlan } from './roll-plan.ts';
import { tellDependants } from './tell-dependants.ts';
import { tellOtherCase } from './tell-other-case.ts';

export interface PerformerPorts {
  readonly engine: Engine;
  readonly runs: Runs;
  readonly counting: Counting;
  readonly intakes: Intakes;
  readonly acts: Acts;
  readonly assignments: Assignments;
  readonly campaigns: Pick<Campaigns, 'waitingIn'>;
}

/** Who carries out which order; every order a machine can give is here (tested). */
export const createPerformers = (ports: PerformerPorts): Readonly<Record<string, Performer>> => ({
  releaseDependants: tellDependants(ports, true),
  holdDependants: tellDependants(ports, false),
  freezeCounters: freezeCounters(ports.counting),
  expireOptional: expireOptional(ports),
  applyPlan: applyPlan(ports),
  rollPlan: rollPlan(ports.runs),
  readList: readList(ports),
  applyList: applyList(ports),
  openCases: openCases(ports),
  undoList: undoList(ports),
  tellMergedAway: tellOtherCase(ports.engine, 'case.mergedAway'),
  tellCameBack: tellOtherCase(ports.engine, 'case.cameBack'),
  carryOutAct: carryOutAct(ports),
  undoAct: undoAct(ports),
});

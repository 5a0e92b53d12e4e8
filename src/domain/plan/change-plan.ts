import type { PlanChange } from './change.ts';
import type { Finding, Lint } from './finding.ts';
import { lintPlan } from './lint-plan.ts';
import type { Plan } from './plan.ts';
import { type PlanInputs, rollForward } from './roll-forward.ts';
import { type Difference, whatMoves } from './what-moves.ts';

/** A change tried out: nothing is decided yet. */
export interface ChangedPlan {
  /** The inputs with the change added; keep these, the plan follows from them. */
  readonly inputs: PlanInputs;
  readonly plan: Plan;
  /** What the change moves, itself included. */
  readonly moves: readonly Difference[];
  /** What was not wrong before the change; the change is refused on an error here, a warning wants a second look. */
  readonly newFindings: readonly Finding[];
}

/** Rolls the plan anew with one more change and tells what else it moves and what it breaks. */
export function changePlan(inputs: PlanInputs, change: PlanChange, known: Lint = {}): ChangedPlan {
  const before = rollForward(inputs);
  const changed = { ...inputs, changes: [...(inputs.changes ?? []), change] };
  const plan = rollForward(changed);
  const old = new Set(lintPlan(before, known).map(nameOf));
  return {
    inputs: changed,
    plan,
    moves: whatMoves(before, plan),
    newFindings: lintPlan(plan, known).filter((finding) => !old.has(nameOf(finding))),
  };
}

const nameOf = (finding: Finding): string => JSON.stringify([finding.id, finding.where, finding.facts, finding.dates]);

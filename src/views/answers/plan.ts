import type { Day } from '#domain/calendar/day.ts';
import type { StaffId, UnitId } from '#domain/ids.ts';
import type { Finding } from '#domain/plan/finding.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Choice } from './youths.ts';

/** The plan in force, with names for the ids it carries. */
export interface PlanAnswer {
  readonly today: Day;
  readonly plan: Plan;
  /** What the lint says of it now. */
  readonly findings: readonly Finding[];
  readonly staff: readonly Choice<StaffId>[];
  readonly units: readonly Choice<UnitId>[];
  readonly mayChange: boolean;
}

import type { Day } from '#domain/calendar/day.ts';
import type { PhaseId, StaffId, TaskId } from '#domain/ids.ts';
import type { Finding } from '#domain/plan/finding.ts';
import type { Role } from '#domain/plan/role.ts';
import type { Words } from '#domain/plan/template.ts';
import type { Pace } from './pace.ts';
import type { PhaseWindow, ReportingDay } from './year.ts';
import type { Choice } from './youths.ts';

export interface PlanTask {
  readonly taskId: TaskId;
  readonly title: Words;
  readonly due: Day | undefined;
  readonly forecast: boolean;
  /** Why that day, for example «two weeks after the last letter». */
  readonly rule: Words | undefined;
  readonly optional: boolean;
  readonly pace: Pace;
  readonly roles: readonly Role[];
  readonly parts: number;
  readonly people: readonly Choice<StaffId>[];
}

export interface PlanPhase {
  readonly phaseId: PhaseId;
  readonly number: number;
  readonly title: Words;
  readonly short: Words;
  readonly windows: readonly PhaseWindow[];
  readonly roles: readonly Role[];
  readonly owner: Choice<StaffId> | undefined;
  readonly tasks: readonly PlanTask[];
}

export interface PlanAnswer {
  readonly today: Day;
  readonly schoolYear: string;
  readonly from: Day;
  readonly to: Day;
  readonly phases: readonly PlanPhase[];
  readonly reports: readonly ReportingDay[];
  readonly findings: readonly Finding[];
  readonly staff: readonly Choice<StaffId>[];
  readonly mayChange: boolean;
}

/** A date on its way: what else moves, and what the lint says then. */
export interface PlanMoveAnswer {
  readonly today: Day;
  readonly task: PlanTask;
  readonly phaseShort: Words;
  readonly to: Day;
  readonly moves: readonly {
    readonly title: Words;
    readonly phaseShort: Words;
    readonly from: Day | undefined;
    readonly to: Day | undefined;
  }[];
  readonly findings: readonly Finding[];
}

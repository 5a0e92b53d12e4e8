import type { Day } from '#domain/calendar/day.ts';
import type { PhaseId, StaffId, TaskId } from '#domain/ids.ts';
import type { Standing } from './standing.ts';
import type { Title } from './title.ts';
import type { PhaseWindow, ReportingDay } from './year.ts';
import type { Choice } from './youths.ts';

/** One thing the lint has found; the words are the plan's own. */
export interface Finding {
  /** `F1`–`F10` or another rule's name. */
  readonly fault: string;
  readonly level: 'error' | 'warning';
  /** Path in the plan. */
  readonly at: string;
  /** The phase the finding stands by, when it is one. */
  readonly phaseId?: PhaseId;
  readonly found: string;
  readonly wanted: string;
  readonly mend: string;
}

export interface PlanTask {
  readonly taskId: TaskId;
  readonly title: Title;
  readonly due: Day | undefined;
  readonly forecast: boolean;
  /** Why that day, for example «two weeks after the last letter». */
  readonly rule: Title | undefined;
  readonly optional: boolean;
  readonly standing: Standing;
  readonly roles: readonly string[];
  readonly parts: number;
  readonly people: readonly Choice<StaffId>[];
}

export interface PlanPhase {
  readonly phaseId: PhaseId;
  readonly number: number;
  readonly title: Title;
  readonly short: Title;
  readonly windows: readonly PhaseWindow[];
  readonly roles: readonly string[];
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
  readonly phaseShort: Title;
  readonly to: Day;
  readonly moves: readonly {
    readonly title: Title;
    readonly phaseShort: Title;
    readonly from: Day | undefined;
    readonly to: Day | undefined;
  }[];
  readonly findings: readonly Finding[];
}

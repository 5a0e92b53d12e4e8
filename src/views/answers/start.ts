import type { Day } from '#domain/calendar/day.ts';
import type { StaffId, UnitId } from '#domain/ids.ts';
import type { Role } from '#domain/plan/role.ts';
import type { PlanInputs } from '#domain/plan/roll-forward.ts';
import type { Words } from '#domain/plan/template.ts';
import type { Choice } from './youths.ts';

export interface StartChoice {
  readonly template: string;
  /** `2026-2027` */
  readonly schoolYear: string;
  /** Empty means all. */
  readonly units: readonly UnitId[];
}

/** What a year can be started from. */
export interface StartAnswer {
  readonly today: Day;
  readonly templates: readonly { readonly id: string; readonly title: Words; readonly version: number }[];
  readonly schoolYears: readonly string[];
  /** Years already started. */
  readonly started: readonly string[];
  readonly units: readonly (Choice<UnitId> & { readonly region: string | undefined })[];
  readonly people: readonly { readonly role: Role; readonly staff: readonly Choice<StaffId>[] }[];
  readonly chosen: StartChoice | undefined;
  /** What the choice comes to; undefined until something valid is chosen. The page rolls and lints it. */
  readonly inputs: PlanInputs | undefined;
}

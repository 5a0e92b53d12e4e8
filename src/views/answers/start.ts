import type { StaffId, UnitId } from '#domain/ids.ts';
import type { Role } from '#domain/plan/role.ts';
import type { Words } from '#domain/plan/template.ts';
import type { PlanAnswer } from './plan.ts';
import type { Choice } from './youths.ts';

export interface StartChoice {
  readonly template: string;
  /** `2026-2027` */
  readonly schoolYear: string;
  readonly units: readonly UnitId[];
}

export interface StartAnswer {
  readonly templates: readonly { readonly id: string; readonly title: Words; readonly version: string }[];
  readonly schoolYears: readonly string[];
  /** Years already started; each may be started once. */
  readonly started: readonly string[];
  readonly units: readonly (Choice<UnitId> & { readonly region: string | undefined })[];
  readonly people: readonly { readonly role: Role; readonly staff: readonly Choice<StaffId>[] }[];
  readonly chosen: StartChoice | undefined;
  /** The dated plan of the choice; undefined until something is chosen. */
  readonly plan: Omit<PlanAnswer, 'staff' | 'mayChange'> | undefined;
}

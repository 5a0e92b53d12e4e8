declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** One youth in one school-year run. Opaque: never made from a name or a number. */
export type CaseId = Id<'case'>;
/** One county's school-year run. */
export type RunId = Id<'run'>;
/** One follow-up unit (office). */
export type UnitId = Id<'unit'>;
/** One employee who may sign in. */
export type StaffId = Id<'staff'>;
/** One phase of the plan, as named in the template, for example `letters`. */
export type PhaseId = Id<'phase'>;
/** One task in one run: `<phase>.<task>` and, where there are many, `@unit:…` or `@staff:…`. */
export type TaskId = Id<'task'>;
/** One received file. */
export type IntakeId = Id<'intake'>;
/** One wish from a person to change something; the same wish sent twice is one. */
export type CommandId = Id<'command'>;

// The only place where a loose string becomes an id: the caller has just made it, or read it from a row that was made here.
const mark =
  <T>() =>
  (raw: string): T =>
    raw as unknown as T;

export const caseId = mark<CaseId>();
export const runId = mark<RunId>();
export const unitId = mark<UnitId>();
export const staffId = mark<StaffId>();
export const phaseId = mark<PhaseId>();
export const taskId = mark<TaskId>();
export const intakeId = mark<IntakeId>();
export const commandId = mark<CommandId>();

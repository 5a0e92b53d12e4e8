import type { Day } from '#domain/calendar/day.ts';
import type { IntakeId } from '#domain/ids.ts';
import type { Facts, Fault, Refusal } from '#domain/outcome.ts';

export const intakeStates = ['previewed', 'approved', 'applied', 'undone', 'refused'] as const;
export type IntakeState = (typeof intakeStates)[number];

export const intakeKinds = ['create', 'change', 'same', 'gone'] as const;
export type IntakeKind = (typeof intakeKinds)[number];
export type IntakeCounts = Readonly<Record<IntakeKind | 'faults', number>>;

/** A fault of one row of the file, as the reader of that file needs it. */
export interface RowFault extends Fault {
  readonly row: number;
  readonly column: string;
}

export interface IntakeRow {
  readonly row: number | undefined;
  readonly kind: IntakeKind;
  readonly name: string;
  readonly unit: string | undefined;
  readonly fields: readonly {
    readonly field: string;
    readonly from: string | undefined;
    readonly to: string | undefined;
  }[];
}

export interface IntakeHead {
  readonly intakeId: IntakeId;
  readonly file: string;
  readonly format: string;
  readonly received: Day;
  readonly by: string | undefined;
  readonly state: IntakeState;
  readonly counts: IntakeCounts;
}

export interface IntakesAnswer {
  readonly today: Day;
  readonly earlier: readonly IntakeHead[];
  readonly mayUpload: boolean;
}

export interface IntakeAnswer extends IntakeHead {
  readonly today: Day;
  /** What makes a person's approval necessary: a shrinking list, a count that differs, duplicates. */
  readonly concerns: readonly { readonly code: string; readonly facts?: Facts }[];
  /** Why the whole file was refused. */
  readonly refusals: readonly Refusal[];
  readonly columns: readonly { readonly heading: string; readonly field: string | undefined }[];
  readonly shown: IntakeKind | 'faults';
  readonly rows: readonly IntakeRow[];
  readonly faults: readonly RowFault[];
  readonly page: number;
  readonly pageSize: number;
  readonly approvedBy: string | undefined;
  readonly applied: { readonly on: Day; readonly by: string | undefined } | undefined;
  /** How many rows an undo would leave alone because somebody has edited them since. */
  readonly keptByUndo: number;
  readonly mayApprove: boolean;
  readonly mayApply: boolean;
  readonly mayUndo: boolean;
  readonly mayReject: boolean;
}

import type { ReadList } from '#domain/intake/import-plan.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';
import type { RecordField, TransferCode } from '#domain/person/youth-record.ts';
import type { Deadlines } from '#domain/standing.ts';

/** What reading a file's bytes gives: a list, or why the whole file is refused. */
export type ListReading =
  | { readonly ok: true; readonly format: string; readonly list: ReadList }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
/** What a person says of how a file is to be read: which of several sheets, and headings whose field nobody would know. */
export interface ReadAs {
  readonly sheet?: string;
  readonly columns?: Readonly<Record<string, string>>;
}
export type ListReader = (bytes: Uint8Array, fileName: string, readAs?: ReadAs) => Promise<ListReading>;

export interface ArrivedFile {
  readonly runId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** How many the sender says there are; counts before what the file itself says. */
  readonly declared?: number;
  readonly readAs?: ReadAs;
  readonly by: string | null;
  readonly at: number;
}

/** Numbers of a plan: rows, create, change, same, gone, faulty, duplicateRows and, where the sender says it, declared. */
export type PlanCounts = Readonly<Record<string, number>>;

/** What applying would do, in numbers, and the codes of why a person must approve it first. */
export interface PlannedList {
  readonly counts: PlanCounts;
  readonly approval: readonly string[];
}

export type Received =
  | ({ readonly outcome: 'received'; readonly intakeId: string } & PlannedList)
  /** The very same bytes, to be read in the same way, were received in this run before: nothing was done. */
  | { readonly outcome: 'already'; readonly intakeId: string; readonly state: string }
  | { readonly outcome: 'unreadable'; readonly refusals: readonly Refusal[] };

/** A fact that a case's own workflow must hear; sent twice with the same `commandId` it is one step. */
export interface Tell {
  readonly subject: string;
  readonly commandId: string;
  readonly event:
    | { readonly type: 'transfer.received'; readonly transfer: TransferCode | null }
    | { readonly type: 'transfer.withdrawn' }
    | { readonly type: 'case.assigned'; readonly unitId: string | null; readonly caseworkerId: string | null };
}

export interface Application {
  readonly intakeId: string;
  readonly by: string | null;
  readonly at: number;
  /** What a new case waits for from the start, by track id: for example the day the choice must be made. */
  readonly deadlines: Readonly<Record<string, Deadlines>>;
}

export type Applied =
  | {
      readonly outcome: 'applied';
      readonly counts: PlanCounts;
      /** Subjects of the cases that are new: their workflows are to be opened. */
      readonly opened: readonly string[];
      readonly tell: readonly Tell[];
    }
  /** The register has changed since the preview: it would do something else than what was looked at. Nothing was written. */
  | { readonly outcome: 'outdated' };

export interface Undone {
  readonly undone: number;
  /** Cases that somebody has edited since; they stay as they are. */
  readonly kept: number;
  /** Subjects of cases that are no more. */
  readonly removed: readonly string[];
  readonly tell: readonly Tell[];
}

export const previewKinds = ['create', 'change', 'same', 'gone', 'faulty'] as const;
export type PreviewKind = (typeof previewKinds)[number];

/** A value as text: names and addresses on one line, yes and no as `true` and `false`, numbers masked. */
export interface PreviewField {
  readonly field: RecordField;
  readonly from?: string;
  readonly to?: string;
}

export interface PreviewRow {
  /** Row in the file; absent for those who are gone from it. */
  readonly row?: number;
  readonly kind: PreviewKind;
  /** Empty where the row could not be read. */
  readonly name: string;
  readonly unit?: string;
  readonly fields: readonly PreviewField[];
  readonly faults: readonly Fault[];
}

export interface IntakePreview {
  readonly intakeId: string;
  readonly runId: string;
  readonly fileName: string;
  readonly format: string;
  readonly receivedAt: number;
  readonly receivedBy: string | null;
  readonly state: string;
  readonly counts: PlanCounts;
  readonly concerns: readonly Refusal[];
  readonly kind: PreviewKind;
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly PreviewRow[];
}

/** Received lists: kept sealed, looked at, applied as one act, undone as one act. */
export interface Intakes {
  /** Keeps a file with its plan and where its machine begins, in one transaction. */
  readonly receive: (file: ArrivedFile) => Promise<Received>;
  /** The run it was received in; undefined where there is no such intake. */
  readonly runOf: (intakeId: string) => Promise<string | undefined>;
  /** Plans the kept list against the register as it is now; the preview follows. */
  readonly replan: (intakeId: string) => Promise<PlannedList>;
  /** Writes the plan whole or not at all; a second time gives the first answer. Never touches status, notes or caseworker. */
  readonly apply: (application: Application) => Promise<Applied>;
  /** Takes an applied plan back, but for cases edited since; a second time gives the first answer. */
  readonly undo: (intakeId: string) => Promise<Undone>;
  /** One page of rows of one kind (0-based), with the head; undefined for an intake nobody knows. */
  readonly preview: (intakeId: string, kind: PreviewKind, page: number) => Promise<IntakePreview | undefined>;
}

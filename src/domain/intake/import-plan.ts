import type { Fault, Refusal } from '#domain/outcome.ts';
import type { Mended } from '#domain/person/mended-contact.ts';
import type { RecordField, TransferCode, YouthRecord } from '#domain/person/youth-record.ts';

/** A person the register knows. `key` is the blind index of the national id, made by the caller. */
export interface KnownYouth {
  readonly key: string;
  readonly record: YouthRecord;
  /** Fields mended by hand: a list that says what it said then changes nothing. */
  readonly mended?: Mended;
}

/** A readable row: its number in the file (1-based, heading row counted) and the key of its national id. */
export interface ReadYouth {
  readonly row: number;
  readonly key: string;
  readonly record: YouthRecord;
}

/** A row that is not imported. The key is there when at least the national id could be read. */
export interface FaultyRow {
  readonly row: number;
  readonly key?: string;
  readonly faults: readonly Fault[];
}

export interface ReadList {
  readonly rows: readonly ReadYouth[];
  readonly faulty: readonly FaultyRow[];
  /** The fields the list has columns for; the others are left as they are known. */
  readonly carries: readonly RecordField[];
  /** What the reader wants a person to look at before the list is used, for example rows that were filtered away. */
  readonly doubts?: readonly Refusal[];
  /** The number of people the sender says the list has (`antall`). */
  readonly declaredCount?: number;
}

export interface ChangedField {
  readonly field: RecordField;
  /** Absent where the register, or the list, has nothing. */
  readonly from?: YouthRecord[RecordField];
  readonly to?: YouthRecord[RecordField];
}

export interface PlannedChange {
  readonly row: number;
  readonly key: string;
  readonly before: YouthRecord;
  /** What is stored when the plan is applied: the known record with the list's fields laid over it. */
  readonly after: YouthRecord;
  readonly fields: readonly ChangedField[];
}

/** The same national id on several rows of one file: read once when they agree, and not at all when they do not. */
export interface DuplicateInList {
  readonly key: string;
  readonly rows: readonly number[];
  readonly agree: boolean;
}

/** A new number that looks like a known person's new number (D-number or fictive became ordinary). */
export interface LikelyRenumbered {
  readonly row: number;
  readonly key: string;
  readonly knownKey: string;
}

export interface ImportCounts {
  readonly rows: number;
  readonly create: number;
  readonly change: number;
  readonly same: number;
  readonly gone: number;
  readonly faulty: number;
  readonly duplicateRows: number;
  readonly declared?: number;
}

/** What applying a list would do. Nothing in it touches OT status, notes or the assigned caseworker. */
export interface ImportPlan {
  readonly create: readonly ReadYouth[];
  readonly change: readonly PlannedChange[];
  readonly same: readonly Pick<ReadYouth, 'row' | 'key'>[];
  /** Known, covered by this kind of list, and not on it. They are marked, never deleted. */
  readonly gone: readonly KnownYouth[];
  readonly faulty: readonly FaultyRow[];
  readonly duplicates: readonly DuplicateInList[];
  readonly renumbered: readonly LikelyRenumbered[];
  /** The transfer codes the list is taken to be complete for; `all` when it carries none. */
  readonly covers: readonly TransferCode[] | 'all';
  readonly counts: ImportCounts;
  /** Why a person must approve before it is applied; empty when it may be applied at once. */
  readonly approval: readonly Refusal[];
}

/** What undoing an applied plan would do; people edited since are kept as they are. */
export interface UndoPlan {
  /** Created by the intake, untouched since. */
  readonly remove: readonly string[];
  /** Changed by the intake, untouched since: put this record back. */
  readonly restore: readonly KnownYouth[];
  /** Marked as gone by the intake: take the mark away. */
  readonly unmark: readonly string[];
  /** Edited since, kept. */
  readonly kept: readonly string[];
}

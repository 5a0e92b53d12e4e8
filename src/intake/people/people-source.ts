import type { Refusal } from '#domain/outcome.ts';
import type { RecordField } from '#domain/person/youth-record.ts';
import type { Note, PlacedFault } from '../fault.ts';
import type { ListFormat } from '../named-otherwise.ts';
import type { SourceColumns, SourceRow } from './source-row.ts';

/** What every format gives before its rows are read as people. */
export interface PeopleSource {
  readonly ok: true;
  readonly format: ListFormat;
  readonly columns: SourceColumns;
  readonly rows: readonly SourceRow[];
  readonly faults: readonly PlacedFault[];
  readonly notes: readonly Note[];
  readonly doubts: readonly Refusal[];
  readonly carries: readonly RecordField[];
  readonly declaredCount?: number;
}

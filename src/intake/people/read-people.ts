import type { Refusal } from '#domain/outcome.ts';
import type { NationalId, NationalIdHints } from '#domain/person/national-id.ts';
import type { RecordField, YouthRecord } from '#domain/person/youth-record.ts';
import type { Note, PlacedFault } from '../fault.ts';
import { readFeed } from '../feed/read-feed.ts';
import { fileKind } from '../file-kind.ts';
import { defaultLimits, type Limits, sizeRefusal } from '../limits.ts';
import type { ListFormat } from '../named-otherwise.ts';
import type { GivenColumns } from '../table/column-field.ts';
import { readTable } from '../table/read-table.ts';
import type { PeopleSource } from './people-source.ts';
import { type Purpose, readRecord } from './read-record.ts';
import { tableSource } from './table-source.ts';

export interface PeopleOptions {
  readonly purpose?: Purpose;
  readonly sheet?: string;
  readonly columns?: GivenColumns;
  readonly limits?: Limits;
  /** A person's decision on numbers that may be fictive or D-numbers: number → kind. */
  readonly treatAs?: Readonly<Record<string, NonNullable<NationalIdHints['treatAs']>>>;
}

export interface FaultyPerson {
  readonly row: number;
  /** There when the number could be read though something else in the row could not. */
  readonly nationalId?: NationalId;
  readonly faults: readonly PlacedFault[];
}

export interface People {
  readonly ok: true;
  readonly format: ListFormat;
  readonly records: readonly { readonly row: number; readonly record: YouthRecord }[];
  readonly faulty: readonly FaultyPerson[];
  /** All faults of all rows, in the order of the file. */
  readonly faults: readonly PlacedFault[];
  readonly notes: readonly Note[];
  /** Why a person should look before the list is used. */
  readonly doubts: readonly Refusal[];
  /** The fields the list has columns for. */
  readonly carries: readonly RecordField[];
  readonly declaredCount?: number;
}

export type PeopleReading = People | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Reads people from the VIGO OT feed, XLSX or CSV. The file is refused whole, or each row is read whole or is faulty. */
export async function readPeople(bytes: Uint8Array, name: string, options: PeopleOptions = {}): Promise<PeopleReading> {
  const source = await openSource(bytes, name, options);
  if (!source.ok) return source;
  const treatAs = new Map(Object.entries(options.treatAs ?? {}));
  const rules = { purpose: options.purpose ?? 'transfer', treatAs };
  const read = source.rows.map((row) => readRecord(source.columns, row, rules));
  const unreadable = source.faults.map((fault) => ({ row: fault.row, faults: [fault] }));
  const faulty = [...read.filter(({ faults }) => faults.length > 0), ...unreadable]
    .map(({ row, faults, ...rest }) => ({
      row,
      faults,
      ...('nationalId' in rest && rest.nationalId && { nationalId: rest.nationalId }),
    }))
    .sort((one, other) => one.row - other.row);
  return {
    ok: true,
    format: source.format,
    records: read.flatMap(({ row, record }) => (record ? [{ row, record }] : [])),
    faulty,
    faults: faulty.flatMap(({ faults }) => faults),
    notes: [...source.notes, ...read.flatMap(({ notes }) => notes)],
    doubts: source.doubts,
    carries: source.carries,
    ...(source.declaredCount !== undefined && { declaredCount: source.declaredCount }),
  };
}

async function openSource(
  bytes: Uint8Array,
  name: string,
  options: PeopleOptions,
): Promise<PeopleSource | Extract<PeopleReading, { ok: false }>> {
  const limits = options.limits ?? defaultLimits;
  const refusal = sizeRefusal(bytes.length, limits);
  if (refusal) return { ok: false, refusals: [refusal] };
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'json') return readFeed(bytes, name, limits);
  const table = await readTable(bytes, {
    name,
    limits,
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    ...(options.columns && { columns: options.columns }),
  });
  return table.ok ? tableSource(table, options.purpose ?? 'transfer') : table;
}

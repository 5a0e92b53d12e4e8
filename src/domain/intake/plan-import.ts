import { fullName } from '#domain/person/name.ts';
import { type TransferCode, transferCodes, type YouthRecord } from '#domain/person/youth-record.ts';
import { approvalReasons } from './approval.ts';
import { alike, comparedFields, layOver } from './changed-fields.ts';
import type {
  DuplicateInList,
  ImportPlan,
  KnownYouth,
  LikelyRenumbered,
  PlannedChange,
  ReadList,
  ReadYouth,
} from './import-plan.ts';

export interface PlanOptions {
  /** The transfer codes the list is complete for. Else: the waves its own codes belong to, or everybody when it has none. */
  readonly covers?: readonly TransferCode[] | 'all';
  /** The share of known people that may be gone without approval; a tenth unless told (issue 3). */
  readonly goneWithoutApproval?: number;
}

/** Compares a read list with what is known: new, changed, same, gone, and why a person must approve (domain notes §7, item 22). */
export function planImport(known: readonly KnownYouth[], read: ReadList, options: PlanOptions = {}): ImportPlan {
  const { rows, duplicates } = withoutDuplicates(read.rows);
  const { create, change, same } = compare(known, rows, read);
  const covers = options.covers ?? coveredBy(rows);
  const covered = covers === 'all' ? known : known.filter(({ record }) => isCovered(record, covers));
  const listed = new Set([...read.rows.map(({ key }) => key), ...read.faulty.map(({ key }) => key)]);
  const gone = covered.filter(({ key }) => !listed.has(key));
  const plan = {
    create,
    change,
    same,
    gone,
    faulty: read.faulty,
    duplicates,
    renumbered: renumbered(create, gone),
    covers,
    counts: {
      rows: read.rows.length + read.faulty.length,
      create: create.length,
      change: change.length,
      same: same.length,
      gone: gone.length,
      faulty: read.faulty.length,
      duplicateRows: duplicates.reduce((sum, duplicate) => sum + duplicate.rows.length, 0),
      ...(read.declaredCount !== undefined && { declared: read.declaredCount }),
    },
  };
  const approval = approvalReasons(plan, covered.length, options.goneWithoutApproval ?? 0.1);
  return { ...plan, approval: [...approval, ...(read.doubts ?? [])] };
}

/** Whether applying the plan would do nothing at all: the same list again. */
export function doesNothing(plan: ImportPlan): boolean {
  return plan.create.length + plan.change.length + plan.gone.length === 0;
}

/** OSON comes in the first wave, the other codes in the second, early leavers all year (domain notes §1.2). */
const waves: readonly (readonly TransferCode[])[] = [['OSON'], ['OSNP', 'OSVE', 'OSUT'], ['OESL']];

function coveredBy(rows: readonly ReadYouth[]): readonly TransferCode[] | 'all' {
  const codes = new Set(rows.flatMap(({ record }) => record.transferCode ?? []));
  if (codes.size === 0) return 'all';
  const covered = waves.filter((wave) => wave.some((code) => codes.has(code))).flat();
  return covered.length === transferCodes.length ? 'all' : covered;
}

function isCovered(record: YouthRecord, covers: readonly TransferCode[]): boolean {
  return record.transferCode !== undefined && covers.includes(record.transferCode);
}

function withoutDuplicates(rows: readonly ReadYouth[]): {
  readonly rows: readonly ReadYouth[];
  readonly duplicates: readonly DuplicateInList[];
} {
  const byKey = new Map<string, ReadYouth[]>();
  for (const row of rows) {
    const others = byKey.get(row.key);
    if (others) others.push(row);
    else byKey.set(row.key, [row]);
  }
  const duplicates: DuplicateInList[] = [];
  const kept: ReadYouth[] = [];
  for (const [key, same] of byKey) {
    const [first, ...others] = same;
    if (first === undefined) continue;
    const agree = others.every(({ record }) => alike(record, first.record));
    if (agree) kept.push(first);
    if (others.length > 0) duplicates.push({ key, rows: same.map(({ row }) => row), agree });
  }
  return { rows: kept, duplicates };
}

function compare(
  known: readonly KnownYouth[],
  rows: readonly ReadYouth[],
  read: ReadList,
): Pick<ImportPlan, 'create' | 'change' | 'same'> {
  const byKey = new Map(known.map((youth) => [youth.key, youth]));
  const carried = comparedFields(read.carries);
  const create: ReadYouth[] = [];
  const change: PlannedChange[] = [];
  const same: Pick<ReadYouth, 'row' | 'key'>[] = [];
  for (const youth of rows) {
    const before = byKey.get(youth.key);
    if (before === undefined) {
      create.push(youth);
      continue;
    }
    const { row, key } = youth;
    const { after, fields } = layOver(before.record, youth.record, carried, before.mended);
    if (fields.length === 0) same.push({ row, key });
    else change.push({ row, key, before: before.record, after, fields });
  }
  return { create, change, same };
}

/** A new person with the name and birth day of one who is gone: a D-number or fictive number became a real one (§7, item 21). */
function renumbered(create: readonly ReadYouth[], gone: readonly KnownYouth[]): readonly LikelyRenumbered[] {
  if (create.length === 0 || gone.length === 0) return [];
  const byPerson = new Map(gone.map((youth) => [personOf(youth.record), youth.key]));
  return create.flatMap(({ row, key, record }) => {
    const knownKey = record.born === undefined ? undefined : byPerson.get(personOf(record));
    return knownKey === undefined ? [] : [{ row, key, knownKey }];
  });
}

const personOf = (record: YouthRecord): string => `${record.born ?? ''} ${fullName(record.name).toLowerCase()}`;

import { createHash, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import type { ActivityKind } from '#domain/coding/situation.ts';
import { placeInWindow } from '#domain/cross-check/list-kind.ts';
import { rowPrints } from '#domain/cross-check/row-prints.ts';
import type {
  ArrivedCheckList,
  CheckedRow,
  CheckListReader,
  CheckListReceived,
  MatchAgain,
} from '#ports/cross-checks.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { writeLine } from './journal-line.ts';
import { matchAndWrite, type PlacedRow } from './match-list.ts';

/** Rows of a list in one sealed part: a page opens one or two of them. */
const rowsInPart = 200;

/** Reads a list, keeps it sealed and matches it, in one transaction; the same bytes of the same kind are kept once. */
export async function receiveCheckList(
  db: Database,
  sealing: Sealing,
  readList: CheckListReader,
  list: ArrivedCheckList,
): Promise<CheckListReceived> {
  const checksum = createHash('sha256').update(list.bytes).digest('hex');
  const earlier = await earlierList(db, list, checksum);
  if (earlier) return { outcome: 'already', listId: earlier };
  const reading = await readList(list.bytes, list.fileName, list.columns);
  if (!reading.ok) return { outcome: 'unreadable', refusals: reading.refusals };
  const { rows, format, hasStartColumn, faults, notes } = reading;
  const placed = placedRows(sealing, rows, list.window, hasStartColumn);
  const listId = randomUUID();
  const pairs = await db.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('cross_check_list')
      .values({
        list_id: listId,
        run_id: list.runId,
        checksum,
        kind: list.kind,
        title: list.title,
        file_name: list.fileName,
        format,
        activity: list.meaning.activity,
        cohort: list.meaning.cohort,
        window_from: list.window?.from ?? null,
        window_to: list.window?.to ?? null,
        has_start_column: hasStartColumn,
        plan_version: list.planVersion,
        received_at: list.at,
        received_by: list.by,
        matched_at: list.at,
        register_size: 0,
        remarks: JSON.stringify({ faults, notes }),
        bytes_sealed: sealing.sealBytes(list.bytes),
      })
      .onConflict((conflict) => conflict.columns(['run_id', 'checksum', 'kind']).doNothing())
      .returning('list_id')
      .executeTakeFirst();
    if (!inserted) return undefined;
    await writeRows(tx, sealing, listId, placed);
    const { runId, by, at } = list;
    const facts = { kind: list.kind, rows: rows.length };
    await writeLine(tx, { listId, runId, type: 'list.received', facts, by, at, commandId: null });
    return matchList(tx, sealing, listId, placed, list);
  });
  if (pairs !== undefined) return { outcome: 'received', listId, rows: rows.length, pairs };
  const other = await earlierList(db, list, checksum);
  if (other === undefined) throw new Error('a list was there and is not');
  return { outcome: 'already', listId: other };
}

async function earlierList(db: Database, { runId, kind }: ArrivedCheckList, checksum: string) {
  const row = await db
    .selectFrom('cross_check_list')
    .select('list_id')
    .where('run_id', '=', runId)
    .where('checksum', '=', checksum)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.list_id;
}

const placedRows = (
  sealing: Sealing,
  rows: readonly CheckedRow[],
  window: Span | undefined,
  hasStartColumn: boolean,
): readonly PlacedRow[] =>
  rows.map((row) => ({
    row,
    place: placeInWindow(row.startedOn, window, hasStartColumn),
    prints: rowPrints(row).map((print) => sealing.blindIndex(`cross-check ${print}`)),
  }));

async function writeRows(tx: Transaction<Tables>, sealing: Sealing, listId: string, rows: readonly PlacedRow[]) {
  await insertMany(
    tx,
    'cross_check_row',
    rows.map(({ row, place, prints }, at) => ({
      list_id: listId,
      row_number: row.row,
      place: at,
      started_on: row.startedOn,
      ended_on: row.endedOn,
      window_place: place,
      prints: JSON.stringify(prints),
    })),
  );
  const parts = Array.from({ length: Math.ceil(rows.length / rowsInPart) }, (_, part) =>
    rows.slice(part * rowsInPart, (part + 1) * rowsInPart).map(({ row }) => row),
  );
  await insertMany(
    tx,
    'cross_check_part',
    parts.map((part, at) => ({ list_id: listId, part: at, rows_sealed: sealing.sealJson(part) })),
  );
}

/** Matches a kept list with the register as it is now. */
export async function matchAgain(db: Database, sealing: Sealing, listId: string, when: MatchAgain): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Held to the end: two who ask at once match one after the other.
    await tx.selectFrom('cross_check_list').select('list_id').where('list_id', '=', listId).forUpdate().execute();
    const found = await tx
      .selectFrom('cross_check_row')
      .select(['row_number', 'window_place', 'prints'])
      .where('list_id', '=', listId)
      .orderBy('place')
      .execute();
    const rows = await rowsOf(tx, sealing, listId);
    const placed = found.flatMap(({ row_number, window_place, prints }): PlacedRow[] => {
      const row = rows.get(row_number);
      // `as`: the column holds what `placeInWindow` answers.
      return row ? [{ row, place: window_place as PlacedRow['place'], prints }] : [];
    });
    const list = await tx
      .selectFrom('cross_check_list')
      .select('run_id as runId')
      .where('list_id', '=', listId)
      .executeTakeFirstOrThrow();
    const { by, at, commandId } = when;
    await writeLine(tx, { listId, ...list, type: 'list.matched', facts: {}, by, at, commandId });
    await matchList(tx, sealing, listId, placed, { ...list, ...when });
  });
}

async function matchList(
  tx: Transaction<Tables>,
  sealing: Sealing,
  listId: string,
  rows: readonly PlacedRow[],
  { runId, at, today }: { readonly runId: string; readonly at: number; readonly today: Day },
): Promise<number> {
  const list = await tx
    .selectFrom('cross_check_list')
    .select('activity')
    .where('list_id', '=', listId)
    .executeTakeFirstOrThrow();
  // `as`: the column holds what the list's meaning says.
  const activity = list.activity as ActivityKind | null;
  const { pairs, registerSize } = await matchAndWrite(tx, sealing, { listId, runId, activity, rows, at, today });
  await tx
    .updateTable('cross_check_list')
    .set({ matched_at: at, register_size: registerSize })
    .where('list_id', '=', listId)
    .execute();
  return pairs;
}

/** Rows of a list as they are written, by row number; only the parts that hold the wanted ones are opened. */
export async function rowsOf(
  db: Database | Transaction<Tables>,
  sealing: Sealing,
  listId: string,
  wanted?: readonly number[],
): Promise<ReadonlyMap<number, CheckedRow>> {
  let parts = db.selectFrom('cross_check_part').select('rows_sealed').where('list_id', '=', listId);
  if (wanted !== undefined) {
    if (wanted.length === 0) return new Map();
    const places = await db
      .selectFrom('cross_check_row')
      .select('place')
      .where('list_id', '=', listId)
      .where('row_number', 'in', [...wanted])
      .execute();
    const numbers = new Set(places.map(({ place }) => Math.floor(place / rowsInPart)));
    if (numbers.size === 0) return new Map();
    parts = parts.where('part', 'in', [...numbers]);
  }
  const rows = await parts.execute();
  // `as`: `writeRows` sealed them.
  const opened = rows.flatMap(({ rows_sealed }) => sealing.openJson(rows_sealed) as readonly CheckedRow[]);
  return new Map(opened.map((row) => [row.row, row]));
}

import type { Transaction } from 'kysely';
import { alike } from '#domain/intake/changed-fields.ts';
import type { NationalIdKind } from '#domain/person/national-id.ts';
import { isProtected } from '#domain/person/reach.ts';
import type { AddressProtection } from '#domain/person/youth-record.ts';
import type { Tables } from '../schema.ts';
import { personColumns } from './person-rows.ts';
import type { StoredRecord } from './stored-record.ts';

/** All that parting two persons again needs. */
export interface PersonLedger {
  /** The kept person's row as it was, and the record that was made of both. */
  readonly before: PersonRow;
  readonly joined: unknown;
  /** Numbers that went over, and which of each person's was in force. */
  readonly moved: readonly string[];
  readonly inForce: readonly string[];
  /** Cases of other years that went over. */
  readonly otherCases: readonly string[];
}
type PersonRow = Awaited<ReturnType<typeof personOf>>;

/** Which number stands: a real one before a D-number, a D-number before one that VIGO made up (Registreringshåndboka). */
const ranks: Readonly<Record<NationalIdKind, number>> = { ordinary: 3, synthetic: 3, 'd-number': 2, 'vigo-fictive': 1 };

/**
 * Makes two persons one: both numbers lead to the kept one, and the better number is in force. Who they are is what the holder of that
 * number is known by, filled in from the other; a protection that either has stays.
 */
export async function joinPersons(tx: Transaction<Tables>, kept: string, away: string): Promise<PersonLedger> {
  const [keptRow, awayRow] = [await personOf(tx, kept), await personOf(tx, away)];
  const numbers = await tx
    .selectFrom('person_number')
    .select(['number_index', 'person_id', 'kind', 'current'])
    .where('person_id', 'in', [kept, away])
    .execute();
  const inForce = numbers.filter(({ current }) => current);
  const best = inForce.toSorted((a, b) => rankOf(b.kind) - rankOf(a.kind) || (a.person_id === kept ? -1 : 1))[0];
  const record = joined(keptRow, awayRow, best?.person_id === away);
  await tx
    .updateTable('person')
    .set({ ...personColumns(record, best?.kind ?? null), record: JSON.stringify(record) })
    .where('person_id', '=', kept)
    .execute();
  await tx.updateTable('person_number').set({ person_id: kept }).where('person_id', '=', away).execute();
  await setInForce(tx, [kept], best ? [best.number_index] : []);
  return {
    before: keptRow,
    joined: record,
    moved: numbers.filter(({ person_id }) => person_id === away).map(({ number_index }) => number_index),
    inForce: inForce.map(({ number_index }) => number_index),
    otherCases: await moveOtherCases(tx, kept, away),
  };
}

/** Two persons again. A record that a list has written since stays with the kept one: what is newest of them is right. */
export async function partPersons(
  tx: Transaction<Tables>,
  kept: string,
  away: string,
  { before, joined: made, moved, inForce, otherCases }: PersonLedger,
): Promise<void> {
  const now = await personOf(tx, kept);
  if (alike(now.record, made))
    await tx
      .updateTable('person')
      .set({ ...before, record: JSON.stringify(before.record) })
      .where('person_id', '=', kept)
      .execute();
  if (moved.length > 0)
    await tx.updateTable('person_number').set({ person_id: away }).where('number_index', 'in', moved).execute();
  await setInForce(tx, [kept, away], inForce);
  if (otherCases.length > 0)
    await tx.updateTable('youth_case').set({ person_id: away }).where('case_id', 'in', otherCases).execute();
}

async function setInForce(
  tx: Transaction<Tables>,
  persons: readonly string[],
  indexes: readonly string[],
): Promise<void> {
  for (const current of [false, true])
    await tx
      .updateTable('person_number')
      .set({ current })
      .where('person_id', 'in', persons)
      .$if(current, (query) => query.where('number_index', 'in', indexes.length > 0 ? indexes : ['']))
      .execute();
}

/** Earlier years' cases follow the person, but where the kept one has a case of that year too. */
async function moveOtherCases(tx: Transaction<Tables>, kept: string, away: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('youth_case')
    .select('case_id')
    .where('person_id', '=', away)
    .where('run_id', 'not in', (from) => from.selectFrom('youth_case').select('run_id').where('person_id', '=', kept))
    .execute();
  const ids = rows.map(({ case_id }) => case_id);
  if (ids.length > 0) await tx.updateTable('youth_case').set({ person_id: kept }).where('case_id', 'in', ids).execute();
  return ids;
}

function joined(kept: PersonRow, away: PersonRow, awayIsBetter: boolean): StoredRecord {
  // `as`: a record column holds what `storedRecord` put there.
  const [worse, better] = awayIsBetter ? [kept, away] : [away, kept];
  const record = { ...(worse.record as StoredRecord), ...(better.record as StoredRecord) };
  const protection = [better, worse].map((one) => one.protection as AddressProtection).find(isProtected);
  return protection === undefined ? record : { ...record, addressProtection: protection };
}

const personOf = (tx: Transaction<Tables>, personId: string) =>
  tx
    .selectFrom('person')
    .select(['id_kind', 'name', 'sort_name', 'search_name', 'born_on', 'protection', 'mobile', 'record', 'written_by'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();

// `as`: only `numberRow` writes kinds.
const rankOf = (kind: string): number => ranks[kind as NationalIdKind] ?? 0;

import { type OrderByExpression, sql } from 'kysely';
import { type CaseId, caseId, type UnitId, unitId } from '#domain/ids.ts';
import type { Tables } from '#store/schema.ts';
import { among } from './among.ts';
import type { YouthSort } from './answers/youths.ts';
import { inTextOrder } from './norwegian-order.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { every, ofRun, type YouthAsk, youthRule } from './youth-filter.ts';

/** A part of a list whose length is known. */
export interface ListPart {
  readonly from: number;
  readonly atMost: number;
  readonly of: number;
}

/** The list behind a number: every case of the filter that the reader's numbers count, in the list's order. */
export async function caseIdsFor(asking: Asking, ask: YouthAsk, part?: ListPart): Promise<readonly CaseId[]> {
  const sort = ask.filter.sort ?? 'name';
  // The second half of a list is walked from its end: the order by name is an index, and what is skipped is walked too.
  if (sort === 'name' && part && part.from > part.of / 2) return lastOnes(asking, ask, part);
  const units = sort === 'unit' ? await unitsInOrder(asking) : [];
  const cases = casesOf(asking, ask)
    .$call((query) => (sort === 'name' ? query : query.orderBy(orderOf(sort, units))))
    .orderBy('sort_name')
    .orderBy('case_id');
  const rows = await (part ? cases.limit(part.atMost).offset(part.from) : cases).execute();
  return rows.map((row) => caseId(row.case_id));
}

const casesOf = ({ db, ports }: Asking, ask: YouthAsk) =>
  db.selectFrom('youth_case').select('case_id').where(youthRule(ports, ask));

async function lastOnes(asking: Asking, ask: YouthAsk, { from, atMost, of }: ListPart): Promise<readonly CaseId[]> {
  const length = Math.min(atMost, of - from);
  const rows = await casesOf(asking, ask)
    .orderBy('sort_name', 'desc')
    .orderBy('case_id', 'desc')
    .limit(length)
    .offset(of - from - length)
    .execute();
  return rows.map((row) => caseId(row.case_id)).reverse();
}

/** Who a bulk act is about: those ticked, as far as the reader sees them, or a whole list counted again. */
export async function chosenFor(
  { db, ports }: Asking,
  ask: Omit<YouthAsk, 'filter'>,
  choice: { readonly cases: readonly string[] } | Pick<YouthAsk, 'filter' | 'searched'>,
): Promise<readonly { readonly caseId: CaseId; readonly unitId: UnitId | null }[]> {
  const rule =
    'cases' in choice
      ? every([ofRun(ask.runId), within(reachOf(ask.actor)), (where) => where('case_id', 'in', among(choice.cases))])
      : youthRule(ports, { ...ask, ...choice });
  const rows = await db
    .selectFrom('youth_case')
    .select(['case_id', 'unit_id'])
    .where(rule)
    .orderBy('sort_name')
    .orderBy('case_id')
    .execute();
  return rows.map((row) => ({
    caseId: caseId(row.case_id),
    unitId: row.unit_id === null ? null : unitId(row.unit_id),
  }));
}

/** Youngest first by age, those without a code first by code, the longest silent first by what was last. */
function orderOf(
  sort: Exclude<YouthSort, 'name'>,
  units: readonly string[],
): OrderByExpression<Tables, 'youth_case', object> {
  switch (sort) {
    case 'age':
      return sql`born_on desc nulls last`;
    case 'unit':
      return sql`array_position(array(select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb)), unit_id) nulls last`;
    case 'code':
      return sql`status_code collate "C" nulls first`;
    case 'last':
      return sql`last_on nulls first`;
  }
}

async function unitsInOrder({ db }: Asking): Promise<readonly string[]> {
  const units = await db.selectFrom('unit').select(['unit_id', 'name']).execute();
  return inTextOrder(units, ({ name }) => name).map(({ unit_id }) => unit_id);
}

import { type OrderByExpression, sql } from 'kysely';
import { type CaseId, caseId, type UnitId, unitId } from '#domain/ids.ts';
import type { Tables } from '#store/schema.ts';
import { among } from './among.ts';
import type { YouthSort } from './answers/youths.ts';
import { byText } from './norwegian-order.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { every, ofRun, type YouthAsk, youthRule } from './youth-filter.ts';

/** The list behind a number: every case of the filter that the reader's numbers count, in the list's order. */
export async function caseIdsFor(
  asking: Asking,
  ask: YouthAsk,
  page?: { readonly from: number; readonly atMost: number },
): Promise<readonly CaseId[]> {
  const { db, ports } = asking;
  const sort = ask.filter.sort ?? 'name';
  const units = sort === 'unit' ? await unitsInOrder(asking) : [];
  const cases = db
    .selectFrom('youth_case')
    .select('case_id')
    .where(youthRule(ports, ask))
    .orderBy(orderOf(sort, units))
    .orderBy('sort_name')
    .orderBy('case_id');
  const rows = await (page ? cases.limit(page.atMost).offset(page.from) : cases).execute();
  return rows.map((row) => caseId(row.case_id));
}

/** How many the same list has. */
export async function countFor({ db, ports }: Asking, ask: YouthAsk): Promise<number> {
  const row = await db
    .selectFrom('youth_case')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where(youthRule(ports, ask))
    .executeTakeFirst();
  return row?.n ?? 0;
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
function orderOf(sort: YouthSort, units: readonly string[]): OrderByExpression<Tables, 'youth_case', object> {
  switch (sort) {
    case 'name':
      return 'sort_name';
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
  return units.toSorted(byText(({ name }) => name)).map(({ unit_id }) => unit_id);
}

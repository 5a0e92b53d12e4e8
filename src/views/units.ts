import { type UnitId, unitId } from '#domain/ids.ts';
import type { Choice } from './answers/youths.ts';
import { inTextOrder } from './norwegian-order.ts';
import type { Tabled } from './ports.ts';

/** The county's units, in Norwegian order. */
export async function unitsOfCounty(
  db: Tabled,
): Promise<readonly (Choice<UnitId> & { readonly region: string | undefined })[]> {
  const rows = await db.selectFrom('unit').select(['unit_id', 'name', 'region']).execute();
  return inTextOrder(rows, ({ name }) => name).map((row) => ({
    id: unitId(row.unit_id),
    name: row.name,
    region: row.region === '' ? undefined : row.region,
  }));
}

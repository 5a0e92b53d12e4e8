import type { Tabled } from './ports.ts';
import { namesOf } from './staff-names.ts';
import type { TaskNow } from './task-rows.ts';
import { unitsOfCounty } from './units.ts';

export interface PartNames {
  readonly unit: (id: string | null) => string | undefined;
  readonly person: (id: string | null) => string | undefined;
  /** Whose part of a task that many do: the person's, else the unit's. */
  readonly part: (row: TaskNow) => string;
}

/** Names for the units and people of tasks. */
export async function partNames(db: Tabled, rows: readonly TaskNow[]): Promise<PartNames> {
  const units = new Map<string, string>((await unitsOfCounty(db)).map(({ id, name }) => [id, name]));
  const unit = (id: string | null) => (id === null ? undefined : units.get(id));
  const person = await namesOf(
    db,
    rows.flatMap(({ staffId, doneBy }) => [staffId, doneBy]),
  );
  return {
    unit,
    person,
    part: (row) => (isPersons(row) ? person(row.staffId) : (unit(row.unitId) ?? person(row.staffId))) ?? '',
  };
}

export const isPersons = ({ taskId }: TaskNow): boolean => taskId.includes('@staff:');

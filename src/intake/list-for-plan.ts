import type { ReadList } from '#domain/intake/import-plan.ts';
import type { NationalId } from '#domain/person/national-id.ts';
import type { People } from './people/read-people.ts';

/** Gives a read list the keys its plan is made by; `keyOf` is the store's blind index of a national id. */
export function listForPlan(people: People, keyOf: (id: NationalId) => string): ReadList {
  return {
    rows: people.records.flatMap(({ row, record }) =>
      record.nationalId ? [{ row, key: keyOf(record.nationalId), record }] : [],
    ),
    faulty: people.faulty.map(({ row, faults, nationalId }) => ({
      row,
      faults,
      ...(nationalId && { key: keyOf(nationalId) }),
    })),
    carries: people.carries,
    doubts: people.doubts,
    ...(people.declaredCount !== undefined && { declaredCount: people.declaredCount }),
  };
}

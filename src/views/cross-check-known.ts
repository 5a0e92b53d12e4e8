import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { type KnownPerson, mayBeKnown } from '#domain/cross-check/known-before.ts';
import { searchKey } from '#domain/person/name-keys.ts';
import type { CheckedRow } from '#ports/cross-checks.ts';
import { among } from './among.ts';
import { nameIn } from './cross-check-name.ts';
import type { Asking } from './ports.ts';

interface Candidate extends KnownPerson {
  readonly numbers: readonly string[];
}

/** Which of some rows may be somebody the register knows from another year, protected or not. */
export async function knownRows(
  asking: Asking,
  runId: string,
  rows: Iterable<CheckedRow>,
): Promise<ReadonlySet<number>> {
  const asked = [...rows].map((row) => ({ row, name: nameIn(row), number: numberIn(asking, row) }));
  const known = await candidates(asking, runId, asked);
  return new Set(
    asked
      .filter(({ row, name, number }) =>
        known.some((one) =>
          mayBeKnown({ name, born: row.birthDate }, { ...one, hasThisNumber: one.numbers.includes(number ?? '') }),
        ),
      )
      .map(({ row }) => row.row),
  );
}

/** A leading zero that a workbook took away is put back. */
function numberIn({ ports }: Asking, { nationalId }: CheckedRow): string | undefined {
  const digits = nationalId?.replaceAll(/\D/g, '') ?? '';
  return digits.length < 10 ? undefined : ports.indexOf(digits.padStart(11, '0'));
}

type Asked = ReadonlyArray<{
  readonly row: CheckedRow;
  readonly name: string;
  readonly number: string | undefined;
}>;

/** Everybody with a number, a birth day or a surname of the rows; the numbers are those that were asked for. */
async function candidates(
  { db }: Asking,
  runId: string,
  asked: Asked,
): Promise<readonly Omit<Candidate, 'hasThisNumber'>[]> {
  const numbers = among(asked.flatMap(({ number }) => number ?? []));
  const days = among(asked.flatMap(({ row }) => row.birthDate ?? []));
  const words = among(asked.flatMap(({ name }) => searchKey(name).split(/[\s,-]+/)));
  const rows = await db
    .selectFrom('person')
    .select(['search_name', 'born_on', 'protection'])
    .select([
      sql<readonly string[]>`array(select number_index from person_number
        where person_number.person_id = person.person_id and number_index in ${numbers})`.as('numbers'),
      sql<boolean>`exists (select from youth_case where youth_case.person_id = person.person_id
        and run_id = ${runId})`.as('of_this_year'),
    ])
    .where(
      sql<boolean>`person_id in (select person_id from person_number where number_index in ${numbers})
        or born_on::text in ${days}
        or (protection <> 'none' and string_to_array(translate(search_name, '-', ' '), ' ') && array${words})`,
    )
    .execute();
  return rows.map((row) => ({
    searchName: row.search_name,
    // `as`: a `date` column gives days.
    born: row.born_on as Day | null,
    isProtected: row.protection !== 'none',
    isOfThisYear: row.of_this_year,
    numbers: row.numbers,
  }));
}

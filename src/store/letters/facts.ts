import { sql } from 'kysely';
import { type Postcode, postcodesOf } from '#domain/address/postcodes.ts';
import { type CountyHead, emptyCountyHead, emptyOfficeHead, type OfficeHead } from '#domain/letter/letterhead.ts';
import type { MessageFacts, MessageFactsBook } from '#ports/message-facts.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';
import { addressIndex } from './address-index.ts';
import { letterYouth } from './letter-youth.ts';

/** What messages are made of, on our database; `start` is the postcode register that came with the program. */
export const messageFacts = (
  db: Database,
  sealing: Pick<Sealing, 'blindIndex'>,
  start: readonly Postcode[],
): MessageFactsBook => ({
  readMany: async (caseIds) => {
    const [rows, heads, county] = await Promise.all([rowsOf(db, caseIds), headsOf(db), countyName(db)]);
    return new Map(rows.map((row) => [row.case_id, asFacts(row, heads, county)]));
  },
  knowledge: async () => {
    const rows = await db.selectFrom('postcode').select(['code', 'place']).execute();
    const returned = await db.selectFrom('returned_letter').select('address_index').distinct().execute();
    const came = new Set(returned.map(({ address_index }) => address_index));
    return {
      ...postcodesOf(rows.length > 0 ? rows : start),
      hasReturned: (name, address) => came.size > 0 && came.has(addressIndex(sealing, name, address)),
    };
  },
});

const rowsOf = (db: Database, caseIds: readonly string[]) =>
  db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .innerJoin('run', 'run.run_id', 'youth_case.run_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .leftJoin('staff', 'staff.staff_id', 'youth_case.caseworker_id')
    .select([
      'case_id',
      'youth_case.run_id',
      'youth_case.unit_id',
      'caseworker_id',
      'is_protected',
      'person.record',
      'person.born_on',
      'school_year',
      'unit.name as unit',
      'staff.name as adviser',
    ])
    .where('case_id', 'in', sql<string>`(select jsonb_array_elements_text(${JSON.stringify(caseIds)}::jsonb))`)
    .execute();

interface Heads {
  readonly county: CountyHead;
  readonly offices: ReadonlyMap<string, OfficeHead>;
}

async function headsOf(db: Database): Promise<Heads> {
  const rows = await db.selectFrom('letterhead').select(['unit_id', 'head']).execute();
  // `as`: the mail room wrote them.
  const heads = new Map(rows.map(({ unit_id, head }) => [unit_id, head] as const));
  const county = { ...emptyCountyHead, ...(heads.get('') as Partial<CountyHead> | undefined) };
  return { county, offices: heads as ReadonlyMap<string, OfficeHead> };
}

const countyName = async (db: Database): Promise<string> =>
  (await db.selectFrom('county').select('name').limit(1).executeTakeFirst())?.name ?? '';

function asFacts(
  row: Awaited<ReturnType<typeof rowsOf>>[number],
  { county: head, offices }: Heads,
  county: string,
): MessageFacts {
  const office = { ...emptyOfficeHead, ...(row.unit_id === null ? {} : offices.get(row.unit_id)) };
  return {
    caseId: row.case_id,
    runId: row.run_id,
    unitId: row.unit_id,
    caseworkerId: row.caseworker_id,
    isProtected: row.is_protected,
    youth: letterYouth(row.record, row.born_on),
    sender: { county, head, office: { ...office, name: row.unit ?? county } },
    adviser: row.adviser ?? '',
    schoolYear: row.school_year,
  };
}

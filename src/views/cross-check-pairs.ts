import { parseDay } from '#domain/calendar/day.ts';
import { type ComparedField, comparedFields } from '#domain/cross-check/person.ts';
import type { Proposal } from '#domain/cross-check/proposal.ts';
import { caseId } from '#domain/ids.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { CheckedRow } from '#ports/cross-checks.ts';
import { among } from './among.ts';
import type { CheckPair, ComparedValue, PairState } from './answers/cross-check.ts';
import { nameIn } from './cross-check-name.ts';
import { dayAt } from './intakes.ts';
import type { Asking } from './ports.ts';
import { namesOf } from './staff-names.ts';

/** Pairs side by side, in the order of the ids: the register's word, the list's, and how they stand to each other. */
export async function checkPairs(
  asking: Asking,
  listId: string,
  pairIds: readonly string[],
): Promise<readonly CheckPair[]> {
  if (pairIds.length === 0) return [];
  const found = await pairRows(asking, pairIds);
  const rows = await asking.ports.crossChecks.rows(
    listId,
    found.map(({ row_number }) => row_number),
  );
  const records = new Map<string, YouthRecord>();
  for (const { case_id } of found) {
    const person = await asking.ports.register.readPersonOf(case_id);
    if (person) records.set(case_id, person.record);
  }
  const nameOf = await namesOf(
    asking.db,
    found.map(({ decided_by }) => decided_by),
  );
  const byId = new Map(
    found.map((row) => [row.pair_id, checkPair(row, records.get(row.case_id), rows.get(row.row_number), nameOf)]),
  );
  return pairIds.flatMap((id) => byId.get(id) ?? []);
}

type PairRow = Awaited<ReturnType<typeof pairRows>>[number];

const pairRows = ({ db }: Asking, pairIds: readonly string[]) =>
  db
    .selectFrom('cross_check_standing as pair')
    .innerJoin('youth_case', 'youth_case.case_id', 'pair.case_id')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .innerJoin('cross_check_row as row', (join) =>
      join.onRef('row.list_id', '=', 'pair.list_id').onRef('row.row_number', '=', 'pair.row_number'),
    )
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .selectAll('pair')
    .select([
      ...(['person.name', 'is_protected', 'status_code', 'transfer_code', 'unit.name as unit'] as const),
      ...(['row.started_on', 'row.ended_on'] as const),
    ])
    .where('pair_id', 'in', among(pairIds))
    .execute();

function checkPair(
  row: PairRow,
  record: YouthRecord | undefined,
  listed: CheckedRow | undefined,
  nameOf: (id: string | null) => string | undefined,
): CheckPair {
  const { decided } = row;
  return {
    pairId: row.pair_id,
    row: row.row_number,
    caseId: caseId(row.case_id),
    name: row.name,
    // `as`: the columns hold what matching, the rules and the view of standings write.
    band: row.band as CheckPair['band'],
    state: row.state as PairState,
    proposal: row.proposal as Proposal,
    score: row.score,
    isProtected: row.is_protected,
    status: row.status_code ?? undefined,
    transfer: row.transfer_code ?? undefined,
    unit: row.unit ?? undefined,
    fields: sideBySide(row, record && registerWords(record), listed && listWords(listed)),
    remarks: row.remarks,
    startedOn: parseDay(row.started_on ?? ''),
    endedOn: parseDay(row.ended_on ?? ''),
    decided:
      decided === 'same' || decided === 'not-same'
        ? {
            answer: decided,
            on: row.decided_at === null ? undefined : dayAt(row.decided_at),
            by: nameOf(row.decided_by),
            remembered: row.remembered,
          }
        : undefined,
    overtaken: row.overtaken_by === null ? undefined : { by: row.overtaken_by, on: parseDay(row.overtaken_on ?? '') },
    otherLists: row.other_lists,
    otherCodes: row.other_codes,
    acceptedAct: row.accepted_act ?? undefined,
  };
}

type Words = Readonly<Partial<Record<ComparedField, string | undefined>>>;
/** How to reach a protected person is shown to nobody, and the list may say it too. */
const hiddenOfProtected: readonly ComparedField[] = ['address', 'postcode', 'municipality', 'phone', 'email'];

function sideBySide(row: PairRow, register: Words = {}, list: Words = {}): readonly ComparedValue[] {
  return comparedFields.flatMap((field): readonly ComparedValue[] => {
    if (row.is_protected && hiddenOfProtected.includes(field)) return [];
    const [ours, theirs] = [register[field] || undefined, list[field] || undefined];
    if (ours === undefined && theirs === undefined) return [];
    const speaks = row.agrees.includes(field) ? 'for' : row.disagrees.includes(field) ? 'against' : 'neither';
    return [{ field, register: ours, list: theirs, how: row.hows[field] ?? 'none', speaks }];
  });
}

function registerWords(record: YouthRecord): Words {
  const { nationalId, name, born, address, municipalityName, mobiles = [], phones = [], email } = record;
  return {
    nationalId: nationalId && spaced(nationalId.text),
    firstName: name.first,
    middleName: name.middle,
    lastName: name.last,
    birthDate: born,
    address: address?.lines.join(', '),
    postcode: address?.postcode,
    municipality: municipalityName,
    phone: [...mobiles, ...phones].join(', '),
    email,
  };
}

function listWords(row: CheckedRow): Words {
  const { nationalId, firstName, middleName, lastName, birthDate, address, postcode, municipality, email } = row;
  const isWhole = firstName === undefined && lastName === undefined;
  return {
    nationalId: nationalId && spaced(nationalId),
    // A name in one column stands where the names begin.
    firstName: isWhole ? nameIn(row) : firstName,
    ...{ middleName, lastName, birthDate, address, postcode, municipality, email },
    phone: row.phones?.join(', '),
  };
}

const spaced = (digits: string): string => digits.replace(/^(\d{6})\s*(\d{5})$/, '$1 $2');

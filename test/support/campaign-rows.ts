import { day } from '#domain/calendar/day.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { insertMany } from '#store/insert-many.ts';
import type { Database } from '#store/open.ts';
import { standingRow } from '#store/standing-row.ts';

/** A made-up youth as a campaign meets one; what is left out is as most have it. */
export interface AYouth {
  readonly caseId: string;
  readonly status?: string | null;
  readonly choice?: CaseFile['choice'];
  readonly unitId?: string;
  readonly born?: string;
  readonly record?: Partial<YouthRecord>;
  readonly isOnList?: boolean;
}

const number = (index: number): string => `+4740${String(index).padStart(6, '0')}`;

/** Youths with their rows and standings, many at once. */
export async function writeYouths(db: Database, runId: string, youths: readonly AYouth[]): Promise<void> {
  const all = youths.map((youth, index) => rowsOf(runId, youth, index));
  await db.transaction().execute(async (tx) => {
    await insertMany(
      tx,
      'person',
      all.map(({ person }) => person),
    );
    await insertMany(
      tx,
      'youth_case',
      all.map(({ youth }) => youth),
    );
    await insertMany(
      tx,
      'standing',
      all.map(({ standing }) => standing),
    );
  });
}

function rowsOf(runId: string, given: AYouth, index: number) {
  const { caseId, status = 'OTUK', choice = null, unitId = 'north', born = '2008-06-01', isOnList = true } = given;
  const record: Partial<YouthRecord> = {
    name: { first: 'Kari', last: `Prøve ${index}` },
    mobiles: [number(index)],
    address: { lines: ['Prøveveien 1'], postcode: '5003', place: 'Bergen' },
    ...given.record,
  };
  const isReachable = !record.deceased && (record.addressProtection ?? 'none') === 'none';
  const file: CaseFile = {
    ...newCase({
      ...{ caseId, runId, transfer: 'OSON', track: 'oson', unitId, caseworkerId: null, deadlines: {} },
    }),
    status: status as CaseFile['status'],
    statusOn: status === null ? null : day('2026-09-10'),
    choice,
  };
  return {
    person: {
      person_id: `person-${caseId}`,
      id_kind: null,
      name: `Kari Prøve ${index}`,
      sort_name: `prøve ${String(index).padStart(6, '0')}`,
      search_name: `kari prøve ${index}`,
      born_on: born,
      protection: record.addressProtection ?? 'none',
      mobile: (isReachable ? record.mobiles?.[0] : undefined) ?? null,
      record: JSON.stringify(record),
    },
    youth: {
      case_id: caseId,
      run_id: runId,
      person_id: `person-${caseId}`,
      unit_id: unitId,
      caseworker_id: null,
      transfer_code: 'OSON',
      track: 'oson',
      status_code: status,
      main_group: null,
      target_group: null,
      status_on: status === null ? null : '2026-09-10',
      via_ot: null,
      first_contact_on: null,
      choice,
      return_state: 'none',
      last_event: null,
      last_on: null,
      attempts: 0,
      on_list: isOnList,
      intake_id: null,
      school: null,
    },
    standing: standingRow('youth', `youth/${caseId}`, runId, file),
  };
}

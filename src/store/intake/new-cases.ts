import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { comparedFields, layOver } from '#domain/intake/changed-fields.ts';
import type { ReadList, ReadYouth } from '#domain/intake/import-plan.ts';
import { newCase } from '#domain/youth/case-file.ts';
import type { Application } from '#ports/intakes.ts';
import { insertMany } from '../insert-many.ts';
import { leavingRow } from '../leaving-row.ts';
import { numberRow, personRow } from '../register/person-rows.ts';
import { personsByKey, rewritePersons, type WrittenPerson } from '../register/write-persons.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { standingRow } from '../standing-row.ts';
import type { CreatedCase } from './ledger.ts';
import type { Placing } from './placing.ts';

interface NewCases {
  readonly application: Application;
  readonly runId: string;
  readonly create: readonly ReadYouth[];
  readonly carries: ReadList['carries'];
  readonly placing: Placing;
  readonly sealing: Sealing;
}

/** Writes persons, numbers, cases and where each case stands, for everybody the plan makes. */
export async function writeNewCases(tx: Transaction<Tables>, given: NewCases): Promise<readonly CreatedCase[]> {
  const { create, carries, sealing, application } = given;
  const keys = create.map(({ key }) => key);
  const known = await personsByKey(tx, sealing, keys);
  const unknown = create.filter(({ key }) => !known.has(key));
  const idByKey = new Map(unknown.map(({ key }) => [key, randomUUID()]));
  const idOf = (key: string) => known.get(key)?.personId ?? idByKey.get(key) ?? '';

  await insertMany(
    tx,
    'person',
    unknown.map(({ key, record }) => personRow(idOf(key), record, application.intakeId, sealing)),
  );
  await insertMany(
    tx,
    'person_number',
    unknown.flatMap(({ key, record: { nationalId } }) =>
      nationalId ? [numberRow(idOf(key), key, nationalId, sealing)] : [],
    ),
  );
  const compared = comparedFields(carries);
  const again = create.flatMap(({ key, record }) => {
    const person = known.get(key);
    return person ? [overlaid(person, layOver(person.record, record, compared).after, application.intakeId)] : [];
  });
  await rewritePersons(tx, sealing, again);

  const cases = onePerPerson(create.map((youth) => ({ youth, caseId: randomUUID(), personId: idOf(youth.key) })));
  await writeCases(tx, given, cases);
  return cases.map(({ youth: { key }, caseId, personId }) => {
    const person = known.get(key);
    const earlier = person ? { before: person.record, writtenBy: person.writtenBy } : null;
    return { key, caseId, personId, earlier };
  });
}

/** A list may have somebody twice, by a number from before and by the one in force. */
const onePerPerson = <T extends { readonly personId: string }>(cases: readonly T[]): readonly T[] => [
  ...new Map(cases.map((each) => [each.personId, each])).values(),
];

/** The number in force stays: the list may have found the person by one from before. */
const overlaid = (person: WrittenPerson, after: WrittenPerson['record'], writtenBy: string): WrittenPerson => ({
  personId: person.personId,
  record: { ...after, ...(person.record.nationalId && { nationalId: person.record.nationalId }) },
  writtenBy,
});

async function writeCases(
  tx: Transaction<Tables>,
  { application, runId, placing }: NewCases,
  cases: readonly { readonly youth: ReadYouth; readonly caseId: string; readonly personId: string }[],
): Promise<void> {
  const { intakeId, at, by, deadlines } = application;
  const on = dayOf(instant(at));
  const files = cases.map(({ youth: { record }, caseId }) => {
    const track = placing.trackOf(record.transferCode);
    return newCase({
      caseId,
      runId,
      transfer: record.transferCode ?? null,
      track,
      unitId: placing.unitOf(record),
      caseworkerId: placing.caseworkerOf(record),
      deadlines: deadlines[track] ?? {},
    });
  });
  const rows = cases.map(({ youth, personId }, index) => ({ file: files[index], youth, personId }));
  await insertMany(
    tx,
    'youth_case',
    rows.flatMap(({ file, youth, personId }) =>
      file ? [caseRow(file, personId, youth.record.school ?? null, intakeId, on)] : [],
    ),
  );
  await insertMany(
    tx,
    'leaving',
    files.flatMap((file) => (file.leaving === null ? [] : [leavingRow(file, file.leaving, on)])),
  );
  await insertMany(
    tx,
    'standing',
    files.map((file) => standingRow('youth', `youth/${file.caseId}`, runId, file)),
  );
  await insertMany(
    tx,
    'journal',
    files.map((file) => {
      const event = { type: 'transfer.received', at, doer: { by }, on, transfer: file.transfer };
      return {
        subject: `youth/${file.caseId}`,
        sequence: 0,
        run_id: runId,
        event_type: event.type,
        event: JSON.stringify(event),
        by_staff: by,
        on_behalf_of: null,
        effective_on: on,
        recorded_at: at,
        command_id: null,
        fingerprint: '',
      };
    }),
  );
}

const caseRow = (
  file: ReturnType<typeof newCase>,
  personId: string,
  school: string | null,
  intakeId: string,
  on: string,
) => ({
  case_id: file.caseId,
  run_id: file.runId,
  person_id: personId,
  unit_id: file.unitId,
  caseworker_id: file.caseworkerId,
  transfer_code: file.transfer,
  track: file.track,
  return_state: 'none',
  last_event: 'transfer.received',
  last_on: on,
  attempts: 0,
  on_list: true,
  intake_id: intakeId,
  school,
});

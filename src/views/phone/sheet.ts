import type { Actor } from '#domain/access/actor.ts';
import { mayRunDrive } from '#domain/access/phone.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { caseId, staffId } from '#domain/ids.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import { isMinorOn } from '#domain/target-group.ts';
import { ageOn } from '../age.ts';
import type { PhoneSheet, SheetRow } from '../answers/phone.ts';
import type { Asking } from '../ports.ts';
import { reachOf, within } from '../reach.ts';
import { namesOf } from '../staff-names.ts';
import { every, ofRun } from '../youth-filter.ts';
import { driveFor } from './drive-head.ts';
import { numbersOf } from './numbers.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly driveId?: string | undefined;
  /** Whose; the reader's own where it is left out, or where they may not see another's. */
  readonly whose?: string | undefined;
}

/** One caller's cards on paper: as little of each as ringing needs, and never anybody protected. */
export async function phoneSheet(asking: Asking, ask: Ask): Promise<PhoneSheet | undefined> {
  const { db } = asking;
  const { actor, today } = ask;
  const drive = await driveFor(db, ask);
  if (!drive) return undefined;
  const callers = mayRunDrive(actor, drive.units ?? null) ? await ringingIn(asking, drive.driveId) : [];
  const whose = callers.some(({ id }) => id === ask.whose) ? (ask.whose ?? actor.staffId) : actor.staffId;
  const rows = await cardsOf(asking, ask, drive.driveId, whose);
  const nameOf = await namesOf(db, [whose]);
  return {
    today,
    drive,
    caller: { id: staffId(whose), name: nameOf(whose) ?? '' },
    callers,
    rows: rows.map((row) => sheetRow(row, today)),
  };
}

const cardsOf = ({ db }: Asking, { actor, runId }: Ask, driveId: string, whose: string) =>
  db
    .selectFrom('phone_card')
    .innerJoin('youth_case', 'youth_case.case_id', 'phone_card.case_id')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select([
      'youth_case.case_id',
      'person.name',
      'person.born_on',
      'person.record',
      'unit.name as unit',
      'transfer_code',
      'tries',
      'call_back',
      'available_at',
    ])
    .where('drive_id', '=', driveId)
    .where('state', '=', 'open')
    .where('kept_for', '=', whose)
    .where('status_code', '=', 'OTUK')
    .where('is_protected', '=', false)
    .where('youth_case.case_id', 'in', (from) =>
      from
        .selectFrom('youth_case')
        .select('case_id')
        .where(every([ofRun(runId), within(reachOf(actor))])),
    )
    .orderBy('tries')
    .orderBy('place')
    .execute();

function sheetRow(row: Awaited<ReturnType<typeof cardsOf>>[number], today: Day): SheetRow {
  const born = parseDay(row.born_on ?? '');
  // `as`: the register keeps records there.
  const record = row.record as YouthRecord;
  return {
    caseId: caseId(row.case_id),
    name: row.name,
    age: born && ageOn(born, today),
    minor: born !== undefined && isMinorOn(born, today),
    unit: row.unit ?? '',
    language: record.languageForm ?? 'nb',
    transfer: row.transfer_code ?? undefined,
    numbers: numbersOf(record),
    tries: row.tries,
    callBackAt: row.call_back ? row.available_at : undefined,
  };
}

async function ringingIn({ db }: Asking, driveId: string): Promise<PhoneSheet['callers']> {
  const rows = await db
    .selectFrom('phone_caller')
    .innerJoin('staff', 'staff.staff_id', 'phone_caller.staff_id')
    .select(['staff.staff_id', 'name'])
    .where('drive_id', '=', driveId)
    .where('rings', '=', true)
    .orderBy('name')
    .execute();
  return rows.map(({ staff_id, name }) => ({ id: staffId(staff_id), name }));
}

import { readFileSync } from 'node:fs';
import type { Actor, Grant } from '#domain/access/actor.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { day } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { staffId, unitId } from '#domain/ids.ts';
import { fullName } from '#domain/person/name.ts';
import { searchKey, sortKey } from '#domain/person/name-keys.ts';
import type { AddressProtection, PersonName, TransferCode } from '#domain/person/youth-record.ts';
import type { PlanPerson } from '#domain/plan/people.ts';
import type { Role } from '#domain/plan/role.ts';
import { type PlanInputs, rollForward } from '#domain/plan/roll-forward.ts';
import { isInTargetGroup, isStatusCode, mainGroupOf } from '#domain/status-code/status-code.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { readTemplate } from '#intake/template/read-template.ts';
import { insertMany } from '#store/insert-many.ts';
import type { Database } from '#store/open.ts';
import { runs } from '#store/runs/runs.ts';

/** An instant from what Norwegian clocks show. */
export const at = (on: string, time = '08:00'): number => instantAt(day(on), time as ClockTime);

export interface AUnit {
  readonly id: string;
  readonly name: string;
}
export interface AStaff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly role: Role; readonly unit?: string }[];
}
export interface AYouth {
  readonly id: string;
  readonly name: PersonName;
  readonly born?: string | null;
  readonly unit?: string | null;
  readonly caseworker?: string | null;
  readonly transfer?: TransferCode | null;
  readonly code?: string | null;
  readonly choice?: CaseFile['choice'];
  readonly protection?: AddressProtection;
  readonly mobile?: string | null;
  readonly onList?: boolean;
  readonly number?: string;
  readonly reachedBy?: readonly ('letter' | 'sms')[];
  readonly lastEvent?: string;
  readonly lastOn?: string;
}

export const units: readonly AUnit[] = [
  { id: 'north', name: 'Nordvik' },
  { id: 'south', name: 'Ålvik' },
];

/** One person for each role, advisers in both units. */
export const staff: readonly AStaff[] = [
  { id: 'adviser-north', name: 'Ane Dalseth', roles: [{ role: 'adviser', unit: 'north' }] },
  { id: 'adviser-south', name: 'Åse Øygard', roles: [{ role: 'adviser', unit: 'south' }] },
  { id: 'office', name: 'Per Tangen', roles: [{ role: 'office_staff', unit: 'north' }] },
  { id: 'super', name: 'Siv Moen', roles: [{ role: 'super_user' }] },
  { id: 'owner', name: 'Nils Haugland', roles: [{ role: 'system_owner' }] },
  { id: 'process', name: 'Eli Brattli', roles: [{ role: 'process_owner' }] },
  { id: 'reviewer', name: 'Tor Vike', roles: [{ role: 'review_group' }] },
  { id: 'boss', name: 'Mona Strand', roles: [{ role: 'manager' }] },
];

/** The actor somebody of the county is. */
export function actor(id: string, people: readonly AStaff[] = staff): Actor {
  const found = people.find((one) => one.id === id);
  if (!found) throw new Error(`nobody called ${id}`);
  return { staffId: id, grants: found.roles.map(({ role, unit }): Grant => ({ role, unitId: unit ?? null })) };
}

export const template = (() => {
  const read = readTemplate(readFileSync(new URL('../../templates/vigo-otto.yaml', import.meta.url)));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.template;
})();

export const inputsFor = (
  people: readonly AStaff[] = staff,
  where: readonly AUnit[] = units,
  year = '2026-2027',
): PlanInputs => ({
  template,
  schoolYear: schoolYear(year),
  units: where.map(({ id }) => unitId(id)),
  people: people.map(
    ({ id, roles }): PlanPerson => ({
      staff: staffId(id),
      roles: roles.map(({ role, unit }) => (unit === undefined ? { role } : { role, unit: unitId(unit) })),
    }),
  ),
});

/** County, units and people as rows. */
export async function writeCounty(
  db: Database,
  where: readonly AUnit[] = units,
  people: readonly AStaff[] = staff,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await insertMany(tx, 'county', [{ county_id: 'c', name: 'Innherad', municipality_numbers: '[]' }]);
    await insertMany(
      tx,
      'unit',
      where.map(({ id, name }) => ({ unit_id: id, number: null, name, region: 'Midt', municipalities: '[]' })),
    );
    await insertMany(
      tx,
      'staff',
      people.map(({ id, name }) => ({
        staff_id: id,
        login: id,
        name,
        email: null,
        password_hash: null,
        language: 'nb',
        active: true,
      })),
    );
    await insertMany(
      tx,
      'staff_role',
      people.flatMap(({ id, roles }) =>
        roles.map(({ role, unit }) => ({ staff_id: id, role, run_id: null, unit_id: unit ?? null })),
      ),
    );
  });
}

/** A run from the template, whose own clock shows that day. */
export async function startRun(
  db: Database,
  {
    runId = 'run',
    today = '2026-09-10',
    inputs = inputsFor(),
  }: { runId?: string; today?: string; inputs?: PlanInputs } = {},
): Promise<void> {
  await runs(db, () => at(today)).start({
    runId,
    title: inputs.schoolYear,
    inputs,
    plan: rollForward(inputs),
    rehearsalNow: at(today),
    realNow: at(today),
    at: at('2026-05-04'),
    by: 'process',
  });
}

export const sealed = (text: string): string => `sealed:${[...text].reverse().join('')}`;
export const opened = (text: string): string => [...text.slice('sealed:'.length)].reverse().join('');
export const indexOf = (number: string): string => `index-of-${[...number].reverse().join('')}`;

/** Youths with their cases, as they stand. */
export async function writeYouths(db: Database, youths: readonly AYouth[], runId = 'run'): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await insertMany(tx, 'person', youths.map(personRow));
    await insertMany(
      tx,
      'person_number',
      youths.flatMap(({ id, number }) =>
        number === undefined
          ? []
          : [
              {
                number_index: indexOf(number),
                person_id: `p-${id}`,
                number_sealed: sealed(number),
                kind: 'ordinary',
                current: true,
              },
            ],
      ),
    );
    await insertMany(
      tx,
      'youth_case',
      youths.map((youth) => caseRow(youth, runId)),
    );
    await insertMany(
      tx,
      'standing',
      youths.map((youth) => standingRow(youth, runId)),
    );
    await insertMany(
      tx,
      'journal',
      youths.map((youth) =>
        journalRow(
          youth.id,
          0,
          { type: 'transfer.received', on: '2026-08-21', transfer: fileOf(youth).transfer },
          runId,
        ),
      ),
    );
    await insertMany(
      tx,
      'contact',
      youths.flatMap(({ id, reachedBy = [] }) =>
        reachedBy.map((channel, index) => ({
          case_id: id,
          sequence: index + 1,
          on_day: '2026-09-01',
          channel,
          direction: 'out',
          answered_by: 'none',
          says: null,
        })),
      ),
    );
  });
}

function personRow({ id, name, born = '2009-03-02', protection = 'none', mobile = null }: AYouth) {
  const whole = fullName(name);
  return {
    person_id: `p-${id}`,
    id_kind: 'ordinary',
    name: whole,
    sort_name: sortKey(name),
    search_name: searchKey(whole),
    born_on: born,
    protection,
    mobile: protection === 'none' ? mobile : null,
    record: JSON.stringify({
      name,
      ...(born && { born }),
      addressProtection: protection,
      address: { lines: ['Storgata 1'], postcode: '7600', place: 'Levanger' },
      languageForm: 'nn',
      email: 'post@example.org',
      ...(mobile && { mobiles: [mobile] }),
      guardians: [{ name: { first: 'Liv', last: name.last }, mobiles: ['+4799999999'], relation: 'mor' }],
    }),
    written_by: null,
  };
}

const trackOf = (transfer: TransferCode | null): string =>
  transfer === 'OSON' ? 'oson' : transfer === 'OESL' ? 'early-leavers' : 'others';

export function fileOf(youth: AYouth, runId = 'run'): CaseFile {
  const { id, unit = 'north', caseworker = null, transfer = 'OSON', code = null, choice = null } = youth;
  const begun = newCase({
    caseId: id,
    runId,
    transfer,
    track: trackOf(transfer),
    unitId: unit,
    caseworkerId: caseworker,
    deadlines: {},
  });
  return code !== null && isStatusCode(code)
    ? { ...begun, status: code, statusOn: day('2026-09-02'), choice }
    : { ...begun, choice };
}

function caseRow(youth: AYouth, runId: string) {
  const { id, code = null, onList = true, reachedBy = [], lastEvent = null, lastOn = null } = youth;
  const file = fileOf(youth, runId);
  const known = code !== null && isStatusCode(code) ? code : undefined;
  return {
    case_id: id,
    run_id: runId,
    person_id: `p-${id}`,
    unit_id: file.unitId,
    caseworker_id: file.caseworkerId,
    transfer_code: file.transfer,
    track: file.track,
    status_code: code,
    main_group: known ? mainGroupOf(known) : null,
    target_group: known ? isInTargetGroup(known) : null,
    status_on: code === null ? null : '2026-09-02',
    via_ot: null,
    first_contact_on: null,
    choice: file.choice,
    return_state: 'none',
    last_event: lastEvent,
    last_on: lastOn,
    attempts: reachedBy.length,
    on_list: onList,
    intake_id: null,
    school: null,
  };
}

function standingRow(youth: AYouth, runId: string) {
  return {
    subject: `youth/${youth.id}`,
    kind: 'youth',
    run_id: runId,
    sequence: 0,
    input: JSON.stringify(fileOf(youth, runId)),
    snapshot: null,
    rule_version: 1,
    next_deadline: null,
    engine: null,
    clock_ahead: 0,
  };
}

/** A step of a youth as the journal has it; the run's events are recorded at eight in the morning of their day. */
export function journalRow(
  id: string,
  sequence: number,
  event: Readonly<Record<string, unknown>> & { readonly type: string; readonly on: string },
  runId = 'run',
  by: string | null = 'adviser-north',
  commandId: string | null = null,
) {
  const whole = { ...event, at: at(event.on), doer: { by } };
  return {
    subject: `youth/${id}`,
    sequence,
    run_id: runId,
    event_type: event.type,
    event: JSON.stringify(whole),
    by_staff: by,
    on_behalf_of: null,
    effective_on: event.on,
    recorded_at: at(event.on),
    command_id: commandId,
    fingerprint: '',
  };
}

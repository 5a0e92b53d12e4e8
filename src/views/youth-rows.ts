import { mayAssign } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { type CaseId, caseId } from '#domain/ids.ts';
import { isMinorOn } from '#domain/target-group.ts';
import { ageOn } from './age.ts';
import { among } from './among.ts';
import { type LastSeen, lastSeen, type YouthRow } from './answers/youths.ts';
import type { Asking } from './ports.ts';
import type { YouthAsk } from './youth-filter.ts';

type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** The lines of a list, in the order of the ids given. */
export async function youthRows(
  asking: Asking,
  { actor, today }: Pick<YouthAsk, 'actor' | 'today'>,
  ids: readonly CaseId[],
): Promise<{ readonly rows: readonly YouthRow[]; readonly mayAssign: boolean }> {
  const found = new Map((ids.length === 0 ? [] : await rowsOf(asking, ids)).map((row) => [row.case_id, row]));
  const rows = ids.flatMap((id) => found.get(id) ?? []);
  return {
    rows: rows.map((row) => youthRow(row, today)),
    mayAssign: rows.some((row) =>
      mayAssign(actor, { unitId: row.unit_id, caseworkerId: row.caseworker_id, isProtected: row.is_protected }),
    ),
  };
}

const rowsOf = ({ db }: Asking, ids: readonly CaseId[]) =>
  db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .leftJoin('staff', 'staff.staff_id', 'youth_case.caseworker_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('contact')
          .select(['on_day', 'channel', 'direction'])
          .whereRef('contact.case_id', '=', 'youth_case.case_id')
          .orderBy('sequence', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select([
      'youth_case.case_id',
      'youth_case.unit_id',
      'caseworker_id',
      'person.name',
      'person.born_on',
      'person.mobile',
      'unit.name as unit',
      'staff.name as caseworker',
      'status_code',
      'status_on',
      'transfer_code',
      'is_protected',
      'return_state',
      'last_event',
      'last_on',
      'newest.on_day',
      'newest.channel',
      'newest.direction',
    ])
    .where('youth_case.case_id', 'in', among(ids))
    .execute();

function youthRow(row: Rows[number], today: Day): YouthRow {
  const born = parseDay(row.born_on ?? '');
  return {
    caseId: caseId(row.case_id),
    name: row.name,
    age: born && ageOn(born, today),
    minor: born !== undefined && isMinorOn(born, today),
    unit: row.unit ?? '',
    code: row.status_code ?? undefined,
    transfer: row.transfer_code ?? undefined,
    caseworker: row.caseworker ?? undefined,
    mobile: row.is_protected ? undefined : (row.mobile ?? undefined),
    closed: row.return_state === 'sent',
    protected: row.is_protected,
    last: lastOf(row),
  };
}

/** The last event where the list has a word for it, else the last contact, else the coding. */
function lastOf(row: Rows[number]): YouthRow['last'] {
  const on = parseDay(row.last_on ?? '');
  const what = on && whatWas(row);
  if (on && what) return { on, what };
  const contacted = parseDay(row.on_day ?? '');
  const how = contacted && howContacted(row);
  if (contacted && how) return { on: contacted, what: how };
  const coded = parseDay(row.status_on ?? '');
  return coded && { on: coded, what: 'coded' };
}

function whatWas(row: Rows[number]): LastSeen | undefined {
  switch (row.last_event) {
    case 'transfer.received':
    case 'transfer.withdrawn':
      return 'transferred';
    case 'status.set':
    case 'status.takenBack':
      return 'coded';
    case 'choice.made':
    case 'choice.takenBack':
      return 'chosen';
    case 'case.assigned':
      return 'assigned';
    case 'letter.cameBack':
      return 'letter-back';
    case 'contact.registered':
      return howContacted(row);
    default:
      return undefined;
  }
}

function howContacted({ channel, direction }: Rows[number]): LastSeen | undefined {
  if (channel === 'reply-form') return 'reply-form-in';
  const name = channel === 'meeting' || channel === 'drop-in' ? channel : `${channel}-${direction}`;
  return lastSeen.find((known) => known === name);
}

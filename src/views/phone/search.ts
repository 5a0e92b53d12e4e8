import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { fullName } from '#domain/person/name.ts';
import { mayRing } from '#domain/person/reach.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import { ageOn } from '../age.ts';
import type { PhoneFound } from '../answers/phone.ts';
import type { Asking } from '../ports.ts';
import { reachOf, within } from '../reach.ts';
import { every, ofRun, youthRule } from '../youth-filter.ts';

const atMost = 20;
/** A Norwegian number without its country code: so much is compared, however it was written. */
const compared = 8;

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly driveId: string;
  readonly today: Day;
  readonly text: string;
  /** The run's clock. */
  readonly now: number;
}

/**
 * Who it may be that rings back: everybody with that number, whose own it is or a guardian's, or with those names. More than one may have a
 * number, so all are shown with the field that matched, and a person chooses.
 */
export async function phoneSearch(asking: Asking, ask: Ask): Promise<readonly PhoneFound[]> {
  const { db, ports } = asking;
  const { actor, runId, text, today } = ask;
  const digits = text.replaceAll(/\D/g, '');
  const isNumber = digits.length >= compared && /^[\d\s+().-]+$/.test(text);
  const number = digits.slice(-compared);
  const rule = isNumber
    ? every([ofRun(runId), within(reachOf(actor))])
    : youthRule(ports, { actor, runId, today, filter: {}, searched: text });
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .leftJoin('phone_card', (join) =>
      join.onRef('phone_card.case_id', '=', 'youth_case.case_id').on('phone_card.drive_id', '=', ask.driveId),
    )
    .select([
      'youth_case.case_id',
      'person.name',
      'person.born_on',
      'person.record',
      'unit.name as unit',
      'status_code',
      'held_by',
      'held_until',
      'is_protected',
    ])
    .where('youth_case.case_id', 'in', (from) => from.selectFrom('youth_case').select('case_id').where(rule))
    .$if(isNumber, (query) =>
      query.where(sql<boolean>`strpos(person.record::text, ${number}) > 0`).where('is_protected', '=', false),
    )
    .orderBy('youth_case.sort_name')
    .limit(atMost)
    .execute();
  return rows.flatMap((row): readonly PhoneFound[] => {
    const born = parseDay(row.born_on ?? '');
    // `as`: the register keeps records there.
    const match = isNumber ? matchOf(row.record as YouthRecord, number) : { matched: 'name' as const };
    if (!match) return [];
    return [
      {
        caseId: caseId(row.case_id),
        name: row.name,
        age: born && ageOn(born, today),
        unit: row.unit ?? '',
        code: row.status_code ?? undefined,
        guardian: undefined,
        ...match,
        heldByOther: row.held_by !== null && row.held_by !== actor.staffId && (row.held_until ?? 0) > ask.now,
      },
    ];
  });
}

function matchOf(record: YouthRecord, number: string): Pick<PhoneFound, 'matched' | 'guardian'> | undefined {
  const ends = (one: string) => one.replaceAll(/\D/g, '').endsWith(number);
  if (record.mobiles?.some(ends)) return { matched: 'mobile', guardian: undefined };
  if (record.phones?.some(ends)) return { matched: 'phone', guardian: undefined };
  const guardian = record.guardians
    ?.filter(mayRing)
    .find(({ mobiles = [], phones = [] }) => [...mobiles, ...phones].some(ends));
  return guardian && { matched: 'guardian', guardian: fullName(guardian.name) };
}

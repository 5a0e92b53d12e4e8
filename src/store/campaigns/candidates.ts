import { type Expression, type ExpressionBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { CampaignFile, CampaignFilter } from '#domain/campaign/campaign-file.ts';
import type { Candidate } from '#domain/campaign/sort-out.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';
import type { StoredRecord } from '../register/stored-record.ts';
import type { Tables } from '../schema.ts';

type Asked = Database | Transaction<Tables>;
type CaseRule = (where: ExpressionBuilder<Tables, 'youth_case'>) => Expression<SqlBool>;

/** Everything about some youths that decides whether a campaign reaches them; one question, whatever their number. */
export const candidates = (db: Asked, runId: string, channel: CampaignFile['channel']) =>
  db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('channel_reservation as reserved', (join) =>
      join.onRef('reserved.person_id', '=', 'person.person_id').on('reserved.channel', '=', channel),
    )
    .select([
      'youth_case.case_id',
      'youth_case.unit_id',
      'person.born_on',
      'person.record',
      'person.mobile',
      'youth_case.status_code',
      'youth_case.choice',
      'youth_case.on_list',
      'reserved.since as reserved_since',
      sql<number>`(select coalesce(max(sequence), 0) from contact where contact.case_id = youth_case.case_id)`.as(
        'contacts_known',
      ),
    ])
    .where('youth_case.run_id', '=', runId);

export type CandidateRow = Awaited<ReturnType<ReturnType<typeof candidates>['execute']>>[number];

/** `hasReplied` is told apart: when a list is frozen it means something else than at hand-over. */
export function candidateOf(row: CandidateRow, hasReplied: boolean): Candidate {
  // `as`: a `date` column gives days, `storedRecord` writes the record, and the youth's machine the choice.
  const born = row.born_on as Day | null;
  const record = row.record as StoredRecord;
  return {
    born,
    // Known by the number alone, the birth date stands in the column.
    record: born === null || record.born !== undefined ? record : { ...record, born },
    mobile: row.mobile,
    status: row.status_code,
    choice: row.choice as Candidate['choice'],
    isOnList: row.on_list,
    isReserved: row.reserved_since !== null,
    hasReplied,
  };
}

/** A contact that came from outside, or in which somebody answered. */
const isReply = sql<boolean>`(direction = 'in' or answered_by in ('youth', 'guardian'))`;

/** A reply that may be this youth's waits for somebody to read it: until then nothing more goes to them by itself. */
const hasUnreadReply = sql<boolean>`exists (select 1 from inbound_candidate join inbound using (inbound_id)
  where inbound_candidate.case_id = youth_case.case_id and inbound.state = 'waiting')`;

/** Has answered since the last letter or SMS that went out, or ever where none has. */
export const repliedSinceSending = sql<boolean>`(${hasUnreadReply} or exists (select 1 from contact where contact.case_id = youth_case.case_id and ${isReply}
  and on_day >= coalesce((select max(sent.on_day) from contact as sent where sent.case_id = youth_case.case_id
    and sent.direction = 'out' and sent.channel in ('letter', 'sms')), on_day)))`;

/** Has answered after a contact that was known before. */
export const repliedAfter = (known: Expression<number>) =>
  sql<boolean>`(${hasUnreadReply} or exists (select 1 from contact
    where contact.case_id = youth_case.case_id and ${isReply} and sequence > ${known}))`;

/** Which youths a filter names. */
export const named =
  (filter: CampaignFilter): CaseRule =>
  (where) =>
    where.and([
      ...(filter.tracks ? [where('track', 'in', filter.tracks)] : []),
      ...(filter.units ? [where('unit_id', 'in', filter.units)] : []),
      ...(filter.transfers ? [where('transfer_code', 'in', filter.transfers)] : []),
      ...(filter.status ? [where('status_code', '=', filter.status)] : []),
      ...(filter.choice ? [where('choice', '=', filter.choice)] : []),
      ...(filter.cases ? [where('case_id', 'in', among(filter.cases))] : []),
    ]);

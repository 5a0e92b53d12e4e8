import { sql } from 'kysely';
import { schoolYearOf, schoolYearSpan } from '#domain/calendar/school-year.ts';
import { measureCodes } from '#domain/coding/families.ts';
import { codeSetOn } from '#domain/status-code/status-code.ts';
import { staleAfter } from '#domain/youth/stale.ts';
import type { Question } from './question.ts';

const { noContactDays, measureDays, serviceDays } = staleAfter;

/** Last year's youths who are still open and stale in some way (`staleIn`, of which this is the twin in SQL), under whoever had them. */
export const staleLeft: Question = {
  about: 'others',
  rows: ({ runId, today }) => sql`
    with earlier as (select earlier.run_id from run join run as earlier
        on earlier.school_year = (left(run.school_year, 4)::int - 1) || '-' || left(run.school_year, 4)
      where run.run_id = ${runId} order by earlier.rehearsal_now is null desc, earlier.created_at desc limit 1)
    select youth.case_id, youth.caseworker_id as staff_id, youth.unit_id, youth.track
    from youth_case youth join earlier on earlier.run_id = youth.run_id
      left join lateral (select max(on_day) as heard_on from contact where contact.case_id = youth.case_id) as contacts on true
    where youth.on_list and youth.return_state <> 'sent' and youth.main_group is distinct from 5
      and (status_code is null or ${isOld('heard_on', today, noContactDays)}
        or (${JSON.stringify(measureCodes)}::jsonb ? status_code and ${isOld('status_on', today, measureDays)})
        or not (${JSON.stringify(codeSetOn(today)?.codes.map(({ code }) => code) ?? [])}::jsonb ? status_code)
        or (status_code = 'OTMI' and ${isOld('status_on', today, serviceDays)})
        or (status_code = 'OTNO' and coalesce(status_on < ${schoolYearSpan(schoolYearOf(today)).from}::date, true)))`,
};

const isOld = (column: 'heard_on' | 'status_on', today: string, days: number) =>
  sql`coalesce(${today}::date - ${sql.ref(column)} > ${sql.lit(days)}, true)`;

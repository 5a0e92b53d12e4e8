import { sql } from 'kysely';
import type { Question } from './question.ts';

/**
 * Youths nobody has rung in a window's phone drive: under whoever the card is kept for, and under the unit what no adviser has. As long as
 * no drive of the window has been dealt, everybody who would get a card. A drive with dates of its own is of the window it follows.
 */
export const cardsLeft: Question = {
  about: 'others',
  hasWindow: true,
  rows: ({ runId }) => sql`
    with windows as (select planned ->> 'id' as id, (planned -> 'closes' ->> 'day')::date as closes
        from run join plan on plan.run_id = run.run_id and plan.version = run.plan_version,
          jsonb_array_elements(plan.plan -> 'phases') as phase, jsonb_array_elements(phase -> 'windows') as planned
        where run.run_id = ${runId} and phase ->> 'id' = 'phone'),
      drives as (select drive_id, dealt_at, coalesce(plan_window,
          (select id from windows where closes <= report_on order by closes desc limit 1)) as plan_window
        from phone_drive where run_id = ${runId})
    select card.case_id, card.kept_for as staff_id, youth.track, drives.plan_window,
      case when exists (select from staff_role where staff_role.staff_id = card.kept_for and role = 'adviser'
        and (staff_role.run_id is null or staff_role.run_id = ${runId})) then null else youth.unit_id end as unit_id
    from drives join phone_card card using (drive_id) join youth_case youth on youth.case_id = card.case_id
    where card.state = 'open' and card.tries = 0 and youth.status_code = 'OTUK'
    union all
    select youth.case_id, youth.caseworker_id, youth.track, windows.id, youth.unit_id from windows cross join youth_case youth
    where youth.run_id = ${runId} and youth.status_code = 'OTUK' and not youth.is_protected
      and not exists (select from drives where drives.plan_window = windows.id and dealt_at is not null)`,
};

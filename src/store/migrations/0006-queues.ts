/**
 * Returns sent, what is known of early leavers, meetings with NAV, and one person with several numbers. An early leaver's row follows
 * the case; what cases from before this migration know is read out of where they stand.
 */
export const queues = `
create table return_sent (case_id text not null, sequence int not null, run_id text not null, code text not null, receiver text not null,
  sent_on date not null, reference_sealed text, recorded_at bigint not null, by_staff text, primary key (case_id, sequence));
create index return_sent_by_run on return_sent (run_id, sent_on);

create table leaving (case_id text primary key, run_id text not null, since date not null, left_on date, notice_on date, meeting_on date,
  plan_on date, reason text, meeting_not_held text, plan_not_made text, took_part jsonb not null, reminded_on date,
  gaps jsonb not null, school text);
create index leaving_by_run on leaving (run_id);
insert into leaving (case_id, run_id, since, left_on, notice_on, meeting_on, plan_on, took_part, gaps)
  select youth_case.case_id, youth_case.run_id, coalesce(came.on_day, youth_case.last_on, date '2026-08-01'), (known ->> 'leftOn')::date, (known ->> 'noticeOn')::date,
    (known ->> 'meetingHeldOn')::date, (known ->> 'planMadeOn')::date, '[]'::jsonb,
    to_jsonb(array_remove(array[case when known ->> 'noticeOn' is null then 'notice' end, case when known ->> 'leftOn' is null then 'left-on' end, 'reason',
      case when known ->> 'meetingHeldOn' is null then 'meeting' end, case when known ->> 'planMadeOn' is null then 'plan' end], null))
  from youth_case join standing on standing.subject = 'youth/' || youth_case.case_id
  cross join lateral (select coalesce(nullif(standing.snapshot #> '{context,leaving}', 'null'::jsonb), nullif(standing.input -> 'leaving', 'null'::jsonb)) as known) as file
  left join lateral (select min(effective_on) as on_day from journal where journal.subject = standing.subject and event_type = 'transfer.received') as came on true
  where known is not null;

create table nav_meeting (meeting_id text primary key, run_id text not null, area_kind text not null, area text not null, on_day date not null,
  took_part jsonb not null, recorded_at bigint not null, by_staff text);
create index nav_meeting_by_run on nav_meeting (run_id, on_day);
create table nav_entry (meeting_id text not null references nav_meeting, case_id text not null, found text not null, run_by jsonb not null,
  changed jsonb not null, recorded_at bigint not null, by_staff text, primary key (meeting_id, case_id));
create index nav_entry_by_case on nav_entry (case_id);
alter table person add column mended jsonb;

create table person_merge (merge_id text primary key, run_id text not null, kept_case text not null, away_case text not null, kept_person text not null,
  away_person text not null, before jsonb not null, now jsonb not null, away_row jsonb not null, ledger jsonb not null, contact_offset int not null,
  recorded_at bigint not null, by_staff text, undone_at bigint, undone_by text);
create unique index person_merge_once on person_merge (away_case) where undone_at is null;
create index person_merge_by_kept on person_merge (kept_case);
create table likely_double (run_id text not null, one_case text not null, other_case text not null, band text not null, score real not null, agrees jsonb not null,
  disagrees jsonb not null, remarks jsonb not null, found_at bigint not null, primary key (run_id, one_case, other_case));
create table not_one_person (one_person text not null, other_person text not null, recorded_at bigint not null, by_staff text, primary key (one_person, other_person));
`;

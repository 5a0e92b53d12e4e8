/** Phone drives: who rings, a card for each youth to be rung, the calls, and what was left when a drive closed. Moments are the run's clock. */
export const phone = `
create table phone_drive (drive_id text primary key, run_id text not null references run, plan_window text, opens_at bigint not null,
  closes_at bigint not null, report_on date not null, goal int not null, units jsonb, state text not null, dealt_at bigint,
  created_at bigint not null, created_by text);
create index phone_drive_by_run on phone_drive (run_id);
create table phone_caller (drive_id text not null references phone_drive, staff_id text not null, share int not null, units jsonb,
  rings boolean not null, primary key (drive_id, staff_id));
create table phone_card (drive_id text not null references phone_drive, case_id text not null, place int not null, state text not null,
  why text, kept_for text, available_at bigint not null, call_back boolean not null default false, held_by text, held_at bigint,
  held_until bigint, tries int not null default 0, last_outcome text, last_by text, last_at bigint, primary key (drive_id, case_id));
create index phone_card_to_ring on phone_card (drive_id, kept_for, call_back desc, tries, place) where state = 'open';
create index phone_card_held on phone_card (drive_id, held_by) where held_by is not null;
create index phone_card_by_case on phone_card (case_id);
create table phone_call (call_id text primary key, drive_id text not null references phone_drive, case_id text not null,
  sequence int not null, caller_id text not null, at bigint not null, outcome text not null, says text, direction text not null,
  call_back_at bigint, card_before jsonb not null, withdrawn_at bigint);
create index phone_call_by_caller on phone_call (drive_id, caller_id, at);
create index phone_call_by_case on phone_call (case_id, at);
create table phone_report (drive_id text not null references phone_drive, unit_id text, caseworker_id text, otuk int not null,
  cases jsonb not null, frozen_at bigint not null);
create index phone_report_by_drive on phone_report (drive_id);
create index journal_codings on journal (run_id, subject, sequence) where event_type in ('status.set', 'status.takenBack');
`;

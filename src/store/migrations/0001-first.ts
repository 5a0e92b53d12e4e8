/** The first house: county, people, runs, register, journal, orders, intake. Never edited once landed. */
export const first = `
create table county (county_id text primary key, name text not null, municipality_numbers jsonb not null);
create table unit (unit_id text primary key, number text, name text not null, region text not null, municipalities jsonb not null);
create table staff (staff_id text primary key, login text not null unique, name text not null, email text,
  password_hash text, language text not null, active boolean not null);
create table staff_role (staff_id text not null references staff, role text not null, run_id text, unit_id text references unit);
create index staff_role_by_staff on staff_role (staff_id);
create table session (token_hash text primary key, staff_id text not null references staff, created_at bigint not null,
  expires_at bigint not null, kept jsonb not null);

create table run (run_id text primary key, school_year text not null, title text not null, template_id text not null,
  template_version int not null, state text not null, plan_version int not null, rehearsal_now bigint, rehearsal_set_at bigint,
  clock_shift bigint not null default 0, inputs jsonb not null,
  created_at bigint not null, created_by text);
create table plan (run_id text not null references run, version int not null, plan jsonb not null, changes jsonb not null,
  completions jsonb not null, recorded_at bigint not null, by_staff text, kept_as text, primary key (run_id, version));
create unique index plan_kept_once on plan (run_id, kept_as) where kept_as is not null;
create table phase (run_id text not null references run, phase_id text not null, position int not null, state text not null,
  opens_at bigint not null, closes_at bigint not null, closed_at bigint, primary key (run_id, phase_id));
create table task (run_id text not null references run, task_id text not null, phase_id text not null, definition text not null,
  position int not null, task_group text not null, unit_id text, staff_id text, role text not null, required boolean not null,
  kind text not null, state text not null, timeliness text not null, due_on date, done_at bigint, done_by text,
  skip_reason text, primary key (run_id, task_id));
create index task_by_phase on task (run_id, phase_id);
create index task_by_staff on task (run_id, staff_id);
create table task_dependency (run_id text not null, task_id text not null, waits_for text not null,
  primary key (run_id, task_id, waits_for));
create index task_dependency_backwards on task_dependency (run_id, waits_for);
create table counter (run_id text not null, phase_id text not null, side text not null, name text not null, unit_id text,
  n int not null, frozen_at bigint not null, cases jsonb not null);
create unique index counter_once on counter (run_id, phase_id, side, name, coalesce(unit_id, ''));

create table person (person_id text primary key, id_kind text, name text not null, sort_name text collate "C" not null,
  search_name text not null, born_on date, protection text not null, mobile text, record jsonb not null,
  written_by text);
create table person_number (number_index text primary key, person_id text not null references person,
  number_sealed text not null, kind text not null, current boolean not null);
create index person_number_by_person on person_number (person_id);
create table youth_case (case_id text primary key, run_id text not null references run, person_id text not null references person,
  unit_id text, caseworker_id text, transfer_code text, track text not null, status_code text, main_group int,
  target_group boolean, status_on date, via_ot text, first_contact_on date, choice text, return_state text not null,
  last_event text, last_on date, attempts int not null, on_list boolean not null, intake_id text, school text);
create unique index youth_case_once on youth_case (run_id, person_id);
create index youth_case_by_status on youth_case (run_id, status_code);
create index youth_case_by_unit on youth_case (run_id, unit_id);
create index youth_case_by_caseworker on youth_case (run_id, caseworker_id);
create index youth_case_by_intake on youth_case (intake_id);
create table contact (case_id text not null, sequence int not null, on_day date, channel text,
  direction text, answered_by text, says text, primary key (case_id, sequence));
create table note (note_id text primary key, case_id text not null, text_sealed text not null, recorded_at bigint not null,
  by_staff text);
create index note_by_case on note (case_id);

create table standing (subject text primary key, kind text not null, run_id text not null, sequence int not null,
  input jsonb not null, snapshot jsonb, rule_version int not null, next_deadline bigint, engine text,
  clock_ahead bigint not null default 0);
create index standing_by_engine on standing (engine);
create index standing_by_deadline on standing (run_id, next_deadline);
create table journal (entry_id bigserial, subject text not null, sequence int not null, run_id text not null, event_type text not null,
  event jsonb not null, by_staff text, on_behalf_of text, effective_on date, recorded_at bigint not null, command_id text,
  fingerprint text not null, primary key (subject, sequence));
create unique index journal_command_once on journal (subject, command_id) where command_id is not null;
create index journal_by_entry on journal (entry_id);
create index journal_by_run on journal (run_id, recorded_at);
create table orders (order_key text primary key, subject text not null, name text not null, params jsonb not null,
  ordered_at bigint not null, state text not null, answer jsonb);
create index orders_unsettled on orders (subject) where state <> 'settled';

create table intake (intake_id text primary key, checksum text not null, run_id text not null, file_name text not null,
  format text, received_at bigint not null, received_by text, state text not null, summary jsonb);
create unique index intake_once on intake (run_id, checksum);
create table intake_file (intake_id text primary key references intake, bytes_sealed bytea not null, list_sealed text not null);
create table intake_preview (intake_id text not null references intake, kind text not null, part int not null,
  rows_sealed text not null, primary key (intake_id, kind, part));
create table intake_done (intake_id text primary key references intake, place bigserial, applied_sealed text not null,
  undone_sealed text);

create table read_log (read_id bigserial primary key, staff_id text not null, on_behalf_of text, at bigint not null,
  what text not null, route text not null, subjects jsonb not null, n int not null);
create index read_log_by_staff on read_log (staff_id, at);
create index read_log_by_subject on read_log using gin (subjects jsonb_path_ops);
create table engine_mark (mark text primary key, engine text not null, made_at bigint not null);
create table setting (name text primary key, value jsonb not null);
`;

/**
 * Lists to cross-check, their rows without persons, who of the register each row is or may be, and what people have decided.
 * `cross_check_standing` is the one place that tells where a pair stands: nobody has to remember to withdraw a proposal. Being coded
 * OTUK overtakes nothing, for it says that nothing is known; nor does an attempt that nobody answered. What a list says of persons is sealed; a row is known again by blind prints.
 */
export const crossCheck = `
create table cross_check_list (list_id text primary key, run_id text not null references run, checksum text not null,
  kind text not null, title text, file_name text not null, format text not null, activity text, cohort text, window_from date,
  window_to date, has_start_column boolean not null, plan_version int not null, received_at bigint not null, received_by text,
  matched_at bigint not null, register_size int not null, remarks jsonb not null, bytes_sealed bytea not null);
create unique index cross_check_list_once on cross_check_list (run_id, checksum, kind);
create table cross_check_part (list_id text not null references cross_check_list, part int not null, rows_sealed text not null,
  primary key (list_id, part));
create table cross_check_row (list_id text not null references cross_check_list, row_number int not null, place int not null,
  started_on date, ended_on date, window_place text not null, prints jsonb not null, primary key (list_id, row_number));
create table cross_check_pair (pair_id text primary key, list_id text not null references cross_check_list, row_number int not null,
  case_id text not null, band text not null, score double precision not null, agrees jsonb not null, disagrees jsonb not null,
  hows jsonb not null, remarks jsonb not null, decided text, decided_by text, decided_at bigint, remembered boolean not null,
  outcome text not null, proposed_code text, proposal jsonb not null, proposed_at bigint not null, baseline int not null,
  accepted_act text);
create unique index cross_check_pair_once on cross_check_pair (list_id, row_number, case_id);
create index cross_check_pair_by_case on cross_check_pair (case_id);
create table cross_check_decision (decision_id bigserial primary key, command_id text not null, person_id text not null,
  print text not null, answer text not null, pair_id text not null, decided_at bigint not null, by_staff text, on_behalf_of text);
create unique index cross_check_decision_once on cross_check_decision (command_id, pair_id, print);
create index cross_check_decision_by_print on cross_check_decision (print);
create view cross_check_standing as
  select pair.*, is_match, newer.event_type as overtaken_by, newer.effective_on as overtaken_on,
    coalesce(elsewhere.lists, 0)::int as other_lists, coalesce(elsewhere.codes, '[]'::jsonb) as other_codes,
    case
      when not is_match and decided is null then 'undecided'
      when not is_match then 'not-same'
      when accepted_act is not null and exists (select from journal where subject = 'youth/' || pair.case_id
        and event_type = 'status.takenBack' and starts_with(command_id, accepted_act)) then 'taken-back'
      when accepted_act is not null then 'accepted'
      when outcome <> 'proposed' then outcome
      when newer.event_type is not null then 'overtaken'
      else 'waiting'
    end as state
  from cross_check_pair pair
    cross join lateral (select decided = 'same' is true or (band = 'certain' and decided is null) as is_match) answered
    left join lateral (select event_type, effective_on from journal where subject = 'youth/' || pair.case_id
      and sequence > pair.baseline and (accepted_act is null or command_id is null or not starts_with(command_id, accepted_act))
      and (event_type = 'status.takenBack' or (event_type = 'status.set' and event ->> 'to' <> 'OTUK')
        or (event_type = 'contact.registered' and (event ->> 'answeredBy' in ('youth', 'guardian')
          or (event ->> 'answeredBy' is null and event ->> 'direction' = 'in'))))
      order by sequence desc limit 1) newer on true
    left join lateral (select count(distinct other.list_id) as lists,
        jsonb_agg(distinct other.proposed_code) filter (where other.outcome = 'proposed'
          and other.proposed_code <> pair.proposed_code) as codes
      from cross_check_pair other where other.case_id = pair.case_id and other.list_id <> pair.list_id
        and (other.decided = 'same' or (other.band = 'certain' and other.decided is null))) elsewhere on true;
`;

/**
 * Replies of five channels in one queue, who could have sent them, and numbers that may not be written to. `changed` rises with each
 * change, so that a page knows of news. A number that is marked leaves `person.mobile` by the database itself, whoever writes the
 * person: each function stands on one line.
 */
export const replies = `
create sequence inbound_change;
create table inbound (inbound_id text primary key, run_id text not null references run, channel text not null, external_id text not null,
  received_at bigint not null, received_by text, from_sealed text, from_index text, text_sealed text not null,
  state text not null, understood jsonb not null, taken_by text, taken_at bigint, case_id text, answered_by text, says text,
  sequence int, settled_at bigint, settled_by text, forwarded_to text, done_at bigint, done_by text,
  changed bigint not null default nextval('inbound_change'));
create unique index inbound_once on inbound (channel, external_id);
create index inbound_by_state on inbound (run_id, state, received_at);
create index inbound_by_case on inbound (case_id);
create table inbound_candidate (inbound_id text not null references inbound on delete cascade, case_id text not null, sent_as text not null,
  found_by text not null, primary key (inbound_id, case_id, sent_as, found_by));
create index inbound_candidate_by_case on inbound_candidate (case_id);
create table number_mark (person_id text not null references person, number text not null, mark text not null, since bigint not null,
  inbound_id text, primary key (person_id, number));
create table sms_report (report_key text primary key, message_key text, reference text, state text not null, why text, heard_at bigint not null);
create index sms_report_by_message on sms_report (message_key);
create index sms_report_by_reference on sms_report (reference);
create function person_usable_mobile() returns trigger language plpgsql as $$ begin if exists (select 1 from number_mark where person_id = new.person_id and number = new.mobile) then new.mobile := (select each.value from jsonb_array_elements_text(new.record -> 'mobiles') with ordinality as each(value, place) where not exists (select 1 from number_mark where person_id = new.person_id and number = each.value) order by place limit 1); end if; return new; end $$;
create trigger person_usable_mobile before insert or update on person for each row execute function person_usable_mobile();
create table open_zone_file (file_id text primary key, batch text not null, region text not null, rows int not null, made_at bigint not null,
  expires_at bigint not null, state text not null, reported_at bigint, deleted_at bigint);
create table open_zone_row (message_key text primary key, file_id text not null references open_zone_file, row_sealed text not null);
create index open_zone_row_by_file on open_zone_row (file_id);
`;

/**
 * Letters: templates in versions, the keys printed on letters, the pile for the printer, what came back, the county's own head and
 * postcodes. Each function stands on one line: statements are split at line ends.
 */
export const letters = `
create table message_template (template_id text not null, version int not null, channel text not null, name text not null,
  texts jsonb not null, made_at bigint not null, made_by text, kept_as text not null, primary key (template_id, version));
create unique index message_template_kept_once on message_template (template_id, kept_as);
create table letter_key (key_hash text primary key, purpose text not null, letter_key text not null, run_id text not null,
  case_id text not null, addressee text not null, expires_at bigint not null);
create index letter_key_by_letter on letter_key (letter_key);
create table print_batch (batch_id text primary key, run_id text not null, made_at bigint not null, by_staff text not null);
create table letter_post (letter_key text primary key, run_id text not null, case_id text not null, addressee text not null,
  unit_id text, postcode text not null, address_indexes jsonb not null, on_day date not null, pages int not null, pdf_sealed bytea not null, kept_at bigint not null,
  batch_id text references print_batch, discarded boolean not null default false);
create index letter_post_unprinted on letter_post (run_id) where batch_id is null and not discarded;
create index letter_post_by_batch on letter_post (batch_id);
create index letter_post_by_case on letter_post (case_id);
create table returned_letter (letter_key text not null, address_index text not null, returned_at bigint not null,
  by_staff text not null, primary key (letter_key, address_index));
create index returned_letter_by_address on returned_letter (address_index);
create table letterhead (unit_id text primary key, head jsonb not null);
create table postcode (code text primary key, place text not null);
alter table youth_case add column post_returned boolean not null default false;
create function address_is_new() returns trigger language plpgsql as $$ begin update youth_case set post_returned = false where person_id = new.person_id and post_returned; return null; end $$;
create trigger address_is_new after update on person for each row
  when ((old.record -> 'address') is distinct from (new.record -> 'address')) execute function address_is_new();
`;

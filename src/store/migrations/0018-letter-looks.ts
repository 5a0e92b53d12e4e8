/**
 * Which youths' letters have an address to be mended, as the domain said on a day; what is not here has not been looked at. A record
 * that is written anew is looked at again. The function stands on one line: statements are split at line ends.
 */
export const letterLooks = `
create table letter_look (case_id text primary key references youth_case on delete cascade, on_day date not null, has_fault boolean not null);
create function letter_to_look_at() returns trigger language plpgsql as $$ begin delete from letter_look using youth_case join is_now using (person_id) join was using (person_id) where letter_look.case_id = youth_case.case_id and is_now.record is distinct from was.record; return null; end $$;
create trigger letter_to_look_at after update on person referencing old table as was new table as is_now
  for each statement execute function letter_to_look_at();
`;

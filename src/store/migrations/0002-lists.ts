/**
 * Lists and counts of youths ask one table: what they sort, search and filter by is mirrored from the person, kept right by the
 * database itself so that no writer can forget it. Each function stands on one line: statements are split at line ends.
 */
export const lists = `
alter table youth_case add column sort_name text collate "C" not null default '', add column born_on date,
  add column is_protected boolean not null default false, add column has_mobile boolean not null default false;
update youth_case set sort_name = person.sort_name, born_on = person.born_on, is_protected = person.protection <> 'none',
  has_mobile = person.mobile is not null from person where person.person_id = youth_case.person_id;
create function case_mirrors_person() returns trigger language plpgsql as $$ begin select sort_name, born_on, protection <> 'none', mobile is not null into new.sort_name, new.born_on, new.is_protected, new.has_mobile from person where person_id = new.person_id; return new; end $$;
create trigger case_mirrors_person before insert or update of person_id on youth_case for each row execute function case_mirrors_person();
create function person_shows_in_cases() returns trigger language plpgsql as $$ begin update youth_case set sort_name = new.sort_name, born_on = new.born_on, is_protected = new.protection <> 'none', has_mobile = new.mobile is not null where person_id = new.person_id; return null; end $$;
create trigger person_shows_in_cases after update on person for each row
  when ((old.sort_name, old.born_on, old.protection, old.mobile) is distinct from (new.sort_name, new.born_on, new.protection, new.mobile))
  execute function person_shows_in_cases();
create index youth_case_by_name on youth_case (run_id, sort_name, case_id);
create index youth_case_by_person on youth_case (person_id);
create index youth_case_protected on youth_case (run_id) where is_protected;
create index contact_out on contact (channel, case_id) where direction = 'out';
`;

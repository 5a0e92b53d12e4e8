/** Whose youths are: a run's rules, who is away with whom as substitute, and the tasks that an act moved along with youths. */
export const assignment = `
create table assignment_rules (run_id text primary key references run, rules jsonb not null, on_intake boolean not null,
  kept_at bigint not null, by_staff text);
create table absence (absence_id text primary key, staff_id text not null references staff, substitute_id text not null references staff,
  from_on date not null, to_on date not null, ended_on date, registered_at bigint not null, by_staff text not null,
  ended_by text);
create index absence_by_substitute on absence (substitute_id, to_on);
create index absence_by_staff on absence (staff_id, to_on);
create table act_task (act_id text not null references act, task_id text not null, from_staff text, to_staff text, state text not null,
  primary key (act_id, task_id));
`;

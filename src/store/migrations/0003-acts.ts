/** Bulk acts: one wish for many youths, each youth's part a row. `before` is the case as it stood when its part was done. */
export const acts = `
create table act (act_id text primary key, run_id text not null references run, kind text not null, by_staff text, on_behalf_of text,
  ordered_at bigint not null, because jsonb not null, state text not null);
create index act_by_run on act (run_id, ordered_at);
create table act_part (act_id text not null references act, case_id text not null, place int not null, event jsonb not null,
  state text not null, sequence int, before jsonb, why jsonb, primary key (act_id, case_id));
create index act_part_by_state on act_part (act_id, state, place);
create index act_part_by_case on act_part (case_id);
`;

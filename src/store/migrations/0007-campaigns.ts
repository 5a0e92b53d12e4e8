/** Campaigns with their recipients, and who has asked not to be written to on a channel. */
export const campaigns = `
create table campaign (campaign_id text primary key, run_id text not null references run, title text not null, channel text not null,
  purpose text not null, filter jsonb not null, template_id text not null, template_version int not null, send_at bigint not null,
  task_id text, state text not null, list_no int not null, made_at bigint not null, made_by text, approved_by text,
  approved_at bigint, hand_over_at bigint, begun_at bigint, stopped_at bigint, stopped_by text, settled_at bigint);
create index campaign_by_run on campaign (run_id, made_at);
create table campaign_list (campaign_id text not null references campaign, list_no int not null, fingerprint text not null,
  frozen_at bigint not null, recipients int not null, primary key (campaign_id, list_no));
create index campaign_list_by_fingerprint on campaign_list (fingerprint);
create table campaign_recipient (recipient_key text primary key, campaign_id text not null references campaign, list_no int not null,
  place int not null, case_id text not null, addressee text not null, unit_id text, language text, state text not null, reason text,
  parts int, claim text, claimed_at bigint, reference text, handed_at bigint, settled_at bigint, settled_by text,
  contacts_known int not null, is_noted boolean not null default false, act_id text);
create unique index campaign_recipient_once on campaign_recipient (campaign_id, list_no, case_id, addressee);
create index campaign_recipient_by_state on campaign_recipient (campaign_id, list_no, state, place);
create index campaign_recipient_by_case on campaign_recipient (case_id);
create index campaign_recipient_by_reference on campaign_recipient (reference) where reference is not null;
create index campaign_recipient_claimed on campaign_recipient (campaign_id, claimed_at) where state = 'handing-over';
create table channel_reservation (person_id text not null references person, channel text not null, since bigint not null,
  why text not null, primary key (person_id, channel));
`;

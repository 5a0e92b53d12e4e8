import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
/** UTC milliseconds in a `bigint`, read as a number. */
type Moment = number;

export interface CampaignTables {
  campaign: {
    campaign_id: string;
    run_id: string;
    title: string;
    channel: string;
    purpose: string;
    filter: Json<unknown>;
    template_id: string;
    template_version: number;
    send_at: Moment;
    task_id: string | null;
    /** Follows the campaign's machine; who hands over looks here before each call. */
    state: string;
    /** The list in force; 0 before the first. */
    list_no: number;
    made_at: Moment;
    made_by: string | null;
    approved_by: string | null;
    approved_at: Moment | null;
    hand_over_at: Moment | null;
    begun_at: Moment | null;
    stopped_at: Moment | null;
    stopped_by: string | null;
    settled_at: Moment | null;
  };
  campaign_list: {
    campaign_id: string;
    list_no: number;
    fingerprint: string;
    frozen_at: Moment;
    recipients: number;
  };
  campaign_recipient: {
    recipient_key: string;
    campaign_id: string;
    list_no: number;
    place: number;
    case_id: string;
    addressee: string;
    unit_id: string | null;
    language: string | null;
    state: string;
    /** Why left out or failed; never why a row is a person's own work. */
    reason: string | null;
    parts: number | null;
    /** The word of whoever hands it over now; nobody else has it. */
    claim: string | null;
    /** By the database's own clock, so that claims can be compared whoever made them. */
    claimed_at: Moment | null;
    reference: string | null;
    handed_at: Moment | null;
    /** When a provider or a person said what became of it. */
    settled_at: Moment | null;
    settled_by: string | null;
    /** The youth's newest contact when the list was frozen: what comes after it is news. */
    contacts_known: number;
    /** The youth's case knows that it was written to. */
    is_noted: Generated<boolean>;
    /** The act that coded the youth because of it. */
    act_id: string | null;
  };
  channel_reservation: { person_id: string; channel: string; since: Moment; why: string };
}

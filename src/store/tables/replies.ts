import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
/** UTC milliseconds in a `bigint`, by the run's clock. */
type Moment = number;

export interface ReplyTables {
  inbound: {
    inbound_id: string;
    run_id: string;
    channel: string;
    /** The sender's or provider's own name for it: the same message twice is one row. */
    external_id: string;
    received_at: Moment;
    /** Who typed it in; null when it came by itself. */
    received_by: string | null;
    /** A number, an address or a name, as it came. */
    from_sealed: string | null;
    from_index: string | null;
    text_sealed: string;
    /** `waiting` → `registered` | `set-aside`. */
    state: string;
    understood: Json<{ readonly stop: boolean; readonly wrongNumber: boolean; readonly hints: readonly string[] }>;
    taken_by: string | null;
    taken_at: Moment | null;
    /** Whose it is: certain when it came, or said by a person. */
    case_id: string | null;
    answered_by: string | null;
    says: string | null;
    /** The contact's number in the case's journal. */
    sequence: number | null;
    settled_at: Moment | null;
    settled_by: string | null;
    /** The caseworker it went to; null while the case has none. */
    forwarded_to: string | null;
    /** The caseworker has dealt with it. */
    done_at: Moment | null;
    done_by: string | null;
    /** Rises with each change of any row. */
    changed: Generated<number>;
  };
  inbound_candidate: { inbound_id: string; case_id: string; sent_as: string; found_by: string };
  /** Numbers that may not be written to: `wrong` or `stop`. */
  number_mark: { person_id: string; number: string; mark: string; since: Moment; inbound_id: string | null };
  /** What providers said of messages, as it came; the campaign's rows are told too. */
  sms_report: {
    report_key: string;
    message_key: string | null;
    reference: string | null;
    state: string;
    why: string | null;
    heard_at: Moment;
  };
  open_zone_file: {
    file_id: string;
    batch: string;
    region: string;
    rows: number;
    made_at: Moment;
    expires_at: Moment;
    /** `writing` → `written` → `reported` | `expired`. */
    state: string;
    reported_at: Moment | null;
    deleted_at: Moment | null;
  };
  /** Which message stands in which file; name and number are sealed, for the way back. */
  open_zone_row: { message_key: string; file_id: string; row_sealed: string };
}

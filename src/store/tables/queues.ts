import type { DayText, Json, Moment } from './column.ts';

/** Returns sent, early leavers, meetings with NAV, and one person with several numbers. */
export interface QueueTables {
  /** One row for each time a youth was sent back; `sequence` is the step's. */
  return_sent: {
    case_id: string;
    sequence: number;
    run_id: string;
    code: string;
    receiver: string;
    sent_on: DayText;
    /** Proof in free text, sealed. */
    reference_sealed: string | null;
    recorded_at: Moment;
    by_staff: string | null;
  };
  /** What the case knows of how somebody left, by columns that lists ask for; the school is written here and stands in no event. */
  leaving: {
    case_id: string;
    run_id: string;
    /** The day the youth came as an early leaver. */
    since: DayText;
    left_on: DayText | null;
    notice_on: DayText | null;
    meeting_on: DayText | null;
    plan_on: DayText | null;
    reason: string | null;
    meeting_not_held: string | null;
    plan_not_made: string | null;
    took_part: Json<readonly string[]>;
    reminded_on: DayText | null;
    gaps: Json<readonly string[]>;
    school: string | null;
  };
  nav_meeting: {
    meeting_id: string;
    run_id: string;
    /** `unit` or `municipality`, with its id or number in `area`. */
    area_kind: string;
    area: string;
    on_day: DayText;
    took_part: Json<readonly string[]>;
    recorded_at: Moment;
    by_staff: string | null;
  };
  nav_entry: {
    meeting_id: string;
    case_id: string;
    found: string;
    run_by: Json<readonly string[]>;
    /** Which contact details were changed, never to what. */
    changed: Json<readonly string[]>;
    recorded_at: Moment;
    by_staff: string | null;
  };
  /** Two cases of one person made one, with all that parting them again needs. */
  person_merge: {
    merge_id: string;
    run_id: string;
    kept_case: string;
    away_case: string;
    kept_person: string;
    away_person: string;
    before: Json<unknown>;
    now: Json<unknown>;
    /** The row of the case that went; while it is merged it is in no list and no number. */
    away_row: Json<unknown>;
    ledger: Json<unknown>;
    /** How far its contacts' numbers were moved, so that both cases' fit in one. */
    contact_offset: number;
    recorded_at: Moment;
    by_staff: string | null;
    undone_at: Moment | null;
    undone_by: string | null;
  };
  likely_double: {
    run_id: string;
    one_case: string;
    other_case: string;
    band: string;
    score: number;
    agrees: Json<readonly string[]>;
    disagrees: Json<readonly string[]>;
    remarks: Json<readonly string[]>;
    found_at: Moment;
  };
  /** A person has decided that these are two people; the ids in order. */
  not_one_person: { one_person: string; other_person: string; recorded_at: Moment; by_staff: string | null };
}

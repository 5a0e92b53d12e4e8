import type { Generated } from 'kysely';
import type { Json, Moment } from './column.ts';

/** Phone drives. No person but by id; moments are the run's clock. */
export interface PhoneTables {
  phone_drive: {
    drive_id: string;
    run_id: string;
    /** Window of the plan's phone phase it was made from; null for one with dates of its own. */
    plan_window: string | null;
    opens_at: Moment;
    closes_at: Moment;
    /** The day the numbers are reported. */
    report_on: string;
    /** OTUK at most, per cent of the registered. */
    goal: number;
    /** Null is the whole county. */
    units: Json<readonly string[]> | null;
    /** `planned` | `open` | `closed`; follows the machine. */
    state: string;
    dealt_at: Moment | null;
    created_at: Moment;
    created_by: string | null;
  };
  /** Follows the machine; one who has left stays, so that their calls have a name. */
  phone_caller: {
    drive_id: string;
    staff_id: string;
    share: number;
    units: Json<readonly string[]> | null;
    rings: boolean;
  };
  phone_card: {
    drive_id: string;
    case_id: string;
    place: number;
    /** `open` | `settled` | `out`. */
    state: string;
    /** Of one that is out: a list somebody works through. */
    why: string | null;
    /** Whose it is; null: whoever is free. */
    kept_for: string | null;
    /** Not before this. */
    available_at: Moment;
    /** A time was agreed with the youth. */
    call_back: Generated<boolean>;
    /** Who has it before them, until `held_until`. */
    held_by: string | null;
    held_at: Moment | null;
    held_until: Moment | null;
    tries: Generated<number>;
    last_outcome: string | null;
    last_by: string | null;
    last_at: Moment | null;
  };
  phone_call: {
    /** The command by which the youth's case heard of it; the note of the call has the same id. */
    call_id: string;
    drive_id: string;
    case_id: string;
    /** Number of the contact in the youth's journal. */
    sequence: number;
    caller_id: string;
    at: Moment;
    outcome: string;
    says: string | null;
    direction: string;
    call_back_at: Moment | null;
    /** The card as it was, for undoing. */
    card_before: Json<unknown>;
    withdrawn_at: Moment | null;
  };
  /** OTUK left per unit and caseworker when the drive closed, with the cases behind. */
  phone_report: {
    drive_id: string;
    unit_id: string | null;
    caseworker_id: string | null;
    otuk: number;
    cases: Json<readonly string[]>;
    frozen_at: Moment;
  };
}

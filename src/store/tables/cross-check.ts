import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

/** Lists that are cross-checked with a run's youths. */
export interface CrossCheckTables {
  cross_check_standing: PairStanding;
  cross_check_list: {
    list_id: string;
    run_id: string;
    checksum: string;
    /** One of `checkListKinds`. */
    kind: string;
    /** What a further list is called; the others are called by their kind. */
    title: string | null;
    file_name: string;
    format: string;
    /** What being on the list says of a youth; null where it says nothing. */
    activity: string | null;
    cohort: string | null;
    window_from: string | null;
    window_to: string | null;
    has_start_column: boolean;
    /** The plan whose windows were used. */
    plan_version: number;
    received_at: number;
    received_by: string | null;
    matched_at: number;
    register_size: number;
    /** Faults, notes and doubts of the reading, each with its place. */
    remarks: Json<unknown>;
    bytes_sealed: Uint8Array;
  };
  /** The rows as they are written, sealed, some hundred in a part. */
  cross_check_part: { list_id: string; part: number; rows_sealed: string };
  /** A row without the person; `place` is its number among the list's rows, from 0. */
  cross_check_row: {
    list_id: string;
    row_number: number;
    place: number;
    started_on: string | null;
    ended_on: string | null;
    window_place: string;
    /** Blind: what a decision about the row is remembered by. */
    prints: Json<readonly string[]>;
  };
  cross_check_pair: PairRow;
  /** What people have answered, never rewritten: the newest of a print counts. */
  cross_check_decision: {
    decision_id: Generated<number>;
    command_id: string;
    person_id: string;
    print: string;
    answer: string;
    pair_id: string;
    decided_at: number;
    by_staff: string | null;
    on_behalf_of: string | null;
  };
}

interface PairRow {
  pair_id: string;
  list_id: string;
  row_number: number;
  case_id: string;
  band: string;
  score: number;
  agrees: Json<readonly string[]>;
  disagrees: Json<readonly string[]>;
  /** How each compared field stands. */
  hows: Json<Readonly<Record<string, string>>>;
  remarks: Json<readonly string[]>;
  /** `same` | `not-same`, by a person. */
  decided: string | null;
  decided_by: string | null;
  decided_at: number | null;
  /** Decided on an earlier list and known again. */
  remembered: boolean;
  /** Of the proposal: `proposed` | `refused` | `nothing`. */
  outcome: string;
  proposed_code: string | null;
  proposal: Json<unknown>;
  proposed_at: number;
  /** Number of the case's last step when the code was proposed: a newer coding or contact overtakes it. */
  baseline: number;
  accepted_act: string | null;
}

/** Pairs with what has come of them; a view, never written. */
interface PairStanding extends PairRow {
  /** Certain and not denied, or decided to be one person. */
  is_match: boolean;
  /** The newest coding or contact after the proposal, apart from the accepting itself. */
  overtaken_by: string | null;
  overtaken_on: string | null;
  /** Other lists that the same youth is on, and the codes they speak for that are not this one. */
  other_lists: number;
  other_codes: Json<readonly string[]>;
  /** `undecided` | `not-same` | `waiting` | `accepted` | `taken-back` | `overtaken` | `refused` | `nothing`. */
  state: string;
}

import type { Generated } from 'kysely';
import type { ActTables } from './tables/acts.ts';
import type { AssignmentTables } from './tables/assignment.ts';
import type { CampaignTables } from './tables/campaigns.ts';
import type { DayText, Json, Moment } from './tables/column.ts';
import type { CrossCheckTables } from './tables/cross-check.ts';
import type { LetterTables } from './tables/letters.ts';
import type { PhoneTables } from './tables/phone.ts';
import type { QueueTables } from './tables/queues.ts';
import type { ReplyTables } from './tables/replies.ts';

export interface Tables
  extends ActTables,
    AssignmentTables,
    CampaignTables,
    CrossCheckTables,
    PhoneTables,
    QueueTables,
    LetterTables,
    ReplyTables {
  county: { county_id: string; name: string; municipality_numbers: Json<readonly string[]> };
  unit: {
    unit_id: string;
    /** The number the lists name the unit by. */
    number: string | null;
    name: string;
    region: string;
    municipalities: Json<readonly { readonly number: string; readonly name: string }[]>;
  };
  staff: {
    staff_id: string;
    login: string;
    name: string;
    email: string | null;
    password_hash: string | null;
    language: string;
    active: boolean;
  };
  staff_role: { staff_id: string; role: string; run_id: string | null; unit_id: string | null };
  session: {
    token_hash: string;
    staff_id: string;
    created_at: Moment;
    expires_at: Moment;
    kept: Json<Readonly<Record<string, unknown>>>;
  };

  run: {
    run_id: string;
    school_year: string;
    title: string;
    template_id: string;
    template_version: number;
    /** `open` | `closed`; follows the year's machine. */
    state: string;
    plan_version: number;
    /** Null: the real clock. Otherwise a rehearsal's own now. */
    rehearsal_now: Moment | null;
    /** The real moment at which `rehearsal_now` was set; a rehearsal's clock ticks on from there. */
    rehearsal_set_at: Moment | null;
    /** How far the run's clock was from the real one when it began; 0 for a real year. */
    clock_shift: Generated<Moment>;
    /** Template, units and people the plan is rolled from. */
    inputs: Json<unknown>;
    created_at: Moment;
    created_by: string | null;
  };
  plan: {
    run_id: string;
    version: number;
    plan: Json<unknown>;
    changes: Json<unknown>;
    completions: Json<unknown>;
    recorded_at: Moment;
    by_staff: string | null;
    /** Made by whoever keeps it: the same wish twice is one version. */
    kept_as: string | null;
  };
  phase: {
    run_id: string;
    phase_id: string;
    position: number;
    state: string;
    opens_at: Moment;
    closes_at: Moment;
    closed_at: Moment | null;
  };
  task: {
    run_id: string;
    task_id: string;
    phase_id: string;
    definition: string;
    position: number;
    task_group: string;
    unit_id: string | null;
    staff_id: string | null;
    role: string;
    required: boolean;
    kind: string;
    state: string;
    timeliness: string;
    due_on: DayText | null;
    done_at: Moment | null;
    done_by: string | null;
    skip_reason: string | null;
  };
  task_dependency: { run_id: string; task_id: string; waits_for: string };
  counter: {
    run_id: string;
    phase_id: string;
    side: string;
    name: string;
    unit_id: string | null;
    n: number;
    frozen_at: Moment;
    cases: Json<readonly string[]>;
  };

  person: {
    person_id: string;
    id_kind: string | null;
    name: string;
    /** Surname first, made by `#domain/person/name-keys.ts`: orders æ, ø, å the same on both databases. */
    sort_name: string;
    /** What a search is held against: lower case, accents off, æ, ø, å kept. */
    search_name: string;
    born_on: DayText | null;
    protection: string;
    mobile: string | null;
    /** The list's record without the youth's national id; guardians' ids are sealed in it. */
    record: Json<unknown>;
    /** The intake that wrote the record last. */
    written_by: string | null;
    /** Fields a person has mended by hand, each with what the list said then: the list's old word does not come back. */
    mended: Json<Readonly<Record<string, unknown>>> | null;
  };
  person_number: { number_index: string; person_id: string; number_sealed: string; kind: string; current: boolean };
  youth_case: {
    case_id: string;
    run_id: string;
    person_id: string;
    unit_id: string | null;
    caseworker_id: string | null;
    transfer_code: string | null;
    track: string;
    status_code: string | null;
    main_group: number | null;
    target_group: boolean | null;
    status_on: DayText | null;
    via_ot: string | null;
    first_contact_on: DayText | null;
    choice: string | null;
    return_state: string;
    last_event: string | null;
    last_on: DayText | null;
    attempts: number;
    /** False when the newest list no longer has the youth. */
    on_list: boolean;
    /** The intake that made the case. */
    intake_id: string | null;
    school: string | null;
    /** The youth's own letter came back and no new address is known: reach by SMS or phone. The database forgets it with a new address. */
    post_returned: Generated<boolean>;
    /** The four below mirror the person; the database keeps them, nobody writes them. */
    sort_name: Generated<string>;
    born_on: Generated<DayText | null>;
    is_protected: Generated<boolean>;
    has_mobile: Generated<boolean>;
  };
  contact: {
    case_id: string;
    sequence: number;
    on_day: DayText | null;
    channel: string | null;
    direction: string | null;
    answered_by: string | null;
    says: string | null;
  };
  note: { note_id: string; case_id: string; text_sealed: string; recorded_at: Moment; by_staff: string | null };

  standing: {
    subject: string;
    kind: string;
    run_id: string;
    sequence: number;
    input: Json<Readonly<Record<string, unknown>>>;
    snapshot: Json<unknown> | null;
    rule_version: number;
    next_deadline: Moment | null;
    /** The engine this subject was last opened in; another one means it must be opened again. */
    engine: string | null;
    /** How far a rehearsal has moved this workflow's clock ahead of the real one, ms. */
    clock_ahead: Moment;
  };
  journal: {
    /** Rises with every row written, whatever its subject: what is new since one last looked. */
    entry_id: Generated<number>;
    subject: string;
    sequence: number;
    run_id: string;
    event_type: string;
    event: Json<unknown>;
    by_staff: string | null;
    on_behalf_of: string | null;
    effective_on: DayText | null;
    recorded_at: Moment;
    command_id: string | null;
    fingerprint: string;
  };
  orders: {
    order_key: string;
    subject: string;
    name: string;
    params: Json<Readonly<Record<string, unknown>>>;
    ordered_at: Moment;
    /** `open` → `done` (its answer waits to be heard) → `settled`. */
    state: string;
    answer: Json<unknown> | null;
  };

  intake: {
    intake_id: string;
    checksum: string;
    run_id: string;
    file_name: string;
    format: string | null;
    received_at: Moment;
    received_by: string | null;
    state: string;
    summary: Json<unknown> | null;
  };
  /** What came, and the list that was read from it: sealed, they name persons. */
  intake_file: { intake_id: string; bytes_sealed: Uint8Array; list_sealed: string };
  /** The preview by kind, a page of rows in each part, sealed. */
  intake_preview: { intake_id: string; kind: string; part: number; rows_sealed: string };
  /** What applying did and, after that, what undoing did: sealed, the records it replaced are in it. `place` is the order they came in. */
  intake_done: { intake_id: string; place: Generated<number>; applied_sealed: string; undone_sealed: string | null };

  read_log: {
    read_id: Generated<number>;
    staff_id: string;
    on_behalf_of: string | null;
    at: Moment;
    what: string;
    route: string;
    subjects: Json<readonly string[]>;
    n: number;
  };
  /** What store and engine both know of their last meeting; a different word in the engine means that it was lost or put back. */
  engine_mark: { mark: string; engine: string; made_at: Moment };
  setting: { name: string; value: Json<unknown> };
}

import type { Generated } from 'kysely';
import type { DayText, Json, Moment } from './column.ts';

/** Letters: templates, keys, the pile for the printer, what came back, the county's own head and postcodes. */
export interface LetterTables {
  message_template: {
    template_id: string;
    version: number;
    channel: string;
    name: string;
    texts: Json<Readonly<Record<string, unknown>>>;
    made_at: Moment;
    made_by: string | null;
    /** The wish it came from: the same wish twice is one version. */
    kept_as: string;
  };
  /** A key is known by its keyed hash; what is printed is kept nowhere. */
  letter_key: {
    key_hash: string;
    purpose: string;
    letter_key: string;
    run_id: string;
    case_id: string;
    addressee: string;
    expires_at: Moment;
  };
  print_batch: { batch_id: string; run_id: string; made_at: Moment; by_staff: string };
  letter_post: {
    letter_key: string;
    run_id: string;
    case_id: string;
    addressee: string;
    unit_id: string | null;
    postcode: string;
    /** Everybody it was for at the address it was printed with, as blind indexes. */
    address_indexes: Json<readonly string[]>;
    on_day: DayText;
    pages: number;
    pdf_sealed: Uint8Array;
    kept_at: Moment;
    batch_id: string | null;
    /** Must not be printed any more: whoever it was for has been protected, has died or has moved. */
    discarded: Generated<boolean>;
  };
  /** From which address whose letter came back, as a blind index of both; a row for each name on it. */
  returned_letter: {
    letter_key: string;
    address_index: string;
    returned_at: Moment;
    by_staff: string;
  };
  /** Whether a letter of the household has an address to be mended, as the domain saw it that day; none: not looked at. */
  letter_look: { case_id: string; on_day: DayText; has_fault: boolean };
  /** The county's own head where the unit is the empty text, else an office's. */
  letterhead: { unit_id: string; head: Json<unknown> };
  /** Empty: the register that came with the program is in force. */
  postcode: { code: string; place: string };
}

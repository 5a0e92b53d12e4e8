import type { Fault } from '../outcome.ts';

/** What one row of an SMS program's own list says: what became of a message, or what somebody answered, or both. */
export interface SmsRow {
  readonly row: number;
  readonly name: string;
  /** E.164. */
  readonly number: string;
  readonly state: 'delivered' | 'failed' | 'expired' | 'buffered' | null;
  readonly answer: string | null;
  /** The program's own number for an answer; empty where it has none. */
  readonly id: string;
}

export interface SmsFile {
  readonly rows: readonly SmsRow[];
  readonly faults: readonly Fault[];
}

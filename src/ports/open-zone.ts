import type { DeliveryReport } from './sms-gateway.ts';

/** What the file needs of somebody beside the number: nothing else may stand in it. */
export interface OpenZoneRecipient {
  readonly name: string;
  readonly region: string;
}

/** One file that is carried to the open zone. */
export interface OpenZoneFile {
  /** Opaque; the file's name. */
  readonly fileId: string;
  readonly batch: string;
  readonly region: string;
  readonly rows: readonly OpenZoneRow[];
  readonly at: number;
  readonly expiresAt: number;
}
export interface OpenZoneRow {
  readonly key: string;
  readonly name: string;
  readonly to: string;
}

export type OpenZoneState = 'writing' | 'written' | 'reported' | 'expired';

/** A row of the file that came back: who, and what became of it. */
export interface ReportedRow {
  readonly name: string;
  readonly to: string;
  readonly state: DeliveryReport['state'];
}

/** Which files were carried out, with what, and what came back. */
export interface OpenZoneBook {
  readonly recipients: (keys: readonly string[]) => Promise<ReadonlyMap<string, OpenZoneRecipient>>;
  /** Before the file is written: what was begun can be looked for after a crash. */
  readonly begin: (file: OpenZoneFile) => Promise<void>;
  readonly written: (fileId: string) => Promise<void>;
  readonly filesOf: (
    keys: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly fileId: string; readonly state: OpenZoneState }>>;
  /** Whose each row is, among files not yet expired; a row that could be two messages, or none, is left over. */
  readonly reconcile: (
    rows: readonly ReportedRow[],
    at: number,
  ) => Promise<{ readonly reports: readonly DeliveryReport[]; readonly leftOver: number }>;
  /** Files whose time is over. */
  readonly over: (at: number) => Promise<readonly string[]>;
  /** The file is gone, and so is what it said of whom. */
  readonly expired: (fileId: string, at: number) => Promise<void>;
}

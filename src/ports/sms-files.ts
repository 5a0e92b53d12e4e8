import type { Outcome } from '#domain/outcome.ts';
import type { SmsFile } from '#domain/sms/sms-file.ts';
import type { OpenZoneBook } from './open-zone.ts';

/** Lists that an SMS program gives back: what became of the messages of the open zone's files, and what was answered. */
export interface SmsFiles {
  readonly read: (bytes: Uint8Array) => Promise<Outcome<SmsFile>>;
  readonly reconcile: OpenZoneBook['reconcile'];
}

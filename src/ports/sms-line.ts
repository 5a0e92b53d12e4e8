import type { Fault } from '#domain/outcome.ts';
import type { DeliveryReport, IncomingSms, SmsGateway } from './sms-gateway.ts';

/** What a provider tells us afterwards, whatever the way it comes. */
export interface SmsNews {
  readonly reports: readonly DeliveryReport[];
  readonly incoming: readonly IncomingSms[];
}

/** A provider's post or file, as it came. */
export interface SmsCallback {
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** The day it came, `YYYY-MM-DD`: a provider without ids of its own is known again by it. */
  readonly day: string;
}

export type SmsCallbackReading =
  | {
      readonly ok: true;
      readonly news: SmsNews;
      /** What the provider wants to hear back. */
      readonly answer: { readonly type: string; readonly text: string };
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A gateway with its way back: reports and incoming messages, posted to us or heard on its own connection. */
export interface SmsLine {
  readonly gateway: SmsGateway;
  readonly readCallback: (callback: SmsCallback) => SmsCallbackReading;
  /** Where a provider speaks on its own connection; a line without one never calls. What is not heard to the end is told again. */
  readonly listen: (hear: (news: SmsNews) => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

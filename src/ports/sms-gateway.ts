/** One message to one number; the key is made once and is the message's name for ever. */
export interface Sms {
  readonly key: string;
  /** E.164, for example `+4741234567`. */
  readonly to: string;
  readonly text: string;
}

/** What became of one message at hand-over. */
export type SmsReceipt =
  | { readonly key: string; readonly outcome: 'accepted'; readonly reference: string | null }
  | { readonly key: string; readonly outcome: 'refused'; readonly why: string }
  /** Sent perhaps: never blindly again. */
  | { readonly key: string; readonly outcome: 'unclear' };

/** Whether a provider has a message; `cannot-tell` where it has no such question. */
export type SmsStanding =
  | { readonly answer: 'taken'; readonly reference: string | null }
  | { readonly answer: 'not-taken' }
  | { readonly answer: 'cannot-tell' };

/**
 * Hands messages to a provider, at most `batchSize` at a time; more is a mistake of the caller's and throws.
 * `send` gives one receipt a message, in their order. It throws only when nothing at all has left the house.
 */
export interface SmsGateway {
  readonly name: string;
  readonly batchSize: number;
  readonly send: (messages: readonly Sms[]) => Promise<readonly SmsReceipt[]>;
  /** Whether a message with this key was taken; every key asked for is answered. */
  readonly ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, SmsStanding>>;
}

/** What a provider says later of a message it took; by its key, or by the reference the receipt had. */
export interface DeliveryReport {
  readonly key: string | null;
  readonly reference: string | null;
  readonly state: 'delivered' | 'failed' | 'expired' | 'buffered';
  /** The provider's own word for it. */
  readonly why: string | null;
}

/** A message that came to us; `externalId` is the same when the provider posts it again. */
export interface IncomingSms {
  readonly externalId: string;
  /** E.164 where it can be read so. */
  readonly from: string;
  readonly text: string;
}

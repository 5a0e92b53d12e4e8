import type { Sms, SmsReceipt, SmsStanding } from '#ports/sms-gateway.ts';

/** More than a batch is a mistake of the caller's, seen before anything is sent. */
export function heldToBatch(messages: readonly Sms[], batchSize: number): void {
  if (messages.length > batchSize) throw new Error(`at most ${batchSize} messages at a time`);
}

export const unclear = (messages: readonly Sms[]): readonly SmsReceipt[] =>
  messages.map(({ key }) => ({ key, outcome: 'unclear' }));

/** A provider that cannot be asked what it took. */
export const cannotTell = async (keys: readonly string[]): Promise<ReadonlyMap<string, SmsStanding>> =>
  new Map(keys.map((key) => [key, { answer: 'cannot-tell' }]));

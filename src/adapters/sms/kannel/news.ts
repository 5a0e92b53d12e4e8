import type { DeliveryReport } from '#ports/sms-gateway.ts';
import type { SmsCallback, SmsCallbackReading } from '#ports/sms-line.ts';

/** Kannel's report bits (user guide, "Delivery reports"). */
const states: Readonly<Record<string, DeliveryReport['state']>> = {
  1: 'delivered',
  2: 'failed',
  4: 'buffered',
  8: 'buffered',
  16: 'failed',
  34: 'expired',
};

/**
 * A report has our key in the address. A message is the body of a post; Debian's Kannel 1.4.5 tells who sent it in no header
 * and in no XML of its own, so its `post-url` ends in `from=%p&id=%I`.
 */
export function readNews({ query, headers, bytes }: SmsCallback): SmsCallbackReading {
  const answer = { type: 'text/plain', text: '' };
  const { key, state = '', from, id } = query;
  if (key !== undefined) {
    const reports = [{ key, reference: null, state: states[state] ?? 'failed', why: `dlr ${state}` }] as const;
    return { ok: true, news: { reports, incoming: [] }, answer };
  }
  if (from === undefined || id === undefined)
    return { ok: false, faults: [{ code: 'sms.notKannel', place: '', found: '' }] };
  const charset = /charset="?([\w-]+)/.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  const text = new TextDecoder(/^utf-?16|^ucs-?2/i.test(charset) ? 'utf-16be' : 'utf-8').decode(bytes);
  const number = `+${from.trim().replace(/^(\+|00)/, '')}`;
  return { ok: true, news: { reports: [], incoming: [{ externalId: `kannel-${id}`, from: number, text }] }, answer };
}

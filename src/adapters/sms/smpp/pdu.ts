import { randomInt } from 'node:crypto';
import type { PDU } from 'smpp';
import { toGsm } from '#domain/sms/alphabet.ts';
import { smsSize } from '#domain/sms/segments.ts';
import type { DeliveryReport, IncomingSms, Sms } from '#ports/sms-gateway.ts';
import { knownAgain } from '../known-again.ts';

/** `data_coding`: 0 is the network's own alphabet. The package would write 1, which Kannel reads as ASCII: "OT ja   e" for "OT ja æøå €". */
const gsm7 = 0;
const ucs2 = 8;
const joinsParts = 0x40;
const isReceipt = 0x04;

/** A message as the centre takes it, one submission a part; the report is asked for on the last. */
export function submissions(sender: string, { to, text }: Sms): readonly Readonly<Record<string, unknown>>[] {
  const { alphabet, parts } = smsSize(text);
  const together = randomInt(256);
  return parts.map((part, place) => {
    const bytes = alphabet === 'gsm-7' ? (toGsm(part) ?? new Uint8Array()) : Buffer.from(part, 'utf16le').swap16();
    const head = parts.length === 1 ? [] : [5, 0, 3, together, parts.length, place + 1];
    return {
      ...addressOf('source', sender),
      ...addressOf('dest', to),
      destination_addr: to.replace(/^\+/, ''),
      source_addr: sender.replace(/^\+/, ''),
      data_coding: alphabet === 'gsm-7' ? gsm7 : ucs2,
      esm_class: head.length === 0 ? 0 : joinsParts,
      registered_delivery: place === parts.length - 1 ? 1 : 0,
      short_message: Buffer.concat([Buffer.from(head), bytes]),
    };
  });
}

/** Kind of number: international, a national short number, or letters. */
function addressOf(side: 'source' | 'dest', number: string) {
  const kind = number.startsWith('+') ? [1, 1] : /^\d+$/.test(number) ? [0, 1] : [5, 0];
  return { [`${side}_addr_ton`]: kind[0], [`${side}_addr_npi`]: kind[1] };
}

const states: Readonly<Record<string, DeliveryReport['state']>> = {
  DELIVRD: 'delivered',
  ACCEPTD: 'buffered',
  ENROUTE: 'buffered',
  EXPIRED: 'expired',
};

/** What the centre delivers to us: a receipt, or somebody's message; a part of a long one says which part it is. */
export function readDelivery(
  pdu: PDU,
  day: string,
): { readonly report: DeliveryReport } | { readonly incoming: IncomingSms } | undefined {
  const text = textIn(pdu);
  if (((pdu.esm_class ?? 0) & isReceipt) !== 0) {
    const state = /\bstat:(\w+)/.exec(text)?.[1] ?? '';
    const reference = pdu.receipted_message_id ?? /\bid:(\S+)/.exec(text)?.[1] ?? null;
    return { report: { key: null, reference, state: states[state] ?? 'failed', why: state || null } };
  }
  const from = pdu.source_addr ?? '';
  if (from === '') return undefined;
  const part = partOf(pdu);
  const whole = part === undefined ? text : `[${part[2]}/${part[1]}] ${text}`;
  const externalId = knownAgain('smpp', from, pdu.destination_addr ?? '', whole, day);
  return { incoming: { externalId, from: /^\d{8,15}$/.test(from) ? `+${from}` : from, text: whole } };
}

const textIn = ({ short_message: held }: PDU): string =>
  typeof held?.message === 'string' ? held.message : Buffer.from(held?.message ?? []).toString('latin1');

/** Reference, number of parts, and which: from the header that joins them. */
const partOf = ({ short_message: held }: PDU): readonly number[] | undefined => {
  const head = held?.udh?.find((each) => each[0] === 0 && each[1] === 3);
  return head && [head[2] ?? 0, head[3] ?? 0, head[4] ?? 0];
};

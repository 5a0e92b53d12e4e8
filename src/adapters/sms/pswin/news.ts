import type { DeliveryReport, IncomingSms } from '#ports/sms-gateway.ts';
import type { SmsCallback, SmsCallbackReading } from '#ports/sms-line.ts';
import { knownAgain } from '../known-again.ts';
import { childrenOf, type Element, readXml, textOf } from './xml.ts';

/** The provider's states; what is not here has an end that is not delivery. */
const states: Readonly<Record<string, DeliveryReport['state']>> = {
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  BUFFERED: 'buffered',
  ACKED: 'buffered',
};

/** Reads what the provider posts: reports have a state, incoming messages a text; both are answered for one by one. */
export function readNews({ bytes, day }: SmsCallback): SmsCallbackReading {
  const list = readXml(decoded(bytes));
  if (list?.name !== 'MSGLST') return { ok: false, faults: [{ code: 'sms.notPswin', place: '', found: '' }] };
  const messages = childrenOf(list, 'MSG');
  const isReport = (message: Element) => message.children.some(({ name }) => name === 'STATE');
  const answers = messages.map((each) => `<MSG><ID>${Number(textOf(each, 'ID')) || 0}</ID><STATUS>OK</STATUS></MSG>`);
  return {
    ok: true,
    news: {
      reports: messages.filter(isReport).map(report),
      incoming: messages.filter((each) => !isReport(each)).map((each) => incoming(each, day)),
    },
    answer: { type: 'text/xml', text: `<?xml version="1.0"?><MSGLST>${answers.join('')}</MSGLST>` },
  };
}

/** As the document says it is written; where it says nothing, UTF-8 if it is that, else the provider's own ISO-8859-1. */
function decoded(bytes: Uint8Array): string {
  const asProvider = new TextDecoder('windows-1252').decode(bytes);
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(asProvider)?.[1]?.toLowerCase();
  if (declared !== undefined && declared !== 'utf-8') return asProvider;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return asProvider;
  }
}

function report(message: Element): DeliveryReport {
  const state = textOf(message, 'STATE').trim();
  return { key: null, reference: textOf(message, 'REF').trim() || null, state: states[state] ?? 'failed', why: state };
}

/** A message has no id of its own here (`ID` counts within one post), so the same words from the same number on the same day are one. */
function incoming(message: Element, day: string): IncomingSms {
  const [from = '', to = '', text = ''] = ['SND', 'RCV', 'TEXT'].map((name) => textOf(message, name));
  return { externalId: knownAgain('pswin', from, to, text, day), from: `+${from.replace(/^\+/, '')}`, text };
}

import { smsSize } from '#domain/sms/segments.ts';
import type { Sms, SmsReceipt } from '#ports/sms-gateway.ts';
import type { SmsLine } from '#ports/sms-line.ts';
import { cannotTell, heldToBatch } from '../batch.ts';
import { postOnce } from '../post.ts';
import { readNews } from './news.ts';

export interface KannelOptions {
  /** The smsbox's `/cgi-bin/sendsms`. */
  readonly url: URL;
  readonly username: string;
  readonly password: string;
  readonly sender: string;
  /** Where Kannel brings delivery reports, our own address with its secret; without it none are asked for. */
  readonly callback: URL | undefined;
  readonly patienceMs?: number;
}

const batchSize = 100;
/** So many requests in the air: 1,000 messages took 1.4 s so (docs/sms.md). */
const atOnce = 20;
/** Delivered, not delivered, and refused by the centre. */
const wantedReports = 1 | 2 | 16;

/** Kannel's smsbox over HTTP. It takes one message a request and cannot be asked what it took; reports come back under our key. */
export function kannelLine(options: KannelOptions): SmsLine {
  return {
    gateway: {
      name: 'kannel',
      batchSize,
      send: async (messages) => {
        heldToBatch(messages, batchSize);
        return sendSome(options, messages);
      },
      ask: cannotTell,
    },
    readCallback: readNews,
    listen: () => {},
    close: async () => {},
  };
}

/** The first alone: where the provider is away nothing has left; once one has, a lost connection is unclear. */
async function sendSome(options: KannelOptions, messages: readonly Sms[]): Promise<readonly SmsReceipt[]> {
  const [first, ...others] = messages;
  if (!first) return [];
  const receipts: SmsReceipt[] = [await sendOne(options, first)];
  for (let at = 0; at < others.length; at += atOnce) {
    const some = others.slice(at, at + atOnce);
    const attempts = await Promise.allSettled(some.map((each) => sendOne(options, each)));
    attempts.forEach((attempt, place) => {
      const key = some[place]?.key ?? '';
      if (attempt.status === 'fulfilled') receipts.push(attempt.value);
      else receipts.push({ key, outcome: 'unclear' });
    });
  }
  return receipts;
}

/** In a post's body and headers, where no access log writes it down; the body is UTF-8 and is never declared as anything else. */
async function sendOne(
  { url, username, password, sender, callback, patienceMs = 30_000 }: KannelOptions,
  { key, to, text }: Sms,
): Promise<SmsReceipt> {
  const isPlain = smsSize(text).alphabet === 'gsm-7';
  const posted = await postOnce(url, {
    headers: {
      'content-type': `text/plain; charset="${isPlain ? 'UTF-8' : 'UTF-16BE'}"`,
      'x-kannel-username': username,
      'x-kannel-password': password,
      'x-kannel-from': sender,
      'x-kannel-to': to,
      'x-kannel-coding': isPlain ? '0' : '2',
      ...(callback === undefined
        ? {}
        : { 'x-kannel-dlr-mask': String(wantedReports), 'x-kannel-dlr-url': reportAddress(callback, key) }),
    },
    body: isPlain ? Buffer.from(text) : Buffer.from(text, 'utf16le').swap16(),
    patienceMs,
  });
  if (!posted.answered) return { key, outcome: 'unclear' };
  const why = posted.text.trim().slice(0, 80);
  // 202 is taken or queued; a 503 is Kannel's own "try again", after which nothing was taken (user guide, "sendsms").
  if (posted.status === 202 || posted.status === 200) return { key, outcome: 'accepted', reference: null };
  return posted.status === 503 || (posted.status >= 400 && posted.status < 500)
    ? { key, outcome: 'refused', why }
    : { key, outcome: 'unclear' };
}

/** Kannel writes the state in place of `%d`; the key is ours and names nobody. */
function reportAddress(callback: URL, key: string): string {
  const address = new URL(callback);
  address.searchParams.set('key', key);
  address.searchParams.set('state', 'STATE');
  return address.href.replace('state=STATE', 'state=%d');
}

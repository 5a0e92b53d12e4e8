import type { SmsLine } from '#ports/sms-line.ts';
import { cannotTell, heldToBatch, unclear } from '../batch.ts';
import { postOnce } from '../post.ts';
import { readNews } from './news.ts';
import { isTooLong, type PswinAccount, readAnswer, submission } from './submit.ts';

export interface PswinOptions extends PswinAccount {
  readonly url: URL;
  readonly patienceMs?: number;
}

const batchSize = 100;

/** PSWin's XML gateway (LINK Mobility). It cannot be asked what it took: a lost answer stays unclear until a report comes. */
export function pswinLine({ url, patienceMs = 60_000, ...account }: PswinOptions): SmsLine {
  return {
    gateway: {
      name: 'pswin',
      batchSize,
      send: async (messages) => {
        heldToBatch(messages, batchSize);
        const fitting = messages.filter(({ text }) => !isTooLong(text));
        const receipts = new Map(
          fitting.length === 0 ? [] : (await send(fitting)).map((receipt) => [receipt.key, receipt] as const),
        );
        return messages.map(({ key }) => receipts.get(key) ?? { key, outcome: 'refused', why: 'too long' });
      },
      ask: cannotTell,
    },
    readCallback: readNews,
    listen: () => {},
    close: async () => {},
  };

  async function send(messages: Parameters<SmsLine['gateway']['send']>[0]) {
    const posted = await postOnce(url, {
      headers: { 'content-type': 'text/xml; charset=ISO-8859-1' },
      body: submission(account, messages),
      charset: 'windows-1252',
      patienceMs,
    });
    if (!posted.answered || posted.status >= 300) return unclear(messages);
    const receipts = readAnswer(posted.text, messages);
    if (receipts === 'not-logged-on') throw new Error('the SMS provider does not know us by this name and password');
    return receipts;
  }
}

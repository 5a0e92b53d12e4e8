import type { PDU, Session } from 'smpp';
import type { Sms, SmsReceipt } from '#ports/sms-gateway.ts';
import type { SmsLine, SmsNews } from '#ports/sms-line.ts';
import { cannotTell, heldToBatch } from '../batch.ts';
import { bind, type Centre, submit } from './bound-session.ts';
import { readDelivery, submissions } from './pdu.ts';

export interface SmppOptions extends Centre {
  readonly sender: string;
  /** The day a message is heard, by the county's calendar. */
  readonly day: () => string;
}

const batchSize = 100;
/** So many submissions without an answer at a time: what centres commonly allow. */
const window = 10;
/** Busy, queue full: the centre has not taken it, so it may be given again. */
const comeAgain: ReadonlySet<number> = new Set([0x58, 0x14]);
const tries = 6;
const reconnectAfterMs = 5_000;

/** An SMS centre over SMPP 3.4. Its question about a message needs the centre's own id, so a lost answer stays unclear. */
export function smppLine({ sender, day, ...centre }: SmppOptions): SmsLine {
  let bound: Promise<Session> | undefined;
  let hear: ((news: SmsNews) => Promise<void>) | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;
  const session = (): Promise<Session> => {
    bound ??= bind(centre).then(listenOn, (cause) => {
      bound = undefined;
      retry();
      throw cause;
    });
    return bound;
  };
  const retry = () => {
    if (closed || hear === undefined) return;
    clearTimeout(again);
    again = setTimeout(() => session().catch(() => {}), reconnectAfterMs).unref();
  };
  const listenOn = (open: Session): Session => {
    open.on('close', () => {
      bound = undefined;
      retry();
    });
    open.on('deliver_sm', (pdu: PDU) => void delivered(open, pdu));
    return open;
  };
  /** Answered for only when it is heard to the end: what we do not answer for, the centre delivers again. */
  const delivered = async (open: Session, pdu: PDU) => {
    const told = readDelivery(pdu, day());
    const news = {
      reports: told !== undefined && 'report' in told ? [told.report] : [],
      incoming: told !== undefined && 'incoming' in told ? [told.incoming] : [],
    };
    try {
      await hear?.(news);
      open.send(pdu.response());
    } catch {
      open.send(pdu.response({ command_status: 0x08 }));
    }
  };
  return {
    gateway: {
      name: 'smpp',
      batchSize,
      send: async (messages) => {
        heldToBatch(messages, batchSize);
        return messages.length === 0 ? [] : sendAll(await session(), messages, sender, centre.patienceMs);
      },
      ask: cannotTell,
    },
    readCallback: () => ({ ok: false, faults: [{ code: 'sms.noCallbacks', place: '', found: '' }] }),
    listen: (listener) => {
      hear = listener;
      session().catch(() => {});
    },
    close: async () => {
      closed = true;
      clearTimeout(again);
      const open = await bound?.catch(() => undefined);
      if (open) await new Promise<void>((done) => open.destroy(done));
    },
  };
}

async function sendAll(session: Session, messages: readonly Sms[], sender: string, patienceMs: number) {
  const receipts: SmsReceipt[] = [];
  for (let at = 0; at < messages.length; at += window)
    receipts.push(
      ...(await Promise.all(messages.slice(at, at + window).map((each) => sendOne(session, each, sender, patienceMs)))),
    );
  return receipts;
}

/** All parts or nothing is a receipt; a no in the middle leaves half a message, and that is unclear. */
async function sendOne(session: Session, message: Sms, sender: string, patienceMs: number): Promise<SmsReceipt> {
  const { key } = message;
  let reference: string | null = null;
  for (const [place, submission] of submissions(sender, message).entries()) {
    const answer = await submitPatiently(session, submission, patienceMs);
    if (answer === undefined || answer === 'never-sent') return { key, outcome: 'unclear' };
    if (answer.command_status !== 0)
      return place === 0
        ? { key, outcome: 'refused', why: `SMPP 0x${answer.command_status.toString(16)}` }
        : { key, outcome: 'unclear' };
    reference = answer.message_id ?? null;
  }
  return { key, outcome: 'accepted', reference };
}

async function submitPatiently(session: Session, submission: Readonly<Record<string, unknown>>, patienceMs: number) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await submit(session, submission, patienceMs);
    if (answer === undefined || answer === 'never-sent') return answer;
    if (attempt === tries || !comeAgain.has(answer.command_status)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
  }
}

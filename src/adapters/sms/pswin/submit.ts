import { smsSize } from '#domain/sms/segments.ts';
import type { Sms, SmsReceipt } from '#ports/sms-gateway.ts';
import { childrenOf, readXml, textOf, written } from './xml.ts';

/** Who sends, as the provider knows us. */
export interface PswinAccount {
  readonly client: string;
  readonly password: string;
  /** A number that can be answered; letters cannot. */
  readonly sender: string;
}

/** Sixteen parts and no more; the provider cuts what is longer without a word, so it never gets there (manual, `TEXT`). */
export function isTooLong(text: string): boolean {
  const { alphabet, units } = smsSize(text);
  return units > 16 * (alphabet === 'gsm-7' ? 134 : 67);
}

/** A batch as the provider reads it: the phone network's letters as text, anything else as two bytes a sign (`OP` 9). */
export function submission(
  { client, password, sender }: PswinAccount,
  messages: readonly Sms[],
): Uint8Array<ArrayBuffer> {
  const list = messages.map(({ to, text }, place) => {
    const plain = smsSize(text).alphabet === 'gsm-7';
    const elements = [
      ['ID', String(place + 1)],
      ['TEXT', plain ? written(text) : Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()],
      ['SND', written(sender)],
      ['RCV', to.replace(/^\+/, '')],
      ...(plain ? [] : [['OP', '9']]),
      ['RCPREQ', 'Y'],
    ];
    return `<MSG>${elements.map(([name, value]) => `<${name}>${value}</${name}>`).join('')}</MSG>`;
  });
  const document =
    `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE SESSION SYSTEM "pswincom_submit.dtd">\n` +
    `<SESSION><CLIENT>${written(client)}</CLIENT><PW>${written(password)}</PW><MSGLST>${list.join('')}</MSGLST></SESSION>`;
  return Buffer.from(document, 'latin1');
}

/** What the provider answered for each of the batch, or that it knows us not; a message it does not name is unclear. */
export function readAnswer(document: string, messages: readonly Sms[]): readonly SmsReceipt[] | 'not-logged-on' {
  const session = readXml(document);
  if (session?.name !== 'SESSION') return messages.map(({ key }) => ({ key, outcome: 'unclear' }));
  if (textOf(session, 'LOGON') === 'FAIL') return 'not-logged-on';
  const answers = new Map(
    childrenOf(childrenOf(session, 'MSGLST')[0], 'MSG').map((each) => [textOf(each, 'ID'), each]),
  );
  return messages.map(({ key }, place) => {
    const answer = answers.get(String(place + 1));
    const status = answer && textOf(answer, 'STATUS');
    if (answer && status === 'OK') return { key, outcome: 'accepted', reference: textOf(answer, 'REF') || null };
    if (answer && status === 'FAIL') return { key, outcome: 'refused', why: textOf(answer, 'INFO') || 'FAIL' };
    return { key, outcome: 'unclear' };
  });
}

import { describe, expect, it } from 'vitest';
import { pswinLine } from '#adapters/sms/pswin/pswin-line.ts';
import { type Arrived, anSms, keepsTheLine, type Peer } from './line-contract.ts';
import { standIn } from './peers.ts';

/** A stand-in of ours with the documents of the provider's manual; no test has met the real one (docs/sms.md). */
async function pswin(): Promise<
  Peer & { readonly seen: readonly string[]; readonly answerWith: (text: string) => void }
> {
  const arrived: Arrived[] = [];
  const taken: string[] = [];
  const seen: string[] = [];
  let mood: 'takes' | 'refuses' | 'drops' = 'takes';
  let said: string | undefined;
  const server = await standIn((_request, body) => {
    const document = body.toString('latin1');
    seen.push(document);
    if (said !== undefined) return said;
    const messages = [...document.matchAll(/<MSG>(.*?)<\/MSG>/g)].map(([, inner = '']) => inner);
    if (mood === 'refuses')
      return answer(
        messages.map((_, place) => `<ID>${place + 1}</ID><STATUS>FAIL</STATUS><INFO>Invalid receiver</INFO>`),
      );
    arrived.push(...messages.map(messageIn));
    const references = messages.map((_, place) => `ref-${taken.length + place + 1}`);
    taken.push(...references);
    if (mood === 'drops') return undefined;
    return answer(
      references.map((ref, place) => `<ID>${place + 1}</ID><REF>${ref}</REF><STATUS>OK</STATUS><INFO></INFO>`),
    );
  });
  const line = pswinLine({ url: server.url, client: 'ot', password: 'p&ss', sender: '2012', patienceMs: 2_000 });
  const told: Promise<void>[] = [];
  let hear: Parameters<typeof line.listen>[0] = async () => {};
  const post = async (document: string) => {
    const read = line.readCallback({
      query: {},
      headers: {},
      bytes: Buffer.from(document, 'latin1'),
      day: '2026-10-20',
    });
    if (!read.ok) throw new Error('not read');
    await hear(read.news);
    expect(read.answer.text).toContain('<STATUS>OK</STATUS>');
  };
  return {
    line: {
      ...line,
      listen: (listener) => {
        hear = listener;
      },
    },
    seen,
    answerWith: (text) => {
      said = text;
    },
    arrived: async () => arrived,
    refused: () => {
      mood = 'refuses';
      return anSms();
    },
    loseNextAnswer: () => {
      mood = 'drops';
    },
    goAway: server.close,
    report: async (state) =>
      post(
        `<?xml version="1.0"?>\n<!DOCTYPE MSGLST SYSTEM "pswincom_report_request.dtd">\n<MSGLST>${taken
          .map(
            (ref, n) =>
              `<MSG><ID>${n + 1}</ID><REF>${ref}</REF><RCV>4790000001</RCV><STATE>${state === 'delivered' ? 'DELIVRD' : 'UNDELIV'}</STATE><DELIVERYTIME>2026.10.20 15:23:23</DELIVERYTIME></MSG>`,
          )
          .join('')}</MSGLST>`,
      ),
    write: (from, text) =>
      post(
        `<?xml version="1.0" encoding="ISO-8859-1"?>\n<MSGLST>\n  <MSG>\n    <ID>1</ID>\n    <TEXT>${text.replace('€', '&#8364;')}</TEXT>\n    <SND>${from.slice(1)}</SND>\n    <RCV>2012</RCV>\n  </MSG>\n</MSGLST>`,
      ),
    canAsk: false,
    close: async () => {
      await Promise.all(told);
      await server.close();
    },
  };
}

const answer = (messages: readonly string[]) =>
  `<?xml version="1.0"?>\n<SESSION>\n<LOGON>OK</LOGON>\n<REASON></REASON>\n<MSGLST>${messages.map((each) => `<MSG>${each}</MSG>`).join('')}</MSGLST></SESSION>`;

function messageIn(inner: string): Arrived {
  const part = (name: string) => new RegExp(`<${name}>([^]*?)</${name}>`).exec(inner)?.[1] ?? '';
  const plain = part('TEXT')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const text = part('OP') === '9' ? Buffer.from(part('TEXT'), 'hex').swap16().toString('utf16le') : plain;
  return { to: `+${part('RCV')}`, text };
}

keepsTheLine('PSWin’s XML, against a stand-in with the manual’s documents', pswin);

describe('PSWin’s XML', () => {
  it('is one post of ISO-8859-1 that asks for reports, with UCS-2 in hex only where it must be', async () => {
    const peer = await pswin();
    await peer.line.gateway.send([
      { key: 'a', to: '+4790000001', text: 'Hei Åse & co <3 50 €' },
      { key: 'b', to: '+4790000002', text: 'Boađe' },
    ]);
    await peer.close();

    expect(peer.seen).toEqual([
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE SESSION SYSTEM "pswincom_submit.dtd">\n' +
        '<SESSION><CLIENT>ot</CLIENT><PW>p&amp;ss</PW><MSGLST>' +
        '<MSG><ID>1</ID><TEXT>Hei Åse &amp; co &lt;3 50 &#8364;</TEXT><SND>2012</SND><RCV>4790000001</RCV><RCPREQ>Y</RCPREQ></MSG>' +
        '<MSG><ID>2</ID><TEXT>0042006F006101110065</TEXT><SND>2012</SND><RCV>4790000002</RCV><OP>9</OP><RCPREQ>Y</RCPREQ></MSG>' +
        '</MSGLST></SESSION>',
    ]);
  });

  it('that is one endless name is given up at once', async () => {
    const peer = await pswin();
    const bytes = Buffer.from(`<${'a'.repeat(300_000)}`);
    const began = performance.now();

    expect(peer.line.readCallback({ query: {}, headers: {}, bytes, day: '2026-10-20' }).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
    await peer.close();
  });

  it.each([
    ['as its head says', 'latin1', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
    ['in UTF-8 where its head says so', 'utf8', '<?xml version="1.0" encoding="UTF-8"?>'],
    ['in UTF-8 where it is that and says nothing', 'utf8', '<?xml version="1.0"?>'],
    ['in ISO-8859-1 where it says nothing and is no UTF-8', 'latin1', ''],
  ] as const)('reads an incoming message %s', (_how, encoding, head) => {
    const line = pswinLine({ url: new URL('http://127.0.0.1:9'), client: 'ot', password: 'p', sender: '2012' });
    const message = '<MSG><ID>1</ID><TEXT>Ring meg, Åse på Øya</TEXT><SND>4790000001</SND><RCV>2012</RCV></MSG>';
    const bytes = Buffer.from(`${head}<MSGLST>${message}</MSGLST>`, encoding);

    expect(line.readCallback({ query: {}, headers: {}, bytes, day: '2026-10-20' })).toMatchObject({
      news: { incoming: [{ from: '+4790000001', text: 'Ring meg, Åse på Øya' }] },
    });
  });

  it('throws where it is not logged on, without the password in what is said', async () => {
    const peer = await pswin();
    peer.answerWith('<?xml version="1.0"?><SESSION><LOGON>FAIL</LOGON><REASON>No such client</REASON></SESSION>');
    const sending = peer.line.gateway.send([anSms()]);

    await expect(sending).rejects.toThrow(/does not know us/);
    await expect(sending).rejects.not.toThrow(/p&ss/);
    await peer.close();
  });

  it.each([
    ['half an answer', answer(['<ID>1</ID><STATUS>OK</STATUS><INFO></INFO>']), ['accepted', 'unclear']],
    ['no XML', 'Service temporarily away', ['unclear', 'unclear']],
    ['XML cut off', '<SESSION><LOGON>OK</LOGON><MSGLST><MSG><ID>1</ID><STATUS>OK', ['unclear', 'unclear']],
  ])('takes %s for no more than it says', async (_name, said, outcomes) => {
    const peer = await pswin();
    peer.answerWith(said);
    const receipts = await peer.line.gateway.send([anSms(), anSms()]);
    await peer.close();

    expect(receipts.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('refuses itself what the provider would cut off, and sends the rest', async () => {
    const peer = await pswin();
    const receipts = await peer.line.gateway.send([
      anSms('a'.repeat(2_145)),
      anSms('š'.repeat(1_073)),
      anSms('a'.repeat(2_144)),
    ]);
    await peer.close();

    expect(receipts.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'accepted']);
  });

  it('reads nothing from a document that names files or swells', async () => {
    const { line, close } = await pswin();
    const read = (text: string) =>
      line.readCallback({ query: {}, headers: {}, bytes: Buffer.from(text), day: '2026-10-20' });

    expect(
      read('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><MSGLST><MSG><TEXT>&e;</TEXT></MSG></MSGLST>').ok,
    ).toBe(false);
    expect(read('<MSGLST><MSG><TEXT>&e;</TEXT></MSG></MSGLST>').ok).toBe(false);
    expect(read(`${'<a>'.repeat(100_000)}`).ok).toBe(false);
    expect(read('hello').ok).toBe(false);
    await close();
  });

  it('knows a message that is posted again the same day', async () => {
    const { line, close } = await pswin();
    const posted = (day: string) => {
      const read = line.readCallback({
        query: {},
        headers: {},
        bytes: Buffer.from('<MSGLST><MSG><ID>1</ID><TEXT>Ja</TEXT><SND>4790000001</SND><RCV>2012</RCV></MSG></MSGLST>'),
        day,
      });
      return read.ok ? read.news.incoming[0]?.externalId : undefined;
    };

    expect(posted('2026-10-20')).toBe(posted('2026-10-20'));
    expect(posted('2026-10-21')).not.toBe(posted('2026-10-20'));
    await close();
  });
});

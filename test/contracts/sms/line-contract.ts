import { describe, expect, it } from 'vitest';
import type { DeliveryReport, IncomingSms, Sms } from '#ports/sms-gateway.ts';
import type { SmsLine, SmsNews } from '#ports/sms-line.ts';

/** What came out at the other end. */
export interface Arrived {
  readonly to: string;
  readonly text: string;
}

/** The other end of a line: a real program, a stand-in of ours, or the pretend provider itself. An act it does not have cannot be shown with it. */
export interface Peer {
  readonly line: SmsLine;
  /** Waits until so many whole messages have come out, and gives them. */
  readonly arrived: (count: number) => Promise<readonly Arrived[]>;
  /** A message that this provider says no to. */
  readonly refused?: () => Sms;
  readonly loseNextAnswer?: () => void;
  /** The provider goes away; nothing can be handed to it any more. */
  readonly goAway?: () => Promise<void>;
  /** Reports on everything taken, and waits until it is heard. */
  readonly report?: (state: 'delivered' | 'failed') => Promise<void>;
  /** Somebody writes to us; waits until it is heard. */
  readonly write?: (from: string, text: string) => Promise<void>;
  /** A person at the other end fills in what came of it; the way back is by file. */
  readonly canAsk: boolean;
  readonly close: () => Promise<void>;
}

/** Everything a line has told, as those who listen to it hear it. */
export function heardOn(line: SmsLine) {
  const reports: DeliveryReport[] = [];
  const incoming: IncomingSms[] = [];
  const hear = async (news: SmsNews) => {
    reports.push(...news.reports);
    incoming.push(...news.incoming);
  };
  line.listen(hear);
  return { reports, incoming, hear };
}

let number = 0;
/** Mobile numbers as tests write them: no line in a test has a way out of this machine. */
export const anSms = (text = 'Hei! Ring oss når du kan.'): Sms => {
  number += 1;
  return { key: `k${number}`, to: `+4790000${String(number).padStart(3, '0')}`, text };
};

const difficult = [
  'Hei Åse! Kvifor ikkje høyre frå oss? Ærleg talt: 50 €, {ja} [nei] ~ ^ | \\ @ £ §',
  'Čohkka Áŋŋá đ ŧ ž: boađe min lusa',
  'Vi ringer deg 😀👍🏽',
  `Første linje\nandre linje, ${'så mange ord at det blir fleire delar. '.repeat(9)}`,
  `Ŋ ${'mange ord med ein dyr bokstav 😀 '.repeat(6)}`,
];

/** The promises of a gateway, held by every one of them. */
export function keepsTheLine(name: string, open: () => Promise<Peer>) {
  describe(name, () => {
    it('gives each message a receipt under its key, in order, and each arrives once, letter by letter', async () => {
      await using peer = await opened(open);
      const messages = difficult.map(anSms);

      const receipts = await peer.line.gateway.send(messages);

      expect(receipts.map(({ key }) => key)).toEqual(messages.map(({ key }) => key));
      expect(receipts.map(({ outcome }) => outcome)).toEqual(messages.map(() => 'accepted'));
      const arrived = await peer.arrived(messages.length);
      expect(sorted(arrived)).toEqual(sorted(messages.map(({ to, text }) => ({ to, text }))));
    });

    it('has nothing to say of no messages, and takes no more than its batch', async () => {
      await using peer = await opened(open);
      const { gateway } = peer.line;

      expect(await gateway.send([])).toEqual([]);
      await expect(gateway.send(Array.from({ length: gateway.batchSize + 1 }, () => anSms()))).rejects.toThrow();
      expect(await peer.arrived(0)).toEqual([]);
    });

    it('answers every key it is asked for', async () => {
      await using peer = await opened(open);
      const [sent, never] = [anSms(), anSms()];
      await peer.line.gateway.send([sent]);

      const standing = await peer.line.gateway.ask([sent.key, never.key]);

      expect([...standing.keys()]).toEqual([sent.key, never.key]);
      expect(standing.get(sent.key)?.answer).toBe(peer.canAsk ? 'taken' : 'cannot-tell');
      expect(standing.get(never.key)?.answer).toBe(peer.canAsk ? 'not-taken' : 'cannot-tell');
    });

    it('tells a no from the others, with the provider’s own word', async (test) => {
      await using peer = await opened(open);
      if (!peer.refused) return test.skip();

      const [receipt] = await peer.line.gateway.send([peer.refused()]);

      expect(receipt).toMatchObject({ outcome: 'refused', why: expect.stringMatching(/./) });
    });

    it('says unclear where the answer was lost, and sends nothing again', async (test) => {
      await using peer = await opened(open);
      if (!peer.loseNextAnswer) return test.skip();
      peer.loseNextAnswer();
      const message = anSms();

      const receipts = await peer.line.gateway.send([message]);

      expect(receipts).toEqual([{ key: message.key, outcome: 'unclear' }]);
      expect(await peer.arrived(1)).toHaveLength(1);
    });

    it('throws where the provider is away, and nothing has left the house', async (test) => {
      await using peer = await opened(open);
      if (!peer.goAway) return test.skip();
      await peer.goAway();

      await expect(peer.line.gateway.send([anSms()])).rejects.toThrow();
    });

    it('gives a delivery report that names its message by key or by the receipt’s reference', async (test) => {
      await using peer = await opened(open);
      if (!peer.report) return test.skip();
      const { reports } = peer.heard;
      const message = anSms();
      const [receipt] = await peer.line.gateway.send([message]);
      await peer.arrived(1);

      await peer.report('delivered');

      expect(reports.length).toBeGreaterThan(0);
      for (const { key, reference, state } of reports) {
        expect(state).toBe('delivered');
        if (key === null) expect(receipt).toMatchObject({ outcome: 'accepted', reference });
        else expect(key).toBe(message.key);
      }
    });

    it('hears what somebody answers, whole, with the number it came from', async (test) => {
      await using peer = await opened(open);
      if (!peer.write) return test.skip();
      const { incoming } = peer.heard;

      await peer.write('+4790000777', 'Ja, eg er på skule. Ærleg! 50 €');

      expect(incoming).toEqual([
        { externalId: expect.stringMatching(/./), from: '+4790000777', text: 'Ja, eg er på skule. Ærleg! 50 €' },
      ]);
    });
  });
}

async function opened(open: () => Promise<Peer>) {
  const peer = await open();
  return { ...peer, heard: heardOn(peer.line), [Symbol.asyncDispose]: () => peer.close() };
}

const sorted = (arrived: readonly Arrived[]) => [...arrived].sort((a, b) => (a.to < b.to ? -1 : 1));

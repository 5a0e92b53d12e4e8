import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { smppLine } from '#adapters/sms/smpp/smpp-line.ts';
import type { SmsNews } from '#ports/sms-line.ts';
import { type Arrived, anSms, keepsTheLine, type Peer } from './line-contract.ts';
import { freePort, program } from './peers.ts';

const isHere = spawnSync('perl', ['-MNet::SMPP', '-MEncode::GSM0338', '-e', '1']).status === 0;
if (!isHere) console.warn('Perl’s Net::SMPP is not here: the tests that meet it are left out.');

const open = async (): Promise<Peer & { readonly say: (word: string) => Promise<void> }> => {
  const port = await freePort();
  const centre = program('perl', [join(import.meta.dirname, 'smsc.pl'), String(port)]);
  await centre.until(() => centre.lines.includes('{"said":"ready"}'));
  const line = smppLine({
    ...{ host: '127.0.0.1', port, tls: false, systemId: 'ot', password: 'hemmeleg', sender: '2012', patienceMs: 3_000 },
    day: () => '2026-10-20',
  });
  const heard: SmsNews[] = [];
  const news = async () => {
    const until = Date.now() + 4_000;
    while (heard.length === 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const say = async (word: string) => {
    centre.say(word);
    await centre.until(() => centre.lines.includes(`{"said":"${word}"}`));
  };
  const arrived = () =>
    centre.lines
      .filter((each) => each.startsWith('{"text"'))
      .map((each): Arrived => JSON.parse(each))
      .map(({ to, text }) => ({ to: `+${to}`, text }));
  return {
    line: {
      ...line,
      listen: (hear) =>
        line.listen(async (each) => {
          await hear(each);
          heard.push(each);
        }),
    },
    say,
    arrived: async (count) => {
      await centre.until(() => arrived().length >= count);
      return arrived();
    },
    refused: () => {
      centre.say('refuse');
      return anSms();
    },
    loseNextAnswer: () => centre.say('drop'),
    goAway: async () => {
      await line.close();
      await centre.close();
    },
    report: async () => {
      centre.say('report');
      await news();
    },
    write: async (from, text) => {
      await line.gateway.send([anSms()]);
      centre.say(`write ${from.slice(1)} ${Buffer.from(text).toString('hex')}`);
      await news();
    },
    canAsk: false,
    close: async () => {
      await line.close();
      await centre.close();
    },
  };
};

describe.skipIf(!isHere)('an SMS centre over SMPP', () => {
  keepsTheLine('one by Perl’s Net::SMPP', open);

  let peer: Awaited<ReturnType<typeof open>>;
  afterEach(() => peer?.close());

  it('is given again what it was too busy to take, and takes it once', async () => {
    peer = await open();
    await peer.line.gateway.send([anSms()]);
    await peer.say('busy');

    const [receipt] = await peer.line.gateway.send([anSms()]);

    expect(receipt?.outcome).toBe('accepted');
    expect(await peer.arrived(2)).toHaveLength(2);
  });

  it('takes a hundred, ten at a time', async () => {
    peer = await open();
    const messages = Array.from({ length: 100 }, () => anSms());

    const receipts = await peer.line.gateway.send(messages);

    expect(receipts.map(({ key }) => key)).toEqual(messages.map(({ key }) => key));
    expect(new Set(receipts.map((each) => ('reference' in each ? each.reference : ''))).size).toBe(100);
  });
});

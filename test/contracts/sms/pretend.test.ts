import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileLedger } from '#adapters/sms/pretend/ledger.ts';
import { type PretendOptions, pretendLine } from '#adapters/sms/pretend/pretend-line.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { anSms, heardOn, keepsTheLine, type Peer } from './line-contract.ts';

const open = (options: PretendOptions) => async (): Promise<Peer> => {
  const line = pretendLine(options);
  return {
    line,
    arrived: async () => line.taken().map(({ to, text }) => ({ to, text })),
    refused: () => {
      line.failNext('refuses');
      return anSms();
    },
    loseNextAnswer: () => line.failNext('loses-answer'),
    goAway: async () => line.failNext('down'),
    report: async (state) => void (await line.report(state)),
    write: line.answer,
    canAsk: true,
    close: line.close,
  };
};

keepsTheLine('the pretend gateway', open({}));
keepsTheLine('the pretend gateway with reports twice', open({ reportsTwice: true }));

describe('the pretend gateway', () => {
  it('fails as it is told, each in turn, and counts what it took', async () => {
    const line = pretendLine();
    line.failNext('times-out', 'half-a-batch', 'down');
    const messages = [anSms(), anSms(), anSms()];

    const silent = await line.gateway.send(messages);
    const half = await line.gateway.send(messages);

    expect(silent.map(({ outcome }) => outcome)).toEqual(['unclear', 'unclear', 'unclear']);
    expect(half.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'unclear']);
    expect(line.taken()).toHaveLength(2);
    await expect(line.gateway.ask(['k'])).rejects.toThrow();
  });

  it('keeps failing until it is told otherwise', async () => {
    const line = pretendLine();
    line.fail('refuses');
    await line.gateway.send([anSms()]);
    await line.gateway.send([anSms()]);
    line.fail(null);
    const [last] = await line.gateway.send([anSms()]);

    expect(last?.outcome).toBe('accepted');
    expect(line.taken()).toHaveLength(1);
  });

  it('cannot tell what it took, where it is told so', async () => {
    const line = pretendLine();
    const message = anSms();
    await line.gateway.send([message]);
    line.failNext('cannot-tell');

    expect((await line.gateway.ask([message.key])).get(message.key)).toEqual({ answer: 'cannot-tell' });
  });

  it('remembers across the death of the process that sent, and a message sent twice is two', async () => {
    const path = join(await temporaryFolder(), 'taken.jsonl');
    const message = anSms();
    await pretendLine({ ledger: fileLedger(path) }).gateway.send([message]);
    const after = pretendLine({ ledger: fileLedger(path) });

    expect((await after.gateway.ask([message.key])).get(message.key)?.answer).toBe('taken');
    await after.gateway.send([message]);
    expect(after.taken().filter(({ key }) => key === message.key)).toHaveLength(2);
  });

  it('reports late, and twice where it is told so', async () => {
    const line = pretendLine({ reportsTwice: true });
    const { reports } = heardOn(line);
    await line.gateway.send([anSms(), anSms()]);

    expect(reports).toEqual([]);
    expect(await line.report('failed')).toBe(2);
    expect(await line.report()).toBe(0);
    expect(reports.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed', 'failed']);
  });
});

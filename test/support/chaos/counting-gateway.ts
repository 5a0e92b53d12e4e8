import type { SmsGateway, SmsReceipt } from '#ports/sms-gateway.ts';
import type { SmsLine } from '#ports/sms-line.ts';

/** Longer than this no call waits for its answer; what came of it is then unclear. */
const patience = 400;
/** A call is over, whatever became of it, so long after its claim. */
export const calmAfter = 1_200;

/** A line that only counts: nothing comes back on it. */
export const countingLine = (url: string, batchSize: number): SmsLine => ({
  gateway: countingGateway(url, batchSize),
  readCallback: () => ({ ok: false, faults: [] }),
  listen: () => {},
  close: async () => {},
});

/** The counting provider as a gateway: keys only, no person leaves the house here. */
function countingGateway(url: string, batchSize: number): SmsGateway {
  const post = async (path: string, keys: readonly string[]): Promise<readonly string[]> => {
    const answered = await fetch(`${url}${path}`, {
      method: 'POST',
      body: JSON.stringify(keys),
      signal: AbortSignal.timeout(patience),
    });
    // `as`: the process in `gateway-process.ts` answers so.
    return ((await answered.json()) as { readonly taken: readonly string[] }).taken;
  };
  return {
    name: 'counting',
    batchSize,
    send: async (messages) => {
      const keys = messages.map(({ key }) => key);
      const accepted = new Set(await post('/send', keys).catch(() => []));
      return keys.map(
        (key): SmsReceipt =>
          accepted.has(key) ? { key, outcome: 'accepted', reference: null } : { key, outcome: 'unclear' },
      );
    },
    ask: async (keys) => {
      const taken = new Set(await post('/ask', keys));
      return new Map(
        keys.map((key) => [key, taken.has(key) ? { answer: 'taken', reference: null } : { answer: 'not-taken' }]),
      );
    },
  };
}

import { handOverPage } from '#activities/hand-over.ts';
import { day } from '#domain/calendar/day.ts';
import { defaultSendingSettings } from '#domain/campaign/settings.ts';
import type { Happening } from '#domain/standing.ts';
import type { Channel, Piece, Receipt } from '#ports/channel.ts';
import { aCampaign } from '../machines/campaign-ground.ts';
import { memoryHandOvers } from './memory-hand-overs.ts';

/** What the other side does with one call. */
export const gatewayFaults = ['none', 'down', 'refuses', 'loses-answer', 'times-out', 'half-a-batch'] as const;
export type GatewayFault = (typeof gatewayFaults)[number];

/** The other side, which counts what it took: twice is what nobody may ever see. */
export interface Counted {
  readonly times: ReadonlyMap<string, number>;
  canTell: boolean;
  /** Takes a key once, whatever it is sent. */
  knowsKeys: boolean;
  readonly faults: GatewayFault[];
}

export type Meets = (act: string) => Promise<void>;

const noon = Date.UTC(2026, 9, 5, 10);
export const calmAfter = 1_000;

/** One campaign's hand-over in memory, with a clock of its own; each act on the world can be met with a mishap. */
export function handOverWorld(keys: readonly string[], batchSize: number) {
  let clock = noon;
  const times = new Map<string, number>();
  const store = memoryHandOvers(keys, () => clock);
  const other: Counted = { times, canTell: true, knowsKeys: false, faults: [] };
  let claims = 0;

  const take = (pieces: readonly Piece[]): readonly Receipt[] =>
    pieces.map(({ key }) => {
      const before = times.get(key) ?? 0;
      if (before === 0 || !other.knowsKeys) times.set(key, before + 1);
      return { key, outcome: 'accepted', reference: `r-${key}` };
    });
  const unclear = (pieces: readonly Piece[]): readonly Receipt[] =>
    pieces.map(({ key }) => ({ key, outcome: 'unclear' }));
  const channel: Channel = {
    name: 'counted',
    batchSize,
    calmAfter,
    handOver: async (pieces) => {
      const half = Math.ceil(pieces.length / 2);
      switch (other.faults.shift() ?? 'none') {
        case 'none':
          return take(pieces);
        case 'down':
          throw new Error('away');
        case 'refuses':
          return pieces.map(({ key }) => ({ key, outcome: 'refused', why: 'BARRED' }));
        case 'loses-answer':
          take(pieces);
          return unclear(pieces);
        case 'times-out':
          return unclear(pieces);
        case 'half-a-batch':
          return [...take(pieces.slice(0, half)), ...unclear(pieces.slice(half))];
      }
    },
    ask: async (asked) =>
      new Map(
        asked.map((key) => [
          key,
          !other.canTell
            ? { answer: 'cannot-tell' }
            : times.has(key)
              ? { answer: 'taken', reference: `r-${key}` }
              : { answer: 'not-taken' },
        ]),
      ),
    preview: async () => new Map(),
  };

  /** One worker's try at a page; `meets` is asked before and after each act. */
  const page = (meets: Meets = async () => {}): Promise<Happening | null> => {
    const met =
      <A extends readonly unknown[], T>(name: string, act: (...given: A) => Promise<T>) =>
      async (...given: A): Promise<T> => {
        await meets(`before ${name}`);
        const came = await act(...given);
        await meets(`after ${name}`);
        return came;
      };
    const { book } = store;
    const perform = handOverPage({
      runs: { clock: async () => ({ now: clock, today: day('2026-10-05'), isRehearsal: false }) },
      campaigns: {
        find: async () => ({ file: aCampaign({ page: 1 }), state: 'handingOver', filter: {}, taskId: null }),
        settings: async () => defaultSendingSettings,
      },
      handOvers: {
        claim: met('claim', book.claim),
        holds: met('holds', book.holds),
        release: met('release', book.release),
        settle: met('settle', book.settle),
        stranded: met('stranded', book.stranded),
        answer: met('answer', book.answer),
      },
      channels: async () => ({
        ...channel,
        handOver: met('handOver', channel.handOver),
        ask: met('ask', channel.ask),
      }),
      pulse: {
        during: (act) => act(),
        isOver: () => false,
        rest: async (ms) => {
          clock += ms;
          await meets('rest');
        },
      },
      newId: () => `claim-${++claims}`,
    });
    const order = { key: 'campaign/c/1/0', name: 'handOverPage', params: {}, at: noon };
    return perform({ campaignId: 'c', runId: 'run', page: 1 }, order);
  };

  return {
    store,
    other,
    page,
    wait: (ms: number) => {
      clock += ms;
    },
    states: () => store.rows.map(({ state }) => state),
  };
}

export type HandOverWorld = ReturnType<typeof handOverWorld>;

/** Tries again as the engine does, until the page is over; a provider that is away is asked again. */
export async function toTheEnd(world: HandOverWorld): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const fact = await world.page().catch(() => undefined);
    if (fact && 'left' in fact && fact.left === false) return;
    world.wait(calmAfter);
  }
  throw new Error('the hand-over never came to its end');
}

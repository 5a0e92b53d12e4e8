import { addDays } from '#domain/calendar/arithmetic.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import type { Day } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { type KeyPurpose, keyDays } from '#domain/letter/letter-key.ts';
import type { Channel, Piece, Receipt } from '#ports/channel.ts';
import type { LetterKeys } from '#ports/letter-keys.ts';
import type { LetterPost } from '#ports/letter-post.ts';
import type { LetterPress, PressedLetter, PressJob } from '#ports/letter-press.ts';
import type { LetterPreview } from '#ports/letter-preview.ts';
import type { MessageFactsBook } from '#ports/message-facts.ts';
import type { MessageWriter } from '#ports/message-writer.ts';
import type { Templates } from '#ports/templates.ts';
import { isReady, judgeOrders, type LetterOrder, pressJob } from './letter-orders.ts';

export interface LetterChannelPorts {
  readonly facts: MessageFactsBook;
  readonly templates: Templates;
  readonly keys: LetterKeys;
  readonly press: LetterPress;
  readonly post: LetterPost;
  readonly writer: MessageWriter;
  readonly now: () => number;
}

/** The pile for the printer as a campaign's channel. The same piece again is the same letter, so nothing in it is ever unclear. */
export const letterChannel = (ports: LetterChannelPorts): Channel => ({
  name: 'letter',
  // One compile each, a few hundredths of a second in all: others in the process are not kept waiting.
  batchSize: 20,
  calmAfter: 60_000,
  handOver: (pieces) => handOver(ports, pieces),
  ask: async (keys) => {
    const kept = await ports.post.kept(keys);
    return new Map(
      keys.map((key) => [key, kept.has(key) ? { answer: 'taken', reference: null } : { answer: 'not-taken' }]),
    );
  },
  preview: async (pieces) => {
    const ready = (await judgeOrders(ports, pieces)).filter(isReady);
    const pressed = await pressAll(ports, ready.map(withoutKeys));
    return new Map(
      ready.flatMap(({ order, facts, piece, text }) => {
        const made = pressed.get(order.key);
        const said = ports.writer.letter(facts, text, piece.isCopy, order.language, order.on);
        return made ? [[order.key, { text: said, parts: made.pages }] as const] : [];
      }),
    );
  },
});

/** Letters as they would be printed, by key, with keys that open nothing; what cannot be made is left out. */
export const letterPreview =
  (ports: Pick<LetterChannelPorts, 'facts' | 'templates' | 'press'>): LetterPreview =>
  async (pieces) =>
    pressAll(ports, (await judgeOrders(ports, pieces)).filter(isReady).map(withoutKeys));

/** Its check sign is wrong: it opens nothing, whoever tries. */
const noKey = '0000000000000001';
const withoutKeys = (order: LetterOrder): PressJob => pressJob(order, noKey, noKey);

async function handOver(ports: LetterChannelPorts, pieces: readonly Piece[]): Promise<readonly Receipt[]> {
  const judged = await judgeOrders(ports, pieces);
  const ready = judged.filter(isReady);
  const pressed = await pressAll(ports, await withKeys(ports.keys, ready));
  await ports.post.keep(
    ready.flatMap(({ order, facts, piece }) => {
      const made = pressed.get(order.key);
      const { runId, caseId, on } = order;
      return made ? [{ ...made, runId, caseId, on, unitId: facts.unitId, piece }] : [];
    }),
    ports.now(),
  );
  return judged.map((one): Receipt => {
    const { key } = one.order;
    if (!isReady(one)) return { key, outcome: 'refused', why: one.why };
    return pressed.has(key)
      ? { key, outcome: 'accepted', reference: null }
      : { key, outcome: 'refused', why: 'unprintable' };
  });
}

async function pressAll(
  { press }: Pick<LetterChannelPorts, 'press'>,
  jobs: readonly PressJob[],
): Promise<ReadonlyMap<string, PressedLetter>> {
  const made = await press.press(jobs);
  return new Map(
    made.flatMap((one) => {
      if (one.outcome !== 'pressed') return [];
      const { key, pdf, pages } = one;
      return [[key, { key, pdf, pages }] as const];
    }),
  );
}

async function withKeys(keys: LetterKeys, orders: readonly LetterOrder[]): Promise<readonly PressJob[]> {
  const wanted = orders.flatMap(({ order, piece }) => {
    const { runId, caseId, addressee, on } = order;
    const of = (purpose: KeyPurpose) => ({
      ...{ purpose, letterKey: order.key, runId, caseId, addressee },
      expiresAt: endOf(on, purpose),
    });
    return piece.isCopy ? [of('returned')] : [of('returned'), of('reply')];
  });
  const made = await keys.make(wanted);
  const keyOf = new Map(wanted.map(({ letterKey, purpose }, index) => [`${purpose} ${letterKey}`, made[index]]));
  return orders.map((each) =>
    pressJob(each, keyOf.get(`returned ${each.order.key}`) ?? noKey, keyOf.get(`reply ${each.order.key}`) ?? null),
  );
}

// `as`: a time on the clock. A key opens through its last day.
const endOf = (on: Day, purpose: KeyPurpose): number =>
  instantAt(addDays(on, keyDays[purpose] + 1), '00:00' as ClockTime);

import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { CampaignChannel } from '#domain/campaign/campaign-file.ts';
import { nextSendingMoment } from '#domain/campaign/sending-hours.ts';
import type { OpenOrder } from '#domain/standing.ts';
import type { Campaigns, HandOverBook } from '#ports/campaigns.ts';
import type { Channel, Channels, Receipt } from '#ports/channel.ts';
import type { Pulse } from '#ports/pulse.ts';
import type { Runs } from '#ports/runs.ts';
import type { Fact, Performer } from './carry-out.ts';

export interface HandOverPorts {
  readonly runs: Pick<Runs, 'clock'>;
  readonly campaigns: Pick<Campaigns, 'find' | 'settings'>;
  readonly handOvers: HandOverBook;
  readonly channels: Channels;
  readonly pulse: Pulse;
  readonly newId: () => string;
}
interface PageParams {
  readonly campaignId: string;
  readonly runId: string;
  readonly page: number;
}

/** So many rows a page: an order that lasts seconds, and a list of 20,000 in a hundred steps of its campaign. */
const perPage = 200;
/** Rows that are asked after at a time. */
const askedAtOnce = 500;
/** Between tries to write down what came of a call, ms. */
const writeAgainAfter = 300;
const doer = { by: null };

/**
 * Order `handOverPage`: claim, look once more, call, settle, a batch at a time. Dying after any line is harmless: what was claimed
 * is asked of the other side by its key, and what nobody can tell becomes a person's work.
 */
export const handOverPage =
  (ports: HandOverPorts): Performer =>
  async (params, order) => {
    // `as`: the campaign machine gives these params with this order.
    const given = params as unknown as PageParams;
    const facts = await ports.campaigns.find(given.campaignId);
    if (!facts) return null;
    const channel = await ports.channels(facts.file.channel as CampaignChannel, given.runId);
    return ports.pulse.during(() => page({ ...ports, ...given, channel, order }));
  };

interface Paging extends HandOverPorts, PageParams {
  readonly channel: Channel;
  readonly order: OpenOrder;
}

async function page(paging: Paging): Promise<Fact> {
  const { campaignId, page: number, channel, order, handOvers, pulse } = paging;
  const turned = (left: boolean): Fact => ({ type: 'page.handedOver', at: order.at, doer, ...{ page: number, left } });
  for (let looked = 0; ; ) {
    if (pulse.isOver()) throw new Error('the hand-over is no longer wanted here');
    const waits = await askAfter(paging);
    if (looked >= perPage) return turned(true);
    const { now, on } = await clock(paging);
    const opens = nextSendingMoment(now, (await paging.campaigns.settings()).hours);
    if (opens > now) return { type: 'hours.ended', at: order.at, doer, ...{ page: number, until: opens } };
    const claim = paging.newId();
    const claimed = await handOvers.claim({ campaignId, claim, atMost: Math.min(channel.batchSize, perPage), on });
    if (claimed === 'closed') return turned(true);
    looked += claimed.looked;
    if (claimed.pieces.length > 0) await call(paging, claim, claimed.pieces, now);
    else if (claimed.looked === 0) {
      if (waits === null) return turned(false);
      await pulse.rest(Math.min(waits, 1_000));
    }
  }
}

/** A rehearsal's clock is moved only after what fell due has been done: the order's own moment may be later. */
async function clock({ runs, runId, order }: Paging): Promise<{ readonly now: number; readonly on: Day }> {
  const known = await runs.clock(runId);
  const now = Math.max(known.now, order.at);
  return { now, on: dayOf(instant(now)) };
}

async function call(
  paging: Paging,
  claim: string,
  pieces: Parameters<Channel['handOver']>[0],
  now: number,
): Promise<void> {
  const { campaignId, channel, handOvers } = paging;
  const keys = pieces.map(({ key }) => key);
  if (!(await handOvers.holds(campaignId, claim, keys))) return handOvers.release(campaignId, claim);
  let receipts: readonly Receipt[];
  try {
    receipts = await channel.handOver(pieces);
  } catch (cause) {
    // By the channel's promise nothing has left the house.
    await handOvers.release(campaignId, claim);
    throw cause;
  }
  await written(paging, () => handOvers.settle(campaignId, claim, receipts, now));
}

/** A database that is away for a moment must not make a sure answer an unsure one: it is written as soon as it can be. */
async function written({ pulse }: Paging, write: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (cause) {
      if (pulse.isOver()) throw cause;
      await pulse.rest(writeAgainAfter);
    }
  }
}

/** Asks the other side of every claim that nobody can be calling under any more; gives how long until there are others, or null. */
async function askAfter({ campaignId, channel, handOvers, order, ...paging }: Paging): Promise<number | null> {
  for (;;) {
    const { rows, nextIn } = await handOvers.stranded(campaignId, channel.calmAfter, askedAtOnce);
    if (rows.length === 0) return nextIn;
    const answers = await channel.ask(rows.map(({ key }) => key));
    const { now } = await clock({ campaignId, channel, handOvers, order, ...paging });
    await handOvers.answer(campaignId, rows, answers, now);
  }
}

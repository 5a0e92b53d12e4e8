import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { OpenOrder } from '#domain/standing.ts';
import type { Campaigns, FollowUps } from '#ports/campaigns.ts';
import type { Channels } from '#ports/channel.ts';
import type { Command, Engine } from '#ports/engine.ts';
import type { Pulse } from '#ports/pulse.ts';
import type { Runs } from '#ports/runs.ts';
import type { Performer } from './carry-out.ts';

export interface CampaignPorts {
  readonly engine: Engine;
  readonly runs: Runs;
  readonly campaigns: Campaigns;
  readonly followUps: FollowUps;
  readonly channels: Channels;
  readonly pulse: Pulse;
}
interface ListParams {
  readonly campaignId: string;
  readonly runId: string;
  readonly list: number;
}
// `as`: the campaign machine gives these params with each of its orders.
const paramsOf = (params: OpenOrder['params']): ListParams => params as unknown as ListParams;
const doer = { by: null };

/** So many cases an order tells. */
const notedPerPage = 200;

/** Order `freezeRecipients`: the named list with every exclusion, and how long each message is; answers `recipients.frozen`. */
export const freezeRecipients =
  ({ runs, campaigns, channels, pulse }: CampaignPorts): Performer =>
  async (params, order) => {
    const { campaignId, runId, list } = paramsOf(params);
    const facts = await campaigns.find(campaignId);
    if (!facts) return null;
    return pulse.during(async () => {
      const { today: on } = await runs.clock(runId);
      const frozen = await campaigns.freeze({ campaignId, list, at: order.at, on });
      const channel = await channels(facts.file.channel, runId);
      for (let place = 0; ; ) {
        const pieces = await campaigns.piecesFrom(campaignId, list, place, channel.batchSize);
        if (pieces.length === 0) break;
        const previews = await channel.preview(pieces);
        await campaigns.noteParts(new Map([...previews].map(([key, { parts }]) => [key, parts])));
        place = (pieces.at(-1)?.place ?? place) + 1;
      }
      return { type: 'recipients.frozen', at: order.at, doer, ...{ list, ...frozen } };
    });
  };

/** Order `noteContacts`: each youth's case hears that a letter or SMS went out, once whatever happens; answers `contacts.noted`. */
export const noteContacts =
  ({ engine, campaigns, followUps, pulse }: CampaignPorts): Performer =>
  async (params, order) => {
    const { campaignId } = paramsOf(params);
    const facts = await campaigns.find(campaignId);
    if (!facts) return null;
    return pulse.during(async () => {
      const rows = await followUps.unnoted(campaignId, notedPerPage);
      const commands = rows.map(({ key, caseId, at }) => contactOf(facts.file.channel, key, caseId, at));
      // A refusal is an answer too: a case that does not take it is asked no more.
      await engine.tellEach(commands, async ({ commandId }) => followUps.noted([keyIn(commandId)]));
      const { uncertain } = await followUps.open(campaignId);
      return { type: 'contacts.noted', at: order.at, doer, ...{ left: rows.length === notedPerPage, uncertain } };
    });
  };

function contactOf(channel: string, key: string, caseId: string, at: number): Command {
  const contact = { on: dayOf(instant(at)), channel, direction: 'out', answeredBy: null, says: null };
  const event = { type: 'contact.registered', at, doer, ...contact };
  return { subject: `youth/${caseId}`, commandId: `${key}${asContact}`, event };
}

/** A recipient's key with this is the number of the case's step. */
const asContact = '/contact';
const keyIn = (commandId: string): string => commandId.slice(0, -asContact.length);

import { smsChannel } from '#adapters/channels/sms-channel.ts';
import { pretendLine } from '#adapters/sms/pretend/pretend-line.ts';
import type { Channels } from '#ports/channel.ts';
import type { Runs } from '#ports/runs.ts';
import type { SmsGateway } from '#ports/sms-gateway.ts';
import type { SmsRecipients } from '#ports/sms-recipients.ts';

/** A gateway, and how long after a claim no call to it can be under way any more, ms. */
export interface Gateway {
  readonly gateway: SmsGateway;
  readonly calmAfter: number;
}

/** The pretend gateway is in the process itself: a call of a dead one is over at once. */
const pretendCalm = 1_000;

/** Which channel a run's pieces go by. A rehearsal's go to the pretend ones, whatever is set up. */
export function channelsOn(runs: Pick<Runs, 'clock'>, recipients: SmsRecipients, real: Gateway | undefined): Channels {
  const pretend = smsChannel(pretendLine().gateway, recipients, pretendCalm);
  const outside = real ? smsChannel(real.gateway, recipients, real.calmAfter) : pretend;
  return async (channel, runId) => {
    if (channel === 'letter') throw new Error('letters have no channel yet');
    const { isRehearsal } = await runs.clock(runId);
    return isRehearsal ? pretend : outside;
  };
}

import { smsChannel } from '#adapters/channels/sms-channel.ts';
import type { Channels } from '#ports/channel.ts';
import type { SmsRecipients } from '#ports/sms-recipients.ts';
import type { Gateways } from './house-sms.ts';

/** Which channel a run's pieces go by. */
export function channelsOn(gateways: Gateways, recipients: SmsRecipients): Channels {
  return async (channel, runId) => {
    if (channel === 'letter') throw new Error('letters have no channel yet');
    const { gateway, calmAfter } = await gateways(runId);
    return smsChannel(gateway, recipients, calmAfter);
  };
}

import { smsChannel } from '#adapters/channels/sms-channel.ts';
import type { Channel, Channels } from '#ports/channel.ts';
import type { SmsRecipients } from '#ports/sms-recipients.ts';
import type { Gateways } from './house-sms.ts';

/** Which channel a run's pieces go by. */
export function channelsOn(letters: Channel, gateways: Gateways, recipients: SmsRecipients): Channels {
  return async (channel, runId) => {
    // A rehearsal's letters go into its own pile, and are printed by whoever rehearses.
    if (channel === 'letter') return letters;
    const { gateway, calmAfter } = await gateways(runId);
    return smsChannel(gateway, recipients, calmAfter);
  };
}

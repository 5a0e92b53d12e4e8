import { type CampaignPorts, freezeRecipients, noteContacts } from './campaigns.ts';
import type { Performer } from './carry-out.ts';
import { type CodingPorts, codeRecipients } from './code-recipients.ts';
import { type HandOverPorts, handOverPage } from './hand-over.ts';

export type SendingPorts = CampaignPorts & HandOverPorts & CodingPorts;

/** Who carries out a campaign's orders. */
export const createSendingPerformers = (ports: SendingPorts): Readonly<Record<string, Performer>> => ({
  freezeRecipients: freezeRecipients(ports),
  handOverPage: handOverPage(ports),
  noteContacts: noteContacts(ports),
  codeRecipients: codeRecipients(ports),
});
